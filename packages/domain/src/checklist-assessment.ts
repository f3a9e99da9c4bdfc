import type { LocalizedText } from "@cxmetrics/definition";

/** Whether a check was passed. Checks that are not applicable count neither way. */
export type CheckResult = "pass" | "fail" | "not-applicable";

/**
 * One object held against a list of checks, for example a page against the design specification (检查表评估). Consistency is
 * passed ÷ applicable and is computed elsewhere.
 */
export interface ChecklistAssessment {
  readonly kind: "checklist";
  readonly id: string;
  /** What was checked, for example the id of a channel. */
  readonly object: string;
  /** Pseudonym of the assessor. */
  readonly assessor: string;
  /** Epoch milliseconds. */
  readonly timeMs?: number;
  /** At least one check, each once. */
  readonly items: readonly CheckedItem[];
}

/** One check and its result. */
export interface CheckedItem {
  readonly id: string;
  readonly title?: LocalizedText;
  readonly result: CheckResult;
  /** The evidence seen. */
  readonly note?: string;
}
