import type { SqlText } from "../sql-text.js";

/** What a rating is to a tally, as the number that stands for it in the answer of the database. */
export const ratingClass = {
  answer: 0,
  blank: 1,
  code: 2,
  "not-a-number": 3,
  "off-scale": 4,
  "not-whole": 5,
  "bad-weight": 6,
} as const;

/** Bounds of a weight that is not 0, those of the tallies in memory. */
const leastWeight = 1e-140;
const mostWeight = 1e140;

/** The class of a rating: an expression over names of doubles, tested in the order of the tallies in memory. */
export function classOfRating(
  text: SqlText,
  rating: string,
  scale: { readonly min: number; readonly max: number },
  missing: readonly number[],
  weight: string | null,
): string {
  const { isNan } = text.dialect;
  const number = (value: number) => text.number(value);
  const codes = missing.filter((code) => Number.isFinite(code)).map(number);
  const whens = [
    `WHEN ${rating} IS NULL THEN ${ratingClass.blank}`,
    `WHEN ${isNan(rating)} THEN ${missing.some(Number.isNaN) ? ratingClass.blank : ratingClass["not-a-number"]}`,
    ...(codes.length === 0 ? [] : [`WHEN ${rating} IN (${codes.join(", ")}) THEN ${ratingClass.code}`]),
    `WHEN ${rating} < ${number(scale.min)} OR ${rating} > ${number(scale.max)} THEN ${ratingClass["off-scale"]}`,
    `WHEN ${rating} <> FLOOR(${rating}) THEN ${ratingClass["not-whole"]}`,
    ...(weight === null ? [] : [`WHEN NOT ${isWeight(text, weight)} THEN ${ratingClass["bad-weight"]}`]),
  ];
  return `CASE ${whens.join(" ")} ELSE ${ratingClass.answer} END`;
}

/** Whether a weight can be used; true or false, never NULL. */
function isWeight({ dialect, number }: SqlText, weight: string): string {
  const inRange = `${weight} = ${number(0)} OR (${weight} >= ${number(leastWeight)} AND ${weight} <= ${number(mostWeight)})`;
  return `(${weight} IS NOT NULL AND NOT ${dialect.isNan(weight)} AND (${inRange}))`;
}
