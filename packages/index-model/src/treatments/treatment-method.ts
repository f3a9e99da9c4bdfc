import type { LocalizedText, ProblemPath } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { FitOutcome, ReferenceColumn } from "../calibration/calibration.js";
import type { FittedParameters } from "../calibration/fitted-parameters.js";
import type { ParameterSpecs } from "../parameters/parameter-spec.js";

/** A way to treat outliers and skewed values before normalising, as the registry holds it. */
export interface TreatmentMethod<T extends { readonly method: string }> {
  readonly method: T["method"];
  readonly kind: "row" | "fit";
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** Worked example: the treated value of one raw value, given the reference column. */
  readonly example: {
    readonly parameters: T;
    readonly raw: number;
    readonly value: number;
    readonly reference?: readonly number[];
  };
  /** Parameters besides `method`. */
  readonly parameters: ParameterSpecs;
  readonly check?: (parameters: T, path: ProblemPath) => void;
  /** `fit` treatments: limits or exponents from the reference values. */
  readonly fit?: (parameters: T, reference: ReferenceColumn) => FitOutcome;
  /** What fitted parameters are called in sentences, by name. */
  readonly fittedTitles?: Readonly<Record<string, LocalizedText>>;
  /** The treated value. */
  readonly lower: (parameters: T, x: Expression, fitted: FittedParameters) => Expression;
}
