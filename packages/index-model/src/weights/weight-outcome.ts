import type { NotComputable, Warning } from "@cxmetrics/definition";

/** Weights that sum to 1, with the name of the method; each method adds its diagnostics. */
export interface ComputedWeights {
  readonly status: "ok";
  /** Name of the method in the registry. */
  readonly method: string;
  /** One for each indicator, in the order given, at least 0. They sum to 1. */
  readonly weights: readonly number[];
  readonly warnings: readonly Warning[];
}

/** Weights, or the reason why the data give none. */
export type WeightOutcome<T extends ComputedWeights = ComputedWeights> = T | NotComputable;
