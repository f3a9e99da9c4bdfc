import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { badDigits, badParts } from "./problems.js";

/** Percentages for a chart. */
export interface WholePercentages {
  readonly status: "ok";
  /** In the order of the counts; in units of the last digit they add up to 100 exactly. */
  readonly percentages: readonly number[];
  readonly digits: number;
  /** Hare quota, largest remainders (Hare–Niemeyer). */
  readonly method: "largest-remainder";
}

/** Remainders nearer than this differ by rounding only. Ten thousand of them add up to less than one unit. */
const tie = 1e-6;
const mostParts = 10_000;

/**
 * Percentages that add up to 100 in the digits shown, by largest remainders: each part gets its percentage rounded down, and the units
 * that are missing go to the parts that lost most. For bars and tables only: 33 + 33 + 33 looks like a mistake, but 34 is none of the
 * shares. Scores are computed from counts, never from these.
 *
 * No percentage is further from the true one than one unit of the last digit. Of equal remainders the larger part comes first, then the
 * earlier one.
 *
 * @param counts answers or weights per category, 0 or more
 * @param digits decimal places, 0 to 6
 * @returns the percentages, or `not-computable` `nothing-counted` when the counts add up to 0
 * @throws `CxMetricsError` `parts.not-allowed`, `digits.not-allowed`
 * @example
 * ```ts
 * const bars = largestRemainderPercentages([20, 20, 20]);
 * bars.status === "ok" && bars.percentages; // => [34, 33, 33]
 * const finer = largestRemainderPercentages([1, 5, 1], 1);
 * finer.status === "ok" && finer.percentages; // => [14.3, 71.4, 14.3]
 * ```
 */
export function largestRemainderPercentages(
  counts: readonly number[],
  digits = 0,
): WholePercentages | NotComputable {
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= 6))
    throw new CxMetricsError(badDigits, { path: ["digits"], values: { found: describeValue(digits) } });
  const parts = expectParts(counts);
  const largest = parts.reduce((most, part) => Math.max(most, part), 0);
  if (largest === 0) return nothingCounted;
  // Relative to the largest, so that the sum stays in range.
  const total = compensatedSum(parts.map((part) => part / largest));
  const perUnit = 10 ** digits;
  const units = 100 * perUnit;
  const quotas = parts.map((part, index) => {
    const quota = (part / largest / total) * units;
    const whole = Math.min(units, Math.floor(quota + tie));
    return { index, part, whole, remainder: quota - whole };
  });
  const missing = units - quotas.reduce((sum, { whole }) => sum + whole, 0);
  const raised = new Set(
    quotas
      .filter(({ part }) => part > 0)
      .sort(byRemainder)
      .slice(0, Math.max(0, missing))
      .map(({ index }) => index),
  );
  return {
    status: "ok",
    percentages: quotas.map(({ index, whole }) => (whole + (raised.has(index) ? 1 : 0)) / perUnit),
    digits: digits + 0,
    method: "largest-remainder",
  };
}

interface Quota {
  readonly index: number;
  readonly part: number;
  readonly remainder: number;
}

function byRemainder(left: Quota, right: Quota): number {
  const steps = Math.round(right.remainder / tie) - Math.round(left.remainder / tie);
  return steps || right.part - left.part || left.index - right.index;
}

const nothingCounted: NotComputable = {
  status: "not-computable",
  reason: "nothing-counted",
  message: { en: "The counts add up to 0.", zh: "各项计数之和为 0。" },
};

function expectParts(value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length > mostParts)
    throw new CxMetricsError(badParts, { path: ["counts"], values: { found: describeValue(value) } });
  return Array.from(value as readonly unknown[], (part, index) => {
    if (typeof part === "number" && part >= 0 && part <= 1e300) return part;
    throw new CxMetricsError(badParts, { path: ["counts", index], values: { found: describeValue(part) } });
  });
}
