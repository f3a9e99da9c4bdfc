import type { LocalizedText } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { Aggregate } from "../index-definition.js";

/** A way to combine children into one value, as the registry holds it. */
export interface AggregateMethod {
  readonly method: Aggregate["method"];
  /** `row`: the value of a unit depends on that unit alone, so the method lowers to a formula. */
  readonly kind: "row";
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** Worked example: values, weights and the mean. */
  readonly example: {
    readonly values: readonly number[];
    readonly weights: readonly number[];
    readonly value: number;
  };
  /** The mean as a formula over the ids of the children. */
  readonly lower: (node: Aggregate) => Expression;
  /** How a child's part is told: parts of kind `share` sum to the value, parts of kind `log-share` to its logarithm. */
  readonly contribution: "share" | "log-share";
  /** Part of a child with the value `value` and the effective weight `weight`; `null` where it has none. */
  readonly partOf: (weight: number, value: number) => number | null;
}
