import type { LocalizedText, NotComputable } from "@cxmetrics/definition";
import type { BurstRule } from "./burst-flags.js";
import type { DuplicateRule } from "./duplicate-responses.js";
import type { AttentionCheck, FailedChecksOptions } from "./failed-checks.js";
import type { LongStringOptions } from "./long-string.js";
import type { MahalanobisOptions } from "./mahalanobis-distances.js";
import type { QualityRow } from "./quality-row.js";
import type { RelativeSpeedOptions } from "./relative-speed.js";

/** Rules of `assessResponseQuality`; a rule that is left out is not applied. */
export interface QualityRules {
  /** Flags runs of `atLeast` equal answers or more. */
  readonly longString?: LongStringOptions & { readonly atLeast: number };
  /** Flags a standard deviation across items of `atMost` or less: straightlining. */
  readonly lowVariability?: { readonly atMost: number };
  /** Flags a standard deviation across items of `atLeast` or more: answers at random. */
  readonly highVariability?: { readonly atLeast: number };
  readonly mahalanobis?: MahalanobisOptions;
  readonly relativeSpeed?: RelativeSpeedOptions;
  readonly duplicates?: DuplicateRule;
  readonly bursts?: BurstRule;
  /** Flags `atLeast` failed attention checks or more; 1 where it is left out. */
  readonly checks?: FailedChecksOptions & {
    readonly list: readonly AttentionCheck[];
    readonly atLeast?: number;
  };
}

/** Name of a rule. */
export type QualityRuleName = keyof QualityRules;

/** What a rule found in one row: a flag with its figure, nothing, or that the row lacks what the rule looks at. */
export type QualityFinding =
  | { readonly kind: "flagged"; readonly measured: number | null; readonly limit: number }
  | { readonly kind: "passed" }
  | { readonly kind: "not-assessed" };

/** One rule, ready for the registry. */
export interface QualityRule<Name extends QualityRuleName = QualityRuleName> {
  readonly id: Name;
  /** Why a row is flagged, with places `{measured}` and `{limit}`. */
  readonly message: LocalizedText;
  /** One finding per row, or why the rule as a whole cannot be applied. */
  readonly assess: (
    rows: readonly QualityRow[],
    setting: NonNullable<QualityRules[Name]>,
  ) => readonly QualityFinding[] | NotComputable;
}

export const notAssessed: QualityFinding = { kind: "not-assessed" };

/** A flag with its figure, or nothing found. */
export function judged(flagged: boolean, measured: number | null, limit: number): QualityFinding {
  return flagged ? { kind: "flagged", measured, limit } : { kind: "passed" };
}

/** Whether a member is there at all. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
