import type {
  DefinitionReference,
  Interval,
  LocalizedText,
  NotComputable,
  Outcome,
  Warning,
} from "@cxmetrics/definition";
import type { IndexExplanation, IndexResult, IndexTable } from "@cxmetrics/index-model";
import type { EvaluationUnit } from "./evaluation-plan.js";
import type { Measure } from "./measures/measure.js";

/** Everything that came out of an evaluation, as plain data that explains itself. */
export interface EvaluationResult {
  readonly formatVersion: 1;
  readonly plan: EvaluatedPlan;
  /** The index definition. */
  readonly definition: DefinitionReference & { readonly title: LocalizedText };
  /** Packages, with version, that computed a figure of this result, and the tally engine. */
  readonly engines: readonly string[];
  /** The day on which the caller says it was computed; nothing here reads a clock. */
  readonly evaluatedOn?: string;
  readonly units: readonly EvaluationUnit[];
  /** What was measured, and how, by id: indicators and criteria. */
  readonly measures: Readonly<Record<string, MeasureDescription>>;
  /** Indicators by id, then unit. */
  readonly estimates: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
  /** Criteria by id, then unit; outside the index. */
  readonly criteria: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
  /** The table that the index was scored from, so that it can be computed again. Left out in results of version 0.1.0. */
  readonly table?: IndexTable;
  /** The index over all units. */
  readonly index: IndexResult;
  /** The index value of each unit. */
  readonly roots: Readonly<Record<string, RootOutcome>>;
  /** How the index value of each unit came about. */
  readonly traces: Readonly<Record<string, IndexExplanation>>;
  readonly changes: readonly IndexChange[];
  readonly evidence: readonly SourceEvidence[];
  readonly warnings: readonly Warning[];
}

/** The plan as far as a reader of the result needs it. */
export interface EvaluatedPlan extends DefinitionReference {
  readonly title: LocalizedText;
  readonly purpose: LocalizedText;
  readonly unitOfEvaluation: string;
}

/** One indicator or criterion. */
export interface MeasureDescription {
  readonly title: LocalizedText;
  readonly role: "indicator" | "criterion";
  /** One, or one for each group of units that is measured in its own way. */
  readonly forms: readonly MeasureForm[];
}

/** How some units were measured. */
export interface MeasureForm {
  readonly kind: Measure["kind"];
  /** Ids of the units. */
  readonly units: readonly string[];
  /** What an estimate is multiplied with to enter the index, and the sign behind the product: `%`, `‰`, `s`. */
  readonly factor: number;
  readonly suffix: string;
  /** Names the measure as it stands in the plan, its digest over all its members. */
  readonly reference: DefinitionReference;
}

/** The index value of a unit. */
export type RootOutcome =
  | {
      readonly status: "ok";
      readonly value: number;
      /** `null` where it is not known or does not exist. */
      readonly standardError: number | null;
      /** What the errors of the indicators, and how they go together, leave open; or why that is not known. */
      readonly interval: Interval | NotComputable;
      /** How the errors were carried: `exact` where every indicator is a plain fact; `null` without an interval. */
      readonly method: "exact" | "linearised" | "monte-carlo" | null;
      /** What lies within three standard errors and bends the straight line: bounds, gates, rounding. */
      readonly near: readonly string[];
      readonly shares: RootShares | null;
    }
  | NotComputable;

/** Where the variance of an index value comes from. Shares sum to 1; a covariance counts half for either side. */
export interface RootShares {
  /** By indicator. */
  readonly indicators: Readonly<Record<string, number>>;
  /** By file source of the plan: what another thousand rows would be worth. */
  readonly sources: Readonly<Record<string, number>>;
  /** What no straight line through the draws of a simulation explains. */
  readonly unexplained: number;
}

/** Difference of two units, `to` minus `from`. */
export interface IndexChange {
  readonly from: string;
  readonly to: string;
  /** Both sides rest on this definition, so the same rules made them. */
  readonly definition: DefinitionReference;
  readonly comparability: Comparability;
  /** Difference of the index; `null` when one side has no value. */
  readonly root: number | null;
  /** Interval of the difference of the index, where the two sides are different rows and different raters. */
  readonly interval: Interval | NotComputable;
  /** Difference of every node of the definition. */
  readonly nodes: Readonly<Record<string, number | null>>;
  /** Difference of every criterion, as the summary shows it: its estimate times its factor. */
  readonly criteria: Readonly<Record<string, CriterionChange>>;
}

/** Difference of one criterion. */
export interface CriterionChange {
  /** `null` when one side has no estimate. */
  readonly difference: number | null;
  /** Interval of the difference, where the two sides are different rows; it takes them for different people. */
  readonly interval: Interval | NotComputable;
}

/** Whether a difference means what it seems to mean. */
export interface Comparability {
  /** `limited`: the same definition, but not the same indicators had values on both sides. */
  readonly status: "comparable" | "limited";
  readonly message: LocalizedText;
  /** Indicators with a value on one side only. */
  readonly onlyFrom: readonly string[];
  readonly onlyTo: readonly string[];
}

/** One raw source as it was used. */
export interface SourceEvidence {
  readonly source: string;
  readonly file: string;
  readonly rows: number;
  /** Headers that were read. */
  readonly columns: readonly string[];
  /** Digest of the file, when the reader took one. */
  readonly digest: string | null;
}
