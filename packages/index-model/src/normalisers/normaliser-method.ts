import type { LocalizedText, ProblemPath } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { Normaliser } from "../index-definition.js";
import type { Range } from "../read/range.js";

/** A way to turn a raw value into a node value, as the registry holds it. */
export interface NormaliserMethod<N extends Normaliser = Normaliser> {
  readonly method: N["method"];
  /** `row`: the value of a unit depends on that unit alone, so the method lowers to a formula. */
  readonly kind: "row";
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** A worked example on the scale 0…100. */
  readonly example: { readonly parameters: N; readonly raw: number; readonly value: number };
  /** Checks the parameters as they stand in a document. */
  readonly check: (value: unknown, path: ProblemPath) => void;
  /** The raw value after capping; the raw value itself where nothing is capped. */
  readonly cap: (parameters: N, raw: Expression) => Expression;
  /** The node value of a capped raw value. */
  readonly scale: (parameters: N, capped: Expression, scale: Range) => Expression;
}
