import type { CholeskyFactor } from "../correlations/cholesky-factor.js";

/** What every method of relative importance starts from: correlations of predictors that are neither constant nor collinear. */
export interface ImportanceProblem {
  readonly size: number;
  /** Correlations among predictors, row by row. */
  readonly among: Float64Array;
  /** Correlation of each predictor with the outcome. */
  readonly withOutcome: Float64Array;
  /** Factor of `among`. */
  readonly factor: CholeskyFactor;
  /** Standardised regression coefficients. */
  readonly coefficients: Float64Array;
  readonly rSquared: number;
}
