import type { LocalizedText, ProblemPath } from "@cxmetrics/definition";
import type { Column, Expression } from "@cxmetrics/formula";
import type { FitOutcome, ReferenceColumn } from "../calibration/calibration.js";
import type { FittedParameters } from "../calibration/fitted-parameters.js";
import type { CohortContext } from "../cohort-context.js";
import type { MethodKind } from "../method-kind.js";
import type { ParameterSpecs } from "../parameters/parameter-spec.js";

/**
 * A way to fill a missing value, as the registry holds it. Only what is missing is filled: not applicable stays not applicable.
 * `row` and `fit` methods give the number to put in (`fill`); `cohort` methods (group means, panels) compute the column.
 */
export interface ImputationMethod<I extends { readonly method: string }> {
  readonly method: I["method"];
  readonly kind: MethodKind;
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** Worked example: a column with gaps and what it becomes. */
  readonly example: {
    readonly parameters: I;
    readonly raw: readonly (number | null)[];
    readonly value: readonly (number | null)[];
    readonly attributes?: Readonly<Record<string, readonly string[]>>;
    readonly periods?: readonly string[];
    readonly units?: readonly string[];
    /** Columns that the method reads besides. */
    readonly columns?: Readonly<Record<string, readonly (number | null)[]>>;
  };
  /** Parameters besides `method`. */
  readonly parameters: ParameterSpecs;
  /** Numeric columns of the table that the method reads, as `@<column>`. */
  readonly columns?: (parameters: I) => readonly string[];
  /** Attributes of the table that the method reads. */
  readonly attributes?: (parameters: I) => readonly string[];
  readonly check?: (parameters: I, path: ProblemPath) => void;
  /** `fit` imputations: the number from the reference values. */
  readonly fit?: (parameters: I, reference: ReferenceColumn) => FitOutcome;
  /** What fitted parameters are called in sentences, by name. */
  readonly fittedTitles?: Readonly<Record<string, LocalizedText>>;
  /** `row` and `fit` imputations: what stands in for a missing value. */
  readonly fill?: (parameters: I, fitted: FittedParameters) => Expression;
  /** `cohort` imputations: the column with the gaps filled as far as they can be. */
  readonly compute?: (parameters: I, column: Column, context: CohortContext) => Column;
}
