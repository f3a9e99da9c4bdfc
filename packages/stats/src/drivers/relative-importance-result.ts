import type { Interval, NotComputable, Warning } from "@cxmetrics/definition";
import type { ImportanceBootstrapReport } from "./bootstrap-importance.js";
import type { Predictors } from "./driver-rows.js";
import type { RelativeImportanceName } from "./importance-method.js";
import type { ImportanceBootstrap, ImportanceSample } from "./requested-draws.js";

/** Arguments of `relativeImportance`. */
export interface RelativeImportanceInput {
  /** By name, or as a list; `null` is a missing value. */
  readonly predictors: Predictors;
  /** One value per row; `null` is a missing value. */
  readonly outcome: ArrayLike<number | null>;
  readonly method: RelativeImportanceName;
  /** One per row, at least 0. Their scale has no effect. */
  readonly weights?: ArrayLike<number>;
  /** `listwise`: every row that lacks a value is left out. There is no other choice, and it must be named. */
  readonly missing?: "listwise";
  /** Percentile intervals from rows drawn anew. */
  readonly bootstrap?: ImportanceBootstrap;
  /** For `lmg` only: average over drawn orders. Needed above 20 predictors; where it is given it is used, however few they are. */
  readonly sample?: ImportanceSample;
}

/** One predictor's part in the regression. */
export interface PredictorImportance {
  readonly name: string;
  /** Part of R²; over all predictors they sum to R². */
  readonly importance: number;
  /** importance ÷ R²; `null` where R² is 0. */
  readonly share: number | null;
  /** Interval of `importance`, where a bootstrap was asked for. */
  readonly interval?: Interval | NotComputable;
  /** Standard error of `importance` from drawing orders, where they were drawn. It says nothing about the sample of rows. */
  readonly monteCarloError?: number;
  /** Variance inflation factor, at least 1. */
  readonly vif: number;
  readonly standardisedCoefficient: number;
  /** Correlation with the outcome, −1…1. */
  readonly correlation: number;
}

/** R² and how it divides among predictors. */
export interface RelativeImportance {
  readonly status: "ok";
  readonly method: RelativeImportanceName;
  /** Share of the outcome's variance that all predictors together explain, 0…1. */
  readonly rSquared: number;
  /** Complete rows with a positive weight. */
  readonly n: number;
  /** Kish's effective size of these rows. */
  readonly effectiveN: number;
  /** Rows left out because a value was missing. */
  readonly missing: number;
  /** Rows left out because their weight is 0. */
  readonly zeroWeight: number;
  /** In the order given. */
  readonly predictors: readonly PredictorImportance[];
  /** How orders were drawn, where they were. */
  readonly sample?: ImportanceSample & { readonly generator: "xoroshiro128plus" };
  readonly bootstrap?: ImportanceBootstrapReport;
  readonly warnings: readonly Warning[];
}

/** Why R² cannot be computed or divided, with the base. */
export interface NoRelativeImportance extends NotComputable {
  readonly n: number;
  readonly missing: number;
  readonly zeroWeight: number;
}
