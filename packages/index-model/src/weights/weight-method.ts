import type { LocalizedText } from "@cxmetrics/definition";
import type { WeightOutcome } from "./weight-outcome.js";

/** Where weights come from: people (`given`) or a reference population (`fit`). */
export type WeightMethodKind = "given" | "fit";

/** A way to weigh indicators, as the registry holds it. */
export interface WeightMethod {
  readonly method: string;
  /** `fit`: the weights depend on a reference population and are frozen with it. `given`: they stand in the definition. */
  readonly kind: WeightMethodKind;
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** For `fit`: the values that are meant, and whether directions of indicators are read. */
  readonly table?: { readonly values: "raw" | "normalised" | "either"; readonly directions: boolean };
  /** Worked example: the arguments of the function and the weights. */
  readonly example: { readonly arguments: readonly unknown[]; readonly weights: readonly number[] };
  /** The function; it checks whatever it is given. */
  weigh(input: unknown, options?: unknown): WeightOutcome;
}
