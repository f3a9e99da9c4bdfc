import type { Warning } from "@cxmetrics/definition";
import type { ControlRuleId } from "./rules/control-rule.js";
import type { Signal } from "./signal.js";

/** What the limits of a chart rest on. Pass it as `parameters` to judge later points by the same limits. */
export interface ControlChartParameters {
  /** Centre in the unit of the data; for np the share, not the count. */
  readonly centre: number;
  /** Standard deviation of one answer, unit or value. */
  readonly standardDeviation: number;
  /** Spread of the standardised points (Laney charts): above 1 where periods differ by more than chance. */
  readonly sigmaZ?: number;
  /** Mean moving range of the baseline, after screening; its own upper limit is 3.267 times that (individual values). */
  readonly meanMovingRange?: number;
}

/** One point of a chart. Its numbers are `null` where the period has no data. */
export interface ControlChartPoint {
  readonly label?: string;
  /** What is charted: share, count, rate, value, net share, moving average, or the cumulative sum farther from 0. */
  readonly value: number | null;
  /** Lower limit, clamped to the possible range. */
  readonly lower: number | null;
  /** Upper limit, clamped to the possible range. */
  readonly upper: number | null;
  /** Standard deviation of the charted value; `null` throughout for `cusum`, which is charted in standard deviations. */
  readonly standardDeviation: number | null;
  /** `baseline` where the point helped to estimate the limits, otherwise `monitoring`. */
  readonly phase: "baseline" | "monitoring";
  /** Rules that signal at this point. */
  readonly signals: readonly Signal["rule"][];
  /** Distance from the point with data before it (`xmr`). */
  readonly movingRange?: number | null;
  /** The value itself, before averaging or summing (`ewma`, `cusum`). */
  readonly observed?: number | null;
  /** Upper cumulative sum, at least 0 (`cusum`). */
  readonly upperSum?: number | null;
  /** Lower cumulative sum, at most 0 (`cusum`). */
  readonly lowerSum?: number | null;
}

/** A control chart. */
export interface ControlChart {
  readonly status: "ok";
  readonly kind: ControlChartKindId;
  /** Centre line in the unit of the charted values. */
  readonly centre: number;
  readonly parameters: ControlChartParameters;
  /** One a point given, in the same order. */
  readonly points: readonly ControlChartPoint[];
  /** In order of their last point. */
  readonly signals: readonly Signal[];
  /** Rules that judged the points; none for `ewma` and `cusum`, whose limits alone signal. */
  readonly rules: readonly ControlRuleId[];
  readonly warnings: readonly Warning[];
}

/** Name of a kind of `controlChart`. */
export type ControlChartKindId =
  | "p"
  | "np"
  | "u"
  | "c"
  | "xmr"
  | "ewma"
  | "cusum"
  | "laney-p"
  | "laney-u"
  | "net-share";
