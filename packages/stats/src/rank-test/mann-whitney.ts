import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { nameAmong } from "../expect/name-among.js";
import { namedMembers } from "../expect/named-members.js";
import { numbers } from "../expect/numbers.js";
import { noObservations, tiedObservations, tooManyAnswers } from "../reasons.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";
import { exactRankTail } from "./exact-rank-tail.js";
import { choiceNotBoolean } from "./problems.js";
import { rankPairs } from "./rank-pairs.js";

/** Name of a way to compute the p-value of `mannWhitney`. */
export type MannWhitneyMethod = "exact" | "asymptotic";

/** Options of `mannWhitney`. */
export interface MannWhitneyOptions {
  /** Exact where both samples hold fewer than 50 values without ties, asymptotic otherwise, when it is left out. */
  readonly method?: MannWhitneyMethod;
  /** Half a step towards the middle in the asymptotic test; `true` where it is left out, as in R. */
  readonly continuityCorrection?: boolean;
}

/** The Mann–Whitney test of two independent samples. */
export interface MannWhitneyTest {
  readonly status: "ok";
  /** Pairs in which b exceeds a, ties counted half. */
  readonly u: number;
  /** u over all pairs: the chance that a random b exceeds a random a, ties counted half; above ½ where b tends to be larger. */
  readonly probabilityOfSuperiority: number;
  /** Standardised u, tie-corrected; `null` for the exact method or when all values are equal. */
  readonly z: number | null;
  /** Two-sided p-value of equal distributions, or `null` when all values are equal. */
  readonly p: number | null;
  readonly method: MannWhitneyMethod;
}

const methods: readonly MannWhitneyMethod[] = ["exact", "asymptotic"];
const mostPairs = 10_000;

/**
 * Mann–Whitney (Wilcoxon rank-sum) test of two independent samples of ordinal values, with the probability of superiority.
 *
 * $$ U = \sum_{i,j}\left[b_j > a_i\right] + \tfrac12\left[b_j = a_i\right], \qquad
 * z = \frac{U - \frac{n_a n_b}{2} \mp \frac12}{\sqrt{\frac{n_a n_b}{12}\left(N + 1 - \frac{\sum(t^3-t)}{N(N-1)}\right)}} $$
 *
 * where t are the sizes of groups of ties. `wilcox.test(b, a)` of R gives the same U as W, and the same p. The exact p-value
 * doubles the smaller tail. Source: Mann and Whitney, Annals of Mathematical Statistics 18 (1947) 50–60; ties: Lehmann,
 * Nonparametrics (1975), section 1.4.
 *
 * @param a what is compared with: the earlier wave, the other group
 * @returns the test, or `not-computable`: `no-observations` (an empty sample); for an asked `exact` also `tied-observations`
 * and `too-many-answers` (more than 10 000 pairs)
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number` with the index, `argument.not-an-object`,
 * `method.unknown`, `option.not-boolean`
 * @example
 * ```ts
 * const test = mannWhitney([3, 4, 5, 2, 3], [5, 5, 4, 3, 5, 4]);
 * test.status === "ok" && test.u; // => 22.5
 * test.status === "ok" && test.probabilityOfSuperiority; // => 0.75
 * test.status === "ok" && test.p; // => 0.18228717573889333
 * ```
 */
export function mannWhitney(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: MannWhitneyOptions = {},
): MannWhitneyTest | NotComputable {
  const listA = numbers(a, "a");
  const listB = numbers(b, "b");
  const { method: wanted, continuityCorrection = true } = namedMembers(options, "options");
  if (wanted !== undefined) nameAmong(methods, wanted, "method");
  if (typeof continuityCorrection !== "boolean") {
    const values = { name: "continuityCorrection", found: describeValue(continuityCorrection) };
    throw new CxMetricsError(choiceNotBoolean, { path: ["continuityCorrection"], values });
  }
  const [nA, nB] = [listA.length, listB.length];
  if (nA === 0 || nB === 0) return noObservations;
  const { u, tieSum } = rankPairs(listA, listB);
  const method = wanted ?? (tieSum === 0 && nA < 50 && nB < 50 ? "exact" : "asymptotic");
  const found = { status: "ok", u, probabilityOfSuperiority: u / (nA * nB), method } as const;
  if (method === "exact") {
    // The law is the same for both orders; taking one of them makes the p-value the same to the last bit.
    const [smaller, larger] = nA < nB ? [nA, nB] : [nB, nA];
    if (tieSum > 0) return tiedObservations;
    if (nA * nB > mostPairs) return tooManyAnswers(mostPairs);
    return {
      ...found,
      z: null,
      p: Math.min(1, 2 * exactRankTail(smaller, larger, Math.min(u, nA * nB - u))),
    };
  }
  const size = nA + nB;
  const variance = ((nA * nB) / 12) * (size + 1 - tieSum / (size * (size - 1)));
  const distance = u - (nA * nB) / 2;
  // All values equal: nothing to rank. Rounding may leave a trace of variance.
  if (tieSum >= size ** 3 - size) return { ...found, z: null, p: null };
  const counted = continuityCorrection ? Math.max(0, Math.abs(distance) - 0.5) : Math.abs(distance);
  const z = (Math.sign(distance) * counted) / Math.sqrt(variance) + 0;
  return { ...found, z, p: 2 * normalUpperTail(Math.abs(z)) };
}
