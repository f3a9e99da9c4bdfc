import { CxMetricsError } from "@cxmetrics/definition";
import type { RatingScale } from "@cxmetrics/scores";
import { badRows, invalidRatings } from "../problems.js";
import { ratingClass } from "./rating-classes.js";

/** What becomes of rows without a rating that can be used. */
export type OnInvalid = "throw" | "count";

/** Records that are no answer, by reason. */
export interface ClassCounts {
  readonly missing: Map<string, number>;
  readonly invalid: Map<string, number>;
}

const invalidClasses = ["not-a-number", "off-scale", "not-whole", "bad-weight"] as const;

/** No records yet. */
export function startCounts(): ClassCounts {
  return { missing: new Map(), invalid: new Map() };
}

/** Counts rows of one class; answers the point of the scale for those that are answers, `null` for others. */
export function countClass(
  counts: ClassCounts,
  found: number,
  point: number,
  records: number,
  scale: RatingScale,
): number | null {
  const add = (reasons: Map<string, number>, reason: string) =>
    reasons.set(reason, (reasons.get(reason) ?? 0) + records);
  if (found === ratingClass.answer) {
    if (Number.isInteger(point) && point >= scale.min && point <= scale.max) return point;
    throw refuseRows("a point is off the scale", "有分值超出量表");
  }
  if (found === ratingClass.blank) add(counts.missing, "blank");
  else if (found === ratingClass.code) add(counts.missing, `code ${point}`);
  else {
    const reason = invalidClasses.find((name) => ratingClass[name] === found);
    if (reason === undefined) throw refuseRows(`there is no class ${found}`, `没有类别 ${found}`);
    add(counts.invalid, reason);
  }
  return null;
}

/** Refuses invalid records, unless the caller asked to count them. */
export function refuseInvalid(all: readonly ClassCounts[], scale: RatingScale, onInvalid: OnInvalid): void {
  if (onInvalid === "count") return;
  const reasons = new Map<string, number>();
  for (const { invalid } of all)
    for (const [reason, records] of invalid) reasons.set(reason, (reasons.get(reason) ?? 0) + records);
  if (reasons.size === 0) return;
  throw new CxMetricsError(invalidRatings, {
    path: ["rows"],
    values: {
      rows: [...reasons.values()].reduce((sum, records) => sum + records, 0),
      scale: `${scale.min}–${scale.max}`,
      reasons: [...reasons].map(([reason, records]) => `${reason}: ${records}`).join(", "),
    },
  });
}

/** The error of rows that no compiled query yields. */
function refuseRows(en: string, zh: string): CxMetricsError {
  return new CxMetricsError(badRows, { path: ["rows"], values: { reason: { en, zh } } });
}
