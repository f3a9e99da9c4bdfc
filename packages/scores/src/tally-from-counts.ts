import { CxMetricsError, describeValue, type LocalizedText } from "@cxmetrics/definition";
import { expectScale } from "./expect-scale.js";
import { badCount, countsOffScale } from "./problems.js";
import type { RatingTally } from "./rating-tally.js";
import { type RatingScale, writeScale } from "./scale.js";

/**
 * A tally from answers that are already counted: a list from the lowest point upwards, or a record from point to count in which
 * absent points count 0. Unweighted.
 *
 * @throws `CxMetricsError` `counts.off-scale` for a list of another length or a point that the scale lacks, `count.not-allowed`,
 * `scale.not-allowed`
 * @example
 * ```ts
 * tallyFromCounts({ 9: 3, 10: 2 }, { min: 0, max: 10 }).counts; // => [0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 2]
 * tallyFromCounts([4, 0, 6], { min: 1, max: 3 }).weightSums; // => [4, 0, 6]
 * ```
 */
export function tallyFromCounts(
  counts: readonly number[] | Readonly<Record<string, number>>,
  scale: RatingScale,
): RatingTally {
  const checked = expectScale(scale, ["scale"]);
  const points = checked.max - checked.min + 1;
  const perPoint = new Array<number>(points).fill(0);
  if (Array.isArray(counts)) {
    if (counts.length !== points) throw refuse(`${counts.length} points`, checked, []);
    for (const [index, count] of counts.entries()) perPoint[index] = expectCount(count, index);
  } else {
    if (typeof counts !== "object" || counts === null) throw refuse(describeValue(counts), checked, []);
    for (const [key, count] of Object.entries(counts)) {
      const index = Number(key) - checked.min;
      if (String(Number(key)) !== key || !Number.isInteger(index) || index < 0 || index >= points)
        throw refuse(describeValue(key), checked, [key]);
      perPoint[index] = expectCount(count, key);
    }
  }
  return {
    scale: checked,
    weighted: false,
    counts: perPoint,
    weightSums: [...perPoint],
    squaredWeightSums: [...perPoint],
    missing: {},
    invalid: {},
  };
}

function expectCount(count: unknown, key: string | number): number {
  if (Number.isSafeInteger(count) && (count as number) >= 0) return (count as number) + 0;
  throw new CxMetricsError(badCount, { path: ["counts", key], values: { count: describeValue(count) } });
}

function refuse(found: string | LocalizedText, scale: RatingScale, key: readonly string[]): CxMetricsError {
  return new CxMetricsError(countsOffScale, {
    path: ["counts", ...key],
    values: { found, scale: writeScale(scale) },
  });
}
