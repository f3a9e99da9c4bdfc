import { weightToNumber } from "@cxmetrics/formula";
import type { Grades } from "../index-definition.js";
import type { GradeResult } from "../index-result.js";
import { lessIsBetter } from "./less-is-better.js";
import { reachedBand } from "./reached-band.js";

/** A share such as 1/3 of 9 units is 3 of them, whatever the last digit of the product. */
const tolerance = 1e-9;

/**
 * Lowers the surplus of every band that has a quota, from the best band down: the least good values go first, and a unit that went
 * down counts in the band below. The base of the share is every unit that has a grade. A quota is a ceiling of a band; `quotaGrades` deals out grades by rank alone.
 */
export function applyQuotas(
  grades: Grades,
  values: readonly (number | null)[],
  graded: readonly GradeResult[],
): readonly GradeResult[] {
  const { bands, quotaTies } = grades;
  if (bands.every((band) => band.quota === undefined)) return graded;
  const sign = lessIsBetter(grades) ? -1 : 1;
  const place = new Map(bands.map((band, index) => [band.id, index]));
  const bandAt = graded.map(({ grade }) => (grade === null ? -1 : (place.get(grade) ?? -1)));
  const base = bandAt.filter((band) => band >= 0).length;
  bands.forEach(({ quota }, index) => {
    if (quota === undefined) return;
    const room = Math.floor(weightToNumber(quota) * base + tolerance);
    const rows = [...bandAt.keys()].filter((row) => bandAt[row] === index);
    if (rows.length <= room) return;
    // On the scale of merit, whichever way the values run.
    const valueAt = (row: number) => sign * (values[row] as number);
    rows.sort((a, b) => valueAt(b) - valueAt(a));
    const firstOut = valueAt(rows[room] as number);
    const stays = (row: number) =>
      valueAt(row) > firstOut ||
      (valueAt(row) === firstOut &&
        quotaTies === "keep" &&
        room > 0 &&
        valueAt(rows[room - 1] as number) === firstOut);
    for (const row of rows)
      if (!stays(row)) bandAt[row] = reachedBand(grades, values[row] as number, index + 1);
  });
  return graded.map((result, row) => {
    const band = bandAt[row] as number;
    const grade = band < 0 ? null : (bands[band]?.id ?? null);
    return result.grade === null || result.grade === grade
      ? result
      : { ...result, status: "lowered-by-quota", grade, beforeQuota: result.grade };
  });
}
