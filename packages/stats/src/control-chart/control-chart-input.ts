import type { ControlRuleId } from "./rules/control-rule.js";

/** Parameters of an earlier chart, whose limits are frozen. Those of p, np, u and c follow from the centre alone. */
export interface FrozenParameters {
  /** Centre in the unit of the data; for np the share, not the count. */
  readonly centre: number;
  /** Standard deviation of one answer, unit or value. */
  readonly standardDeviation?: number;
  /** Spread of the standardised points (Laney charts). */
  readonly sigmaZ?: number;
}

/** What every kind of chart takes. */
export interface ControlChartOptions {
  /**
   * Points from which the limits are estimated: a number of leading points, or indices. The others are monitored with limits that
   * they never move. All points where it is left out.
   */
  readonly baseline?: number | readonly number[];
  /** In place of a baseline: the parameters of an earlier chart. All points are then monitored. */
  readonly parameters?: FrozenParameters;
  /** Distance of the limits from the centre in standard deviations; 3 where it is left out. */
  readonly sigma?: number;
}

/** Choices of charts whose points are judged by run rules. */
export interface RuleOptions {
  /** Names of rules; Nelson 1, 2, 5 and 6 where they are left out. */
  readonly rules?: readonly ControlRuleId[];
}

/** How a spread is estimated from moving ranges, the differences of neighbouring baseline points. */
export interface MovingRangeOptions {
  /** `once` drops moving ranges above 3.267 times their mean and takes the mean of the rest; `none` where it is left out. */
  readonly screening?: "none" | "once";
  /** Divisor of the mean moving range; 1.128 where it is left out, as printed in tables. The exact constant is 2/√π. */
  readonly movingRangeDivisor?: number;
}

/** Possible range of charted values; limits are clamped to it. */
export interface ValueRange {
  readonly min?: number;
  readonly max?: number;
}

/** Events or answers counted in a size that may differ from point to point. */
export interface CountInSize {
  /** Number counted; need not be whole under weights. */
  readonly count: number;
  /** Number of answers or units of exposure; 0 where the period has none. */
  readonly size: number;
  readonly label?: string;
}

/** Events counted in a period of equal exposure. */
export interface CountInPeriod {
  /** `null` where the period has none. */
  readonly count: number | null;
  readonly label?: string;
}

/** A single measured value. */
export interface MeasuredValue {
  /** `null` where the period has none. */
  readonly value: number | null;
  readonly label?: string;
}

/** Answers by band, as for the Net Promoter Score. */
export interface BandCounts {
  /** Answers in the upper band (promoters). */
  readonly upper: number;
  /** Answers in the lower band (detractors). */
  readonly lower: number;
  /** All answers; 0 where the period has none. */
  readonly size: number;
  readonly label?: string;
}

/** A chart of counts in sizes: shares (`p`), counts of shares in equal sizes (`np`) or rates (`u`). */
export interface CountChartInput extends ControlChartOptions, RuleOptions {
  readonly kind: "p" | "np" | "u";
  readonly points: readonly CountInSize[];
}

/** A chart of counts in periods of equal exposure. */
export interface PeriodCountChartInput extends ControlChartOptions, RuleOptions {
  readonly kind: "c";
  readonly points: readonly CountInPeriod[];
}

/** A chart of shares or rates whose limits also hold the variation between periods. */
export interface LaneyChartInput extends ControlChartOptions, RuleOptions, MovingRangeOptions {
  readonly kind: "laney-p" | "laney-u";
  readonly points: readonly CountInSize[];
}

/** A chart of net shares, on −1…1. */
export interface NetShareChartInput extends ControlChartOptions, RuleOptions {
  readonly kind: "net-share";
  readonly points: readonly BandCounts[];
}

/** A chart of individual values with moving ranges. */
export interface XmrChartInput extends ControlChartOptions, RuleOptions, MovingRangeOptions {
  readonly kind: "xmr";
  readonly points: readonly MeasuredValue[];
  readonly range?: ValueRange;
}

/** How charts with memory estimate the standard deviation of a value from the baseline. */
export interface DispersionOptions extends MovingRangeOptions {
  /** `moving-range` where it is left out; `standard-deviation` has divisor n − 1. */
  readonly dispersion?: "moving-range" | "standard-deviation";
}

/** A chart of exponentially weighted moving averages. */
export interface EwmaChartInput extends ControlChartOptions, DispersionOptions {
  readonly kind: "ewma";
  readonly points: readonly MeasuredValue[];
  /** Weight of the newest value, above 0 and at most 1; 0.2 where it is left out. */
  readonly lambda?: number;
  /** `time-varying` where it is left out; `asymptotic` uses the limits of a long series from the first point. */
  readonly limits?: "time-varying" | "asymptotic";
  readonly range?: ValueRange;
}

/** A chart of two-sided cumulative sums, in standard deviations. */
export interface CusumChartInput extends Omit<ControlChartOptions, "sigma">, DispersionOptions {
  readonly kind: "cusum";
  readonly points: readonly MeasuredValue[];
  /** Half the shift to be found, in standard deviations; 0.5 where it is left out. */
  readonly k?: number;
  /** Sum at which the chart signals, in standard deviations; 5 where it is left out. */
  readonly h?: number;
}

/** Arguments of `controlChart`. */
export type ControlChartInput =
  | CountChartInput
  | PeriodCountChartInput
  | LaneyChartInput
  | NetShareChartInput
  | XmrChartInput
  | EwmaChartInput
  | CusumChartInput;
