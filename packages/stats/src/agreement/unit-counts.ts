import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { namedMembers } from "../expect/named-members.js";
import { categoryIndex } from "./category-index.js";
import { type Category, categoryOrNull } from "./expect/rating.js";
import { rowsOf } from "./expect/rows.js";
import { notACount } from "./problems.js";

/** Ratings by unit and rater, for measures that count categories. */
export interface CategoryRatings {
  /** One row for each unit, one column for each rater; null where a rater gave none. */
  readonly ratings: readonly (readonly (Category | null)[])[];
  /** Every category, also those never used; those found in the ratings where it is left out. */
  readonly categories?: readonly Category[];
}

/** How often each category was given to one unit; only categories that were given. */
export interface UnitCounts {
  readonly places: readonly number[];
  readonly counts: readonly number[];
  /** Ratings of the unit. */
  readonly size: number;
}

/** Every unit, the number of categories, and the number of raters (columns) where ratings were given. */
export interface CountedUnits {
  readonly units: readonly UnitCounts[];
  readonly categories: number;
  readonly raters: number | null;
}

/** Counts one unit's places of categories. */
export function unitCounts(places: readonly number[]): UnitCounts {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return { places: [...counts.keys()], counts: [...counts.values()], size: places.length };
}

/** Reads a table of counts (units × categories), or ratings by name. */
export function countedUnits(input: unknown): CountedUnits {
  if (!Array.isArray(input)) return countedRatings(input as CategoryRatings);
  const table = rowsOf(input, "counts", (value, path) => {
    const whole = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1e6;
    if (whole) return value;
    const range = { en: "a whole number between 0 and 1000000", zh: "是 0 与 1000000 之间的整数" };
    throw new CxMetricsError(notACount, { path, values: { range, found: describeValue(value) } });
  });
  const units = table.map((row) => {
    const places = [...row.keys()].filter((place) => row[place] !== 0);
    const counts = places.map((place) => row[place] ?? 0);
    return { places, counts, size: counts.reduce((sum, count) => sum + count, 0) };
  });
  return { units, categories: table[0]?.length ?? 0, raters: null };
}

function countedRatings(input: CategoryRatings): CountedUnits {
  const { ratings, categories } = namedMembers(input, "input");
  const rows = rowsOf(ratings, "ratings", categoryOrNull);
  const places = categoryIndex(rows, categories);
  const units = rows.map((row) =>
    unitCounts(row.flatMap((value) => (value === null ? [] : [places.get(value) ?? 0]))),
  );
  return { units, categories: places.size, raters: rows[0]?.length ?? 0 };
}
