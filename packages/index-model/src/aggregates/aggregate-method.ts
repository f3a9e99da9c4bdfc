import type { LocalizedText, ProblemPath } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { Aggregate } from "../index-definition.js";
import type { MethodKind } from "../method-kind.js";
import type { ParameterSpecs } from "../parameters/parameter-spec.js";
import type { Operands } from "./operands.js";

/** A way to combine children into one value, as the registry holds it. */
export interface AggregateMethod {
  readonly method: string;
  readonly kind: MethodKind;
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** Worked example: values, weights and the value of the node. */
  readonly example: {
    readonly values: readonly number[];
    /** Left out for methods that take none. */
    readonly weights?: readonly number[];
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly value: number;
  };
  /** Members of the node besides `children`, `missing`, `mustSum` and `weighting`. */
  readonly parameters: ParameterSpecs;
  /** Checks what the specs cannot say; called after they hold. */
  readonly check?: (node: Aggregate, path: ProblemPath) => void;
  /** What the weights of the children are: shares of a whole, factors or exponents as written, or nothing. */
  readonly weights: "relative" | "absolute" | "none";
  /** Whether children that are missing may be left out and the weights of the others scaled up. */
  readonly renormalises: boolean;
  /** The value as a formula over the operands. */
  readonly lower: (node: Aggregate, operands: Operands) => Expression;
  /**
   * How a child's part is told: parts of kind `share` sum to the value, parts of kind `log-share` to its logarithm; `none` where
   * the value is no sum of parts.
   */
  readonly contribution: "share" | "log-share" | "none";
  /** Part of a child with the value `value` and the effective weight `weight`; `null` where it has none. */
  readonly partOf: (weight: number, value: number) => number | null;
}
