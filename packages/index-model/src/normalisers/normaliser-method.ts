import type { LocalizedText, ProblemPath } from "@cxmetrics/definition";
import type { Column, Expression } from "@cxmetrics/formula";
import type { FitOutcome, ReferenceColumn } from "../calibration/calibration.js";
import type { FittedParameters } from "../calibration/fitted-parameters.js";
import type { CohortContext } from "../cohort-context.js";
import type { MethodKind } from "../method-kind.js";
import type { ParameterSpecs } from "../parameters/parameter-spec.js";
import type { Range } from "../read/range.js";

/**
 * A way to turn a raw value into a node value, as the registry holds it. A `row` method has `scale`; a `fit` method has `fit`
 * and `scale`; a `cohort` method has `compute`.
 */
export interface NormaliserMethod<N extends { readonly method: string }> {
  readonly method: N["method"];
  readonly kind: MethodKind;
  /** Kind under some parameters, where it differs from `kind`. */
  readonly kindOf?: (parameters: N) => MethodKind;
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** A worked example on the scale 0…100. Fit and cohort methods name the whole reference column; `raw` is one of it or new. */
  readonly example: {
    readonly parameters: N;
    readonly raw: number;
    readonly value: number;
    /** Column of the reference population; methods of kind `fit` and `cohort` only. */
    readonly reference?: readonly number[];
    /** Units and periods of the reference, and columns that the method reads besides, where they matter. */
    readonly units?: readonly string[];
    readonly periods?: readonly string[];
    readonly columns?: Readonly<Record<string, readonly number[]>>;
  };
  /** Parameters besides `method`. */
  readonly parameters: ParameterSpecs;
  /** Numeric columns of the table that the method reads besides the column of the leaf, as `@<column>`. */
  readonly columns?: (parameters: N) => readonly string[];
  /** Checks what the specs cannot say; called after they hold. */
  readonly check?: (parameters: N, path: ProblemPath) => void;
  /** `fit` methods: parameters from the reference values. */
  readonly fit?: (parameters: N, reference: ReferenceColumn) => FitOutcome;
  /** What fitted parameters are called in sentences, by name. */
  readonly fittedTitles?: Readonly<Record<string, LocalizedText>>;
  /** The raw value after capping; left out where nothing is capped. */
  readonly cap?: (parameters: N, raw: Expression, fitted: FittedParameters) => Expression;
  /** `row` and `fit` methods: the node value of a capped raw value. */
  readonly scale?: (parameters: N, capped: Expression, scale: Range, fitted: FittedParameters) => Expression;
  /** `cohort` methods: the column of node values. */
  readonly compute?: (parameters: N, capped: Column, scale: Range, context: CohortContext) => Column;
  /** Which raw values are better: told on pages. `none` where the method has no direction (identity). */
  readonly direction: (parameters: N) => "more" | "less" | "inside" | "none";
}
