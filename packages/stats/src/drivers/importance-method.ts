import type { MethodDescription } from "../method-description.js";
import type { ImportanceProblem } from "./importance-problem.js";

/** Name of a method of `relativeImportance`. */
export type RelativeImportanceName = "lmg" | "johnson" | "pratt";

/** One way to split R² among predictors. */
export interface RelativeImportanceMethod extends MethodDescription {
  readonly id: RelativeImportanceName;
  /** One importance per predictor; they sum to R². */
  readonly split: (problem: ImportanceProblem) => Float64Array;
}
