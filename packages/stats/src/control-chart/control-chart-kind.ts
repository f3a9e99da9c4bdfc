import type { NotComputable, ProblemPath } from "@cxmetrics/definition";
import type { MethodDescription } from "../method-description.js";
import type { ChartOptions } from "./chart-options.js";
import type {
  ControlChartKindId,
  ControlChartParameters,
  ControlChartPoint,
} from "./control-chart-result.js";
import type { Signal } from "./signal.js";

/** A point as read: a sum of scores over a number of answers or units. */
export interface Reading {
  readonly total: number;
  /** Sum of squared scores; equals the total where scores are 0 and 1. */
  readonly squares: number;
  /** Above 0. */
  readonly size: number;
}

/** Points as a kind draws them, before phases and run rules. */
export interface Drawing {
  readonly centre: number;
  readonly points: readonly Omit<ControlChartPoint, "label" | "phase" | "signals">[];
  /** Signals that the kind itself tells; `null` where run rules judge the points. */
  readonly signals: readonly Signal[] | null;
}

/** One kind of control chart. */
export interface ControlChartKind extends MethodDescription {
  readonly id: ControlChartKindId;
  /** Range of possible centres. */
  readonly centreRange: { readonly min: number; readonly max: number };
  /** Which frozen parameters the kind needs beside the centre. */
  readonly needs: readonly ("standardDeviation" | "sigmaZ")[];
  /** Standard deviation of one answer or unit where the centre implies it. */
  readonly impliedDeviation?: (centre: number) => number;
  /** Checks one point; `null` where it has no data. */
  readonly read: (point: object, path: ProblemPath, options: ChartOptions) => Reading | null;
  /** Parameters from the baseline, of which at least one point has data. */
  readonly estimate: (
    baseline: readonly Reading[],
    options: ChartOptions,
  ) => ControlChartParameters | NotComputable;
  readonly draw: (
    readings: readonly (Reading | null)[],
    parameters: ControlChartParameters,
    options: ChartOptions,
  ) => Drawing;
}
