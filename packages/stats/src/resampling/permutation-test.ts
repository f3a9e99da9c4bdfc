import { CxMetricsError, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { inRange, type ParameterRange } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { numbers } from "../expect/numbers.js";
import { representable } from "../expect/representable.js";
import { noObservations } from "../reasons.js";
import { exactMeanDifference } from "./exact-mean-difference.js";
import { enumeratedValues, monteCarloValues } from "./permuted-values.js";
import { tooMuchWork } from "./problems.js";
import { randomStream } from "./random-stream.js";
import { exactTooLarge, statisticUndefined } from "./reasons.js";
import { statisticFunction, statisticValue } from "./statistic-value.js";
import { type TailShares, tailShares } from "./tail-shares.js";

/** Statistic of two samples, 0 where they are alike, or null where it does not exist. */
export type TwoSampleStatistic = (a: readonly number[], b: readonly number[]) => number | null;

/** Arguments of `permutationTest`. */
export interface PermutationTestInput {
  /** What is compared with: the earlier wave, the other group. For a Net Promoter Score, −1, 0 or 1 for each answer. */
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** The difference of means b − a where it is left out. */
  readonly statistic?: TwoSampleStatistic;
  /** `exact` where it is left out. */
  readonly method?: "exact" | "monte-carlo";
  /** Whole number between 0 and 4294967295; needed for `monte-carlo`. */
  readonly seed?: number;
  /** Number of random divisions, 1 to 1 000 000; needed for `monte-carlo`. */
  readonly permutations?: number;
}

/** A permutation test and how it was done. */
export interface PermutationTest {
  readonly status: "ok";
  /** The statistic of the samples as they are: b − a unless another was given. */
  readonly difference: number;
  /** Two-sided p-value: divisions with a statistic at least as far from 0. */
  readonly p: number;
  /** Divisions with a statistic at least as large. */
  readonly pGreater: number;
  /** Divisions with a statistic at most as large. */
  readonly pLess: number;
  readonly method: "exact" | "monte-carlo";
  /** How the divisions were gone through; `sum-distribution` gives the exact answer without visiting each. */
  readonly procedure: "sum-distribution" | "enumeration" | "monte-carlo";
  /** Divisions visited, or null for `sum-distribution`. */
  readonly permutations: number | null;
  /** Visited divisions in which the statistic does not exist; p rests on the others. */
  readonly nulls: number;
  readonly generator: "xoroshiro128plus" | null;
  readonly seed: number | null;
}

const permutationRange: ParameterRange = {
  holds: (value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000,
  en: "a whole number between 1 and 1000000",
  zh: "是 1 与 1000000 之间的整数",
};

/** Numbers handed to the statistic over all divisions. */
const drawLimit = 1e10;

/**
 * Permutation test of two independent samples: how often would dividing the same answers at random give a difference as large?
 *
 * `exact` goes through every division into groups of the same sizes: p is their share with a statistic at least as extreme. For the difference of
 * means of whole numbers (ratings, or −1, 0 and 1 for a Net Promoter Score) the distribution of the group's sum is computed at once (Streitberg and
 * Röhmel, 1986); otherwise divisions are visited one by one, up to 200 000. A p below the smallest double is given as that double.
 *
 * `monte-carlo` draws m divisions; with b of them at least as extreme,
 * $$ p = \frac{b + 1}{m + 1} $$
 * because the samples as they are count as one (Davison and Hinkley 1997, section 4.3), so that p is never 0. Division by division, the pooled list
 * (first a, then b, as the last division left it) is shuffled from the front: place i takes the value of place i + `index(n − i)` of
 * `randomStream(seed)`, for as many places as `a` has.
 *
 * Statistics closer together than 1e-12 of the largest count as equal. The test is of equal distributions: groups of unequal spread and size can
 * be told apart although their means are equal.
 *
 * @returns the test, or `not-computable`: `no-observations` (an empty sample), `statistic-undefined`, `exact-too-large`
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-number`, `argument.not-a-function`,
 * `document.not-allowed` (an unknown method), `parameter.out-of-range`, `seed.out-of-range`, `resampling.too-large`, `statistic.not-a-number`, `result.not-representable`;
 * what the statistic throws is passed on
 * @example
 * ```ts
 * const before = [-1, -1, 0, 0, 1, -1, 0, 1];
 * const after = [1, 1, 0, 1, 1, 0, -1, 1, 1];
 * const exact = permutationTest({ a: before, b: after });
 * exact.status === "ok" && exact.p; // => 0.141916906622789
 * const drawn = permutationTest({ a: before, b: after, method: "monte-carlo", permutations: 999, seed: 11 });
 * drawn.status === "ok" && drawn.p; // => 0.152
 * ```
 */
export function permutationTest(input: PermutationTestInput): PermutationTest | NotComputable {
  const { a, b, statistic, method: wanted = "exact", seed, permutations } = namedMembers(input, "input");
  const from = Array.from(numbers(a, "a"));
  const to = Array.from(numbers(b, "b"));
  const method = expectOneOf(wanted, ["method"], ["exact", "monte-carlo"] as const);
  const compare = statistic === undefined ? meanDifference : statisticFunction(statistic);
  const drawn = method === "monte-carlo";
  const stream = drawn ? randomStream(seed as number) : null;
  const count = drawn ? inRange(permutations, "permutations", permutationRange) : 0;
  const draws = count * (from.length + to.length);
  if (draws > drawLimit) throw new CxMetricsError(tooMuchWork, { values: { draws, limit: drawLimit } });
  if (from.length === 0 || to.length === 0) return noObservations;
  const difference = statisticValue(compare(from, to));
  if (difference === null) return statisticUndefined;

  const base = { status: "ok", difference, method } as const;
  const unseeded = { nulls: 0, generator: null, seed: null };
  if (stream) {
    const values = monteCarloValues(from, to, compare, count, stream);
    const tails = plusOne(tailShares(values, difference), values.length);
    const { generator, seed } = stream;
    const nulls = count - values.length;
    return { ...base, ...tails, procedure: "monte-carlo", permutations: count, nulls, generator, seed };
  }
  const known = statistic === undefined ? exactMeanDifference(from, to) : null;
  if (known) return { ...base, ...known, procedure: "sum-distribution", permutations: null, ...unseeded };
  const visited = enumeratedValues(from, to, compare);
  if (visited === null) return exactTooLarge;
  const { values, divisions } = visited;
  const nulls = divisions - values.length;
  const tails = tailShares(values, difference);
  return { ...base, ...tails, procedure: "enumeration", permutations: divisions, ...unseeded, nulls };
}

function meanDifference(a: readonly number[], b: readonly number[]): number {
  return representable(compensatedSum(b) / b.length - compensatedSum(a) / a.length, "difference");
}

function plusOne({ p, pGreater, pLess }: TailShares, m: number): TailShares {
  const share = (of: number) => (Math.round(of * m) + 1) / (m + 1);
  return { p: share(p), pGreater: share(pGreater), pLess: share(pLess) };
}
