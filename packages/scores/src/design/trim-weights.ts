import { expectOptions, refuse } from "../rating-options.js";
import { kishDesignEffect } from "./calibrated-weights.js";
import { badBounds } from "./problems.js";
import { expectWeights } from "./read-margins.js";

/** Least and largest weight. */
export interface TrimBounds {
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
}

/** To whom the weight goes that trimming cuts off: an equal part to each weight inside the bounds, or in proportion to it. */
export type Redistribution = "equal" | "proportional";

/** Options of `trimWeights`. */
export interface TrimOptions extends TrimBounds {
  /** `equal` where it is left out, as R's `survey::trimWeights`. */
  readonly redistribution?: Redistribution | undefined;
}

/** Weights inside bounds, with the same total as before. */
export interface TrimmedWeights {
  readonly weights: readonly number[];
  /** Records whose weight stands at a bound. */
  readonly trimmed: number;
  /** Kish's design effect $n \sum w^2 / (\sum w)^2$ over records with a weight. */
  readonly designEffect: { readonly before: number; readonly after: number };
}

/** A trimmed weight may lie this much beyond its bound, relative to it. */
const rounding = 1e-12;

/** Rounds of redistribution; each fixes at least one weight to a bound. */
const mostRounds = 1000;

/**
 * Cuts weights to bounds and gives what was cut off to the weights inside, again and again until none is pushed outside; the total
 * stays. A weight that was cut stays at its bound (with both bounds R's `trimWeights` lets it move again; with one they agree).
 * Trimming buys precision with bias: show the design effect before and after. Records of weight 0 stay at 0.
 *
 * @param weights one per record
 * @param options `lower` and `upper` in the unit of the weights, `redistribution`
 * @throws `CxMetricsError` `calibration.bounds-not-allowed` (also when no weights inside the bounds have this total),
 * `calibration.not-allowed`, `option.unknown`, `ratings.not-a-list`
 * @example
 * ```ts
 * trimWeights([1, 1, 2, 8], { upper: 5 }).weights; // => [2, 2, 3, 5]
 * trimWeights([1, 1, 2, 8], { upper: 5, redistribution: "proportional" }).weights; // => [1.75, 1.75, 3.5, 5]
 * ```
 */
export function trimWeights(weights: ArrayLike<number>, options: TrimOptions): TrimmedWeights {
  const {
    lower,
    upper,
    redistribution = "equal",
  } = expectOptions(options, ["lower", "upper", "redistribution"]) as TrimOptions;
  for (const [name, bound] of Object.entries({ lower, upper }))
    if (bound !== undefined && !(typeof bound === "number" && bound >= 0 && bound <= Number.MAX_VALUE))
      throw refuse(
        badBounds,
        ["options", name],
        { en: "a number of at least 0", zh: "不小于 0 的数" },
        bound,
      );
  if (redistribution !== "equal" && redistribution !== "proportional")
    throw refuse(badBounds, ["options", "redistribution"], "equal | proportional", redistribution);
  const before = expectWeights(weights, ["weights"]);
  const after = before.slice();
  const trimmed = trimInPlace(after, { lower, upper }, redistribution);
  if (trimmed === null)
    throw refuse(
      badBounds,
      ["options"],
      { en: "bounds around the mean weight", zh: "包含平均权重的上下限" },
      `${lower ?? "–"}…${upper ?? "–"}`,
    );
  const has = before.some((weight) => weight > 0);
  return {
    weights: Array.from(after),
    trimmed,
    designEffect: { before: has ? kishDesignEffect(before) : 1, after: has ? kishDesignEffect(after) : 1 },
  };
}

/** Trims in place; the number of weights at a bound, or `null` when no weights inside the bounds have this total. */
export function trimInPlace(
  weights: Float64Array,
  { lower = 0, upper = Number.MAX_VALUE }: TrimBounds,
  redistribution: Redistribution,
): number | null {
  const fixed = new Uint8Array(weights.length);
  let trimmed = 0;
  for (let round = 0; round < mostRounds; round++) {
    let excess = 0;
    let outside = 0;
    for (let row = 0; row < weights.length; row++) {
      const weight = weights[row] as number;
      if (weight === 0) continue;
      const bound =
        weight > upper * (1 + rounding) ? upper : weight < lower * (1 - rounding) ? lower : weight;
      if (bound === weight) continue;
      excess += weight - bound;
      weights[row] = bound;
      fixed[row] = 1;
      outside++;
    }
    if (outside === 0) return trimmed;
    trimmed = 0;
    let inside = 0;
    let insideSum = 0;
    for (let row = 0; row < weights.length; row++) {
      if (fixed[row] === 1) trimmed++;
      else if ((weights[row] as number) > 0) {
        inside++;
        insideSum += weights[row] as number;
      }
    }
    if (inside === 0) return Math.abs(excess) <= rounding * weights.length * upper ? trimmed : null;
    for (let row = 0; row < weights.length; row++) {
      const weight = weights[row] as number;
      if (fixed[row] === 1 || weight === 0) continue;
      const next = redistribution === "equal" ? weight + excess / inside : weight * (1 + excess / insideSum);
      // Weight that had to be taken away from the small ones may exceed what they have.
      if (!(next > 0)) return null;
      weights[row] = next;
    }
  }
  return null;
}
