import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { expectColumn, refuse } from "../rating-options.js";
import { isWeight, leastWeight, mostWeight } from "../tally-builder.js";
import {
  badCalibrationInput,
  emptyCell,
  marginRepeats,
  sampleCategoryWithoutTarget,
  totalsDiffer,
} from "./problems.js";

/** One variable whose distribution in the population is known. */
export interface Margin {
  readonly name: string;
  /** Category of each record. */
  readonly categories: ArrayLike<string | number>;
  /** Population of each category: counts or shares, with one total over all margins. */
  readonly targets: Readonly<Record<string, number>>;
}

/** A margin with its categories as whole numbers. */
export interface ReadMargin {
  readonly name: string;
  readonly names: readonly string[];
  /** Place of each record's category in `names`. */
  readonly places: Int32Array;
  readonly targets: readonly number[];
}

/** Totals that agree this well are one total that was rounded. */
const rounding = 1e-9;

/**
 * Expects weights: 0 or finite numbers in the range of `tallyRatings`.
 *
 * @throws `CxMetricsError` `ratings.not-a-list`, `calibration.not-allowed`
 */
export function expectWeights(weights: unknown, path: ProblemPath, rows?: number): Float64Array {
  const length = expectColumn(weights, path, rows);
  const list = weights as ArrayLike<unknown>;
  for (let row = 0; row < length; row++)
    if (!isWeight(list[row]))
      throw refuse(badCalibrationInput, [...path, row], `0 | ${leastWeight}…${mostWeight}`, list[row]);
  // Adding 0 turns −0 into 0.
  return Float64Array.from(list as ArrayLike<number>, (weight) => weight + 0);
}

/**
 * Places of the categories of a column.
 *
 * @throws `CxMetricsError` `calibration.not-allowed`, `ratings.length-mismatch`
 */
export function readCategories(
  categories: unknown,
  path: ProblemPath,
  rows: number,
  known: Iterable<string> = [],
): { readonly names: readonly string[]; readonly places: Int32Array } {
  expectColumn(categories, path, rows);
  const order = new Map<string, number>();
  for (const name of known) order.set(name, order.size);
  const places = new Int32Array(rows);
  const list = categories as ArrayLike<unknown>;
  for (let row = 0; row < rows; row++) {
    const category = list[row];
    const name = typeof category === "number" && Number.isFinite(category) ? String(category) : category;
    if (typeof name !== "string")
      throw refuse(
        badCalibrationInput,
        [...path, row],
        { en: "a category: a text or a finite number", zh: "类别（文本或有限数字）" },
        category,
      );
    let place = order.get(name);
    if (place === undefined) {
      place = order.size;
      order.set(name, place);
    }
    places[row] = place;
  }
  return { names: [...order.keys()], places };
}

/**
 * Reads margins and holds them to the sample: a target for each category, a record with a weight for each positive target, and one
 * total.
 *
 * @throws `CxMetricsError` `calibration.not-allowed`, `calibration.margin-repeated`, `calibration.category-without-target`,
 * `calibration.empty-cell`, `calibration.totals-differ`
 */
export function readMargins(
  margins: readonly unknown[],
  weights: Float64Array,
  path: ProblemPath,
): ReadMargin[] {
  const seen = new Set<string>();
  const read = margins.map((margin, index) => {
    const at = [...path, index];
    const { name, categories, targets } = (margin ?? {}) as Partial<Record<keyof Margin, unknown>>;
    if (typeof name !== "string")
      throw refuse(badCalibrationInput, [...at, "name"], { en: "a text", zh: "文本" }, name);
    if (seen.has(name))
      throw new CxMetricsError(marginRepeats, { path: at, values: { margin: describeValue(name) } });
    seen.add(name);
    return readMargin(name, categories, targets, weights, at);
  });
  const totals = read.map(({ targets }) => compensatedSum(targets));
  totals.forEach((total, index) => {
    const first = totals[0] ?? 0;
    if (Math.abs(total - first) > rounding * first)
      throw new CxMetricsError(totalsDiffer, {
        path: [...path, index, "targets"],
        values: {
          first: describeValue(read[0]?.name),
          firstTotal: first,
          other: describeValue(read[index]?.name),
          otherTotal: total,
        },
      });
  });
  return read;
}

function readMargin(
  name: string,
  categories: unknown,
  targets: unknown,
  weights: Float64Array,
  at: ProblemPath,
): ReadMargin {
  const path = [...at, "targets"];
  if (typeof targets !== "object" || targets === null || Array.isArray(targets))
    throw refuse(badCalibrationInput, path, { en: "a number per category", zh: "每个类别一个数" }, targets);
  const entries = Object.entries(targets) as [string, unknown][];
  for (const [category, target] of entries)
    if (!isWeight(target))
      throw refuse(badCalibrationInput, [...path, category], `0 | ${leastWeight}…${mostWeight}`, target);
  const numbers = entries.map(([, target]) => target as number);
  if (!numbers.some((target) => target > 0))
    throw refuse(badCalibrationInput, path, { en: "a positive target", zh: "至少一个正的目标值" }, targets);
  const { names, places } = readCategories(
    categories,
    [...at, "categories"],
    weights.length,
    entries.map(([category]) => category),
  );
  const unknown = names[entries.length];
  if (unknown !== undefined)
    throw new CxMetricsError(sampleCategoryWithoutTarget, {
      path: [...path, unknown],
      values: { margin: describeValue(name), category: describeValue(unknown) },
    });
  const sums = sumByPlace(weights, places, names.length);
  numbers.forEach((target, place) => {
    if (target > 0 && !((sums[place] ?? 0) > 0))
      throw new CxMetricsError(emptyCell, {
        path: [...path, names[place] ?? ""],
        values: { margin: describeValue(name), category: describeValue(names[place]), target },
      });
  });
  return { name, names, places, targets: numbers };
}

/** Compensated sums of the weights by category. */
export function sumByPlace(weights: Float64Array, places: Int32Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  const lost = new Float64Array(size);
  for (let row = 0; row < weights.length; row++) {
    const place = places[row] as number;
    const weight = weights[row] as number;
    const before = sums[place] as number;
    const after = before + weight;
    const added = after - before;
    lost[place] = (lost[place] as number) + (before - (after - added) + (weight - added));
    sums[place] = after;
  }
  return sums.map((sum, place) => sum + (lost[place] as number));
}
