import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { expectScale } from "./expect-scale.js";
import { badTally } from "./problems.js";
import type { RatingTally } from "./rating-tally.js";

/** Beyond this a sum of sums, or a product with a scale point, could leave the range of a double. */
const largestSum = 1e280;
/** Sums taken in another order, or by a database, may differ in their last digits. */
const rounding = 1 + 1e-9;

/**
 * Expects a rating tally, whoever took it: a list entry per point, counts whole, sums finite, and sums that some weights could
 * have produced.
 *
 * @throws `CxMetricsError` `tally.malformed`, `scale.not-allowed`
 */
export function expectTally(value: unknown, path: ProblemPath): RatingTally {
  if (typeof value !== "object" || value === null) throw refuse(path, "not an object", "不是对象");
  const tally = value as Partial<Record<keyof RatingTally, unknown>>;
  const { min, max } = expectScale(tally.scale, [...path, "scale"]);
  const points = max - min + 1;
  if (typeof tally.weighted !== "boolean")
    throw refuse([...path, "weighted"], "weighted is not true or false", "weighted 应为 true 或 false");
  for (const name of ["counts", "weightSums", "squaredWeightSums"] as const) {
    const list = tally[name];
    const fits = name === "counts" ? isCount : isSum;
    if (!Array.isArray(list) || list.length !== points || !Array.from(list).every(fits))
      throw refuse(
        [...path, name],
        `${name} needs ${points} numbers from 0 to ${largestSum}`,
        `${name} 应为 ${points} 个 0 到 ${largestSum} 之间的数`,
      );
  }
  for (const name of ["missing", "invalid"] as const) {
    const reasons = tally[name];
    if (typeof reasons !== "object" || reasons === null || !Object.values(reasons).every(isCount))
      throw refuse([...path, name], `${name} is not counts by reason`, `${name} 应为按原因的计数`);
  }
  const checked = value as RatingTally;
  for (let point = 0; point < points; point++)
    if (
      !sumsAgree(
        checked.weighted,
        checked.counts[point] as number,
        checked.weightSums[point] as number,
        checked.squaredWeightSums[point] as number,
      )
    )
      throw refuse(
        [...path, "weightSums", point],
        "the counts, weight sums and squared weight sums do not belong together",
        "计数、权重和与权重平方和不相符",
      );
  return checked;
}

/** Whether a count, Σw and Σw² can belong to the same answers. */
export function sumsAgree(weighted: boolean, count: number, sum: number, squares: number): boolean {
  if (!weighted) return sum === count && squares === count;
  // Σw² ≤ (Σw)² ≤ n·Σw²; divided by Σw, because its square may overflow.
  if (count === 0 || sum === 0) return sum === 0 && squares === 0;
  const ratio = squares / sum;
  return ratio <= sum * rounding && sum <= count * ratio * rounding;
}

/** Whether a value is a whole number from 0 upwards. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Whether a value is a sum of weights that later steps can take. */
export function isSum(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= largestSum;
}

function refuse(path: ProblemPath, en: string, zh: string): CxMetricsError {
  return new CxMetricsError(badTally, { path, values: { reason: { en, zh } } });
}
