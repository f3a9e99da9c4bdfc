import { type Base, CxMetricsError, didYouMean } from "@cxmetrics/definition";
import { cellKey } from "../cell-key.js";
import { unknownLevel } from "../problems.js";
import type { RubricMeanMeasure } from "./measure.js";
import type { MeasureContext } from "./measure-kind.js";

/** Mean score of each rater, the same ascending, and the base in rows. */
export async function raterMeans(
  measure: RubricMeanMeasure,
  { engine, rows, header, path }: MeasureContext,
): Promise<{
  readonly byRater: ReadonlyMap<string, number>;
  readonly means: readonly number[];
  readonly base: Base;
}> {
  const scores = new Map(Object.entries(measure.levels).map(([level, score]) => [cellKey(level), score]));
  const missingValues = new Set((measure.missing ?? []).map(cellKey));
  const column = header(measure.level);
  const tally = await engine.countValues({ ...rows, columns: [header(measure.rater), column] });

  const raters = new Map<string, { sum: number; count: number }>();
  const excluded = new Map<string, number>();
  let [valid, missing, invalid] = [0, 0, 0];
  for (const { values, count } of tally.cells) {
    const [rater = null, level = null] = values;
    const key = level === null ? null : cellKey(level);
    const score = key === null ? undefined : scores.get(key);
    if (rater === null || key === null || missingValues.has(key)) {
      missing += count;
      const reason = rater === null ? "no rater" : key === null ? "blank" : `code ${key}`;
      excluded.set(reason, (excluded.get(reason) ?? 0) + count);
    } else if (score === undefined) {
      if (measure.onInvalid !== "count") throw offRubric(key);
      invalid += count;
      excluded.set("unknown level", (excluded.get("unknown level") ?? 0) + count);
    } else {
      valid += count;
      const known = raters.get(rater) ?? { sum: 0, count: 0 };
      raters.set(rater, { sum: known.sum + score * count, count: known.count + count });
    }
  }
  const byRater = new Map([...raters].map(([rater, { sum, count }]) => [rater, sum / count]));
  return {
    byRater,
    // Sorted, so that the sum over raters does not depend on the order of the rows.
    means: [...byRater.values()].sort((a, b) => a - b),
    base: { valid, missing, invalid, excluded: Object.fromEntries(excluded) },
  };

  function offRubric(found: string): CxMetricsError {
    const allowed = Object.keys(measure.levels);
    return new CxMetricsError(unknownLevel, {
      path: [...path, "levels"],
      values: {
        source: rows.source,
        column,
        found: JSON.stringify(found.slice(0, 40)),
        hint: didYouMean(found, allowed),
        allowed: allowed.join(", "),
      },
    });
  }
}
