import type { LocalizedText, Unit } from "@cxmetrics/definition";
import type { FunnelStep } from "@cxmetrics/funnel";
import type { IntervalMethod } from "@cxmetrics/scores";
import type { CellValue, DefinitionSource, RowBinding } from "../evaluation-plan.js";
import type { OnInvalid } from "../tally-engine.js";

/** How a value comes out of the sources. The kinds stand in the registry. */
export type Measure =
  | ScoreMeasure
  | FunnelMeasure
  | DurationPercentileMeasure
  | RubricMeanMeasure
  | ShareMeasure
  | MeanMeasure
  | RatioOfSumsMeasure
  | GivenMeasure;

/** A measure as a plan states it: members that the plan's defaults fill in may be left out. */
export type WrittenMeasure = {
  readonly [K in Measure["kind"]]: { readonly kind: K } & Partial<
    Omit<Extract<Measure, { kind: K }>, "kind">
  >;
}[Measure["kind"]];

/** What every measure may carry. */
export interface MeasureHead {
  /** Title; required for criteria, taken from the index definition otherwise. */
  readonly title?: LocalizedText;
  /** Units to which this measure applies, where an indicator is measured differently by unit. */
  readonly units?: readonly string[];
}

/** What every measure that reads a source carries. `rows` replaces that of the source, `where` adds to it. */
export interface SourcedMeasure extends MeasureHead, RowBinding {
  /** Name of a source. */
  readonly source: string;
  /** What becomes of cells that cannot be read. Default `throw`. */
  readonly onInvalid?: OnInvalid;
}

/** How an estimate on unit scale enters the index: as it is, × 100 or × 1000. */
export type ShareForm = "value" | "percent" | "per-thousand";

/** A score definition (NPS, CSAT, CES …) on a rating column. */
export interface ScoreMeasure extends SourcedMeasure {
  readonly kind: "score";
  readonly definition: DefinitionSource;
  /** Column of ratings; the scale is that of the definition. */
  readonly rating: string;
  /** Column of survey weights. */
  readonly weight?: string;
  /** Codes and texts that stand for "no answer"; blank cells always do. */
  readonly missing?: readonly CellValue[];
  /** Interval method in place of the definition's. */
  readonly interval?: IntervalMethod;
  readonly as?: ShareForm;
}

/** Conversion through an ordered funnel, from the first step to one of the later ones. */
export interface FunnelMeasure extends SourcedMeasure {
  readonly kind: "funnel";
  readonly actor: string;
  readonly event: string;
  /** Column of epoch milliseconds. */
  readonly time: string;
  readonly sequence?: string;
  readonly steps: readonly FunnelStep[];
  /** Longest time from step 1, in milliseconds; `null` for no limit. */
  readonly windowMs: number | null;
  /** Name of the step to which conversion is told; the last when left out. */
  readonly take?: string;
  readonly as?: ShareForm;
}

/** A percentile of spans of time. Rows without an end are open cases: longer than every completed one. */
export interface DurationPercentileMeasure extends SourcedMeasure {
  readonly kind: "duration-percentile";
  /** Columns of epoch milliseconds; or else `duration`. */
  readonly start?: string;
  readonly end?: string;
  /** Column of spans in milliseconds; a blank cell is an open case. */
  readonly duration?: string;
  /** Between 0 and 1, for example 0.5 for the median. */
  readonly percentile: number;
  /** Column of promised spans in milliseconds, by which each span is divided: a ratio comes out. */
  readonly dividedBy?: string;
  /** Unit in which a span enters the index. Not with `dividedBy`. */
  readonly as?: TimeForm;
}

/** Units of time of a measure. */
export type TimeForm = "ms" | "s" | "min" | "h" | "d";

/** Mean of expert ratings by a rubric, each rater counting once. */
export interface RubricMeanMeasure extends SourcedMeasure {
  readonly kind: "rubric-mean";
  readonly rater: string;
  readonly level: string;
  /** Score of each level of the rubric. */
  readonly levels: Readonly<Record<string, number>>;
  /** Fewer raters are no evidence. Default 2. */
  readonly minimumRaters?: number;
  /** Texts that stand for "not rated"; blank cells always do. */
  readonly missing?: readonly CellValue[];
}

/** Share of rows whose cell holds one of some values: checklists, success rates, coded texts. */
export interface ShareMeasure extends SourcedMeasure {
  readonly kind: "share";
  readonly column: string;
  readonly in: readonly CellValue[];
  /** The values that form the base; every cell that is not blank and not missing when left out. */
  readonly of?: readonly CellValue[];
  readonly missing?: readonly CellValue[];
  readonly as?: ShareForm;
}

/** Mean of a column of numbers, for example questionnaires scored per respondent. */
export interface MeanMeasure extends SourcedMeasure {
  readonly kind: "mean";
  readonly column: string;
  /** Codes, as numbers, that stand for "no answer"; blank cells always do. */
  readonly missing?: readonly number[];
}

/** Σ numerator ÷ Σ denominator × times: complaints per 10⁷ customers, downtime. */
export interface RatioOfSumsMeasure extends SourcedMeasure {
  readonly kind: "ratio-of-sums";
  readonly numerator: string;
  readonly denominator: string;
  /** Default 1. */
  readonly times?: number;
}

/** A figure that is known from elsewhere. */
export interface GivenMeasure extends MeasureHead {
  readonly kind: "given";
  /** The figure of every unit; or else `values`. */
  readonly value?: number | null;
  /** By unit; `null` is missing. */
  readonly values?: Readonly<Record<string, number | null>>;
  /** Unit of the figure. Default `ratio`: a pure number in the indicator's own unit. */
  readonly unit?: Unit;
  /** Where the figure comes from. */
  readonly basis: string;
}
