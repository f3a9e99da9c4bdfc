import { logFactorial } from "./log-factorial.js";

/** Most answers that the exact test takes, both sides together. */
export const mostPermuted = 200_000;

/** The smallest p-value told; it stands for itself and anything below. */
const leastP = 1e-300;

/** Logarithm of the share below which a term changes nothing, even if there are a hundred thousand of them. */
const negligible = -60;

/** Answers scored +1, 0 and −1. */
export type TrinomialCounts = readonly [number, number, number];

/** The pooled answers, and how many of them side b holds. */
interface Pool {
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
  readonly sizeB: number;
}

/** A range of numbers of −1 answers on side b, both ends included; empty when the first is above the last. */
type Range = readonly [first: number, last: number];

/**
 * Exact two-sided permutation p-value for the difference of two means of answers scored +1, 0 and −1: the share of all
 * rearrangements of the pooled answers into samples of the same sizes whose difference is at least as far from 0.
 *
 * Side b holds i of the U answers +1 and j of the L answers −1 with the multivariate hypergeometric probability; for each i the
 * rejected j form two ranges, within which the terms rise to a mode and fall. Differences are compared as whole numbers, so that ties
 * are exact.
 *
 * @returns 1e-300 to 1
 */
export function exactPermutationP(a: TrinomialCounts, b: TrinomialCounts): number {
  const [upper, middle, lower] = [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
  const sizeB = b[0] + b[1] + b[2];
  const size = upper + middle + lower;
  // The difference is (s·size − centre) / (sizeA · sizeB), with s = i − j the sum of the scores of side b.
  const centre = (upper - lower) * sizeB;
  const observed = Math.abs((b[0] - b[2]) * size - centre);
  if (observed === 0) return 1;
  const highest = Math.ceil((centre + observed) / size);
  const lowest = Math.floor((centre - observed) / size);

  const pool: Pool = { upper, middle, lower, sizeB };
  const all = logSum(pool, (_, whole) => [whole]);
  const rejected = logSum(pool, (i, [first, last]) => [
    [first, Math.min(last, i - highest)],
    [Math.max(first, i - lowest), last],
  ]);
  return Math.min(1, Math.max(leastP, Math.exp(rejected - all)));
}

/** Logarithm of the number of rearrangements in the ranges that are chosen for each i. */
function logSum(pool: Pool, choose: (i: number, whole: Range) => readonly Range[]): number {
  const { upper, middle, lower, sizeB } = pool;
  const visit = (see: (i: number, range: Range, start: number, log: number) => void) => {
    for (let i = Math.max(0, sizeB - lower - middle); i <= Math.min(upper, sizeB); i++) {
      const left = sizeB - i;
      for (const range of choose(i, [Math.max(0, left - middle), Math.min(lower, left)])) {
        const [first, last] = range;
        if (first > last) continue;
        const mode = Math.floor(((lower + 1) * (left + 1)) / (lower + middle + 2));
        const start = Math.min(last, Math.max(first, mode));
        see(i, range, start, logCell(pool, i, start));
      }
    }
  };
  let largest = Number.NEGATIVE_INFINITY;
  visit((_i, _range, _start, log) => {
    largest = Math.max(largest, log);
  });
  let sum = 0;
  visit((i, range, start, log) => {
    if (log - largest > negligible) sum += Math.exp(log - largest) * sumFrom(pool, sizeB - i, range, start);
  });
  return largest + Math.log(sum);
}

/** Logarithm of the number of rearrangements with i answers +1 and j answers −1 on side b. */
function logCell({ upper, middle, lower, sizeB }: Pool, i: number, j: number): number {
  return logChoose(upper, i) + logChoose(lower, j) + logChoose(middle, sizeB - i - j);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Sum over a range of j, as a multiple of the term at `start`, its largest; `left` answers are not +1. */
function sumFrom({ middle, lower }: Pool, left: number, [first, last]: Range, start: number): number {
  /** Quotient of the terms at j + 1 and j. */
  const growth = (j: number) => ((lower - j) * (left - j)) / ((j + 1) * (middle - left + j + 1));
  let sum = 1;
  for (let j = start, term = 1; j < last && term > 1e-20; j++) {
    term *= growth(j);
    sum += term;
  }
  for (let j = start, term = 1; j > first && term > 1e-20; j--) {
    term /= growth(j - 1);
    sum += term;
  }
  return sum;
}
