import { CxMetricsError, describeValue, type Problem } from "@cxmetrics/definition";
import { badWeight, notANumber, notWhole, offScale } from "./problems.js";
import { type RatingOptions, refuse as refuseValue } from "./rating-options.js";
import type { RatingTally } from "./rating-tally.js";
import { type RatingScale, writeScale } from "./scale.js";

/** Bounds of a weight that is not 0: squares and sums of squares of these stay in the range of a double. */
export const leastWeight = 1e-140;
export const mostWeight = 1e140;

/** How ratings are read, and where those that are no answer are counted. */
export interface RatingReader {
  readonly scale: RatingScale;
  /** Name of the column, for messages; `ratings` where it is left out. */
  readonly column?: string;
  readonly codes: ReadonlySet<number>;
  readonly counting: boolean;
  readonly missing: Map<string, number>;
  readonly invalid: Map<string, number>;
}

/** A tally while it is being taken. Each sum has its lost low-order part beside it (`…Rests`). */
export interface TallyBuilder extends RatingReader {
  readonly weighted: boolean;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly sumRests: Float64Array;
  readonly squares: Float64Array;
  readonly squareRests: Float64Array;
}

/** An empty tally that reads ratings as the options say. */
export function startTally(scale: RatingScale, options: RatingOptions): TallyBuilder {
  const column = () => new Float64Array(scale.max - scale.min + 1);
  return {
    ...startReader(scale, options),
    weighted: options.weights !== undefined,
    counts: column(),
    sums: column(),
    sumRests: column(),
    squares: column(),
    squareRests: column(),
  };
}

/** A reader that has read nothing yet. */
export function startReader(scale: RatingScale, options: RatingOptions): RatingReader {
  return {
    scale,
    codes: new Set(options.missing),
    counting: options.onInvalid === "count",
    missing: new Map(),
    invalid: new Map(),
  };
}

/** Adds one row. A weight is looked at only where there is a rating to weigh. */
export function addRow(tally: TallyBuilder, rating: unknown, weight: unknown, row: number): void {
  const point = readRating(tally, rating, row);
  if (point < 0 || (tally.weighted && !readWeight(tally, weight, row))) return;
  tally.counts[point] = (tally.counts[point] ?? 0) + 1;
  if (!tally.weighted) return;
  addTo(tally.sums, tally.sumRests, point, weight as number);
  addTo(tally.squares, tally.squareRests, point, (weight as number) ** 2);
}

/** Place of a rating on its scale, from 0; −1 when it is none, and then it is counted under its reason. */
export function readRating(reader: RatingReader, rating: unknown, row: number): number {
  const { scale, codes } = reader;
  if (rating === null || rating === undefined) count(reader.missing, "blank");
  else if (codes.size > 0 && codes.has(rating as number)) count(reader.missing, reasonOf(rating as number));
  else if (typeof rating !== "number" || Number.isNaN(rating))
    refuse(reader, notANumber, "not-a-number", rating, row);
  else if (rating < scale.min || rating > scale.max) refuse(reader, offScale, "off-scale", rating, row);
  else if (!Number.isInteger(rating)) refuse(reader, notWhole, "not-whole", rating, row);
  else return rating - scale.min;
  return -1;
}

/** What a code for "no answer" is counted under. In a typed array `NaN` is the only blank there can be. */
function reasonOf(code: number): string {
  return Number.isNaN(code) ? "blank" : `code ${code}`;
}

/** Whether a weight can be used; one that cannot is counted or refused. */
export function readWeight(reader: RatingReader, weight: unknown, row: number): weight is number {
  if (isWeight(weight)) return true;
  if (!reader.counting)
    throw refuseValue(badWeight, ["options", "weights", row], `0 | ${leastWeight}…${mostWeight}`, weight);
  count(reader.invalid, "bad-weight");
  return false;
}

/** Adds to one sum and keeps what rounding loses (Knuth's two-sum), so that the order of rows does not matter. */
export function addTo(sums: Float64Array, rests: Float64Array, point: number, term: number): void {
  const before = sums[point] ?? 0;
  const after = before + term;
  const added = after - before;
  rests[point] = (rests[point] ?? 0) + (before - (after - added) + (term - added));
  sums[point] = after;
}

/** The tally as plain data. */
export function finishTally(tally: TallyBuilder): RatingTally {
  const counts = Array.from(tally.counts);
  const total = (sums: Float64Array, rests: Float64Array) =>
    Array.from(sums, (sum, point) => sum + (rests[point] ?? 0));
  return {
    scale: tally.scale,
    weighted: tally.weighted,
    counts,
    weightSums: tally.weighted ? total(tally.sums, tally.sumRests) : [...counts],
    squaredWeightSums: tally.weighted ? total(tally.squares, tally.squareRests) : [...counts],
    missing: Object.fromEntries(tally.missing),
    invalid: Object.fromEntries(tally.invalid),
  };
}

/** Counts one or more records under a reason. */
export function count(reasons: Map<string, number>, reason: string, records = 1): void {
  reasons.set(reason, (reasons.get(reason) ?? 0) + records);
}

/** Whether a value is 0 or a weight in range. */
export function isWeight(weight: unknown): weight is number {
  return typeof weight === "number" && (weight === 0 || (weight >= leastWeight && weight <= mostWeight));
}

function refuse(reader: RatingReader, problem: Problem, reason: string, rating: unknown, row: number): void {
  if (reader.counting) {
    count(reader.invalid, reason);
    return;
  }
  // A text cannot be declared as a code; the example then is a usual one.
  const example = typeof rating === "number" ? rating : 99;
  const values = {
    rating: describeValue(rating),
    example: String(example),
    row,
    scale: writeScale(reader.scale),
  };
  throw new CxMetricsError(problem, { path: [reader.column ?? "ratings", row], values });
}
