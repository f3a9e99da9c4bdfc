import type { LocalizedText } from "@cxmetrics/definition";
import type { AuditContext } from "../audit-context.js";
import type { AuditFinding } from "../audit-result.js";
import type { AuditThresholds } from "../audit-thresholds.js";

/** What a criterion saw. */
export interface Examined<V> {
  /** The section in a sentence. */
  readonly message: LocalizedText;
  readonly findings: readonly AuditFinding[];
  /** `null` where nothing could be computed. */
  readonly values: V | null;
}

/** One question that an audit asks. A new one is a file and a line in the registry. */
export interface Criterion<Id extends string, V> {
  readonly id: Id;
  readonly title: LocalizedText;
  /** Thresholds that it applies. */
  readonly thresholds: readonly (keyof AuditThresholds)[];
  readonly examine: (context: AuditContext) => Examined<V>;
}

/** The sentence of a criterion that could compute nothing. */
export function nothing(message: LocalizedText): Examined<never> {
  return { message, findings: [], values: null };
}
