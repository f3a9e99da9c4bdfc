import type { Expression, PowerMean } from "../../expression.js";
import { weightToNumber } from "../../rational.js";

/** The operands of a power mean that count, and what can be said about their weights. */
export interface Terms {
  readonly parts: readonly { readonly part: Expression; readonly weight: number | string }[];
  /** Whether all weights are the same, so that they need not be told. */
  readonly equal: boolean;
  /** Whether the weights sum to 1 whatever is missing, so that the divisor need not be told. */
  readonly sumToOne: boolean;
}

/** Operands with a positive weight. */
export function termsOf({ of, weights, missing }: PowerMean): Terms {
  const parts = of
    .map((part, k) => ({ part, weight: weights?.[k] ?? 1 }))
    .filter(({ weight }) => weightToNumber(weight) > 0);
  const numbers = parts.map(({ weight }) => weightToNumber(weight));
  const sum = numbers.reduce((total, weight) => total + weight, 0);
  return {
    parts,
    equal: numbers.every((weight) => weight === numbers[0]),
    sumToOne: Math.abs(sum - 1) < 1e-12 && missing !== "renormalise",
  };
}
