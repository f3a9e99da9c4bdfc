import { CxMetricsError } from "@cxmetrics/definition";
import { namedMembers } from "../expect/named-members.js";
import { categoryIndex } from "./category-index.js";
import { type Category, categoryOrNull } from "./expect/rating.js";
import { rowsOf } from "./expect/rows.js";
import { orderNeeded, raggedTable } from "./problems.js";

/** Ratings of the same units by two raters. */
export interface CategoryPairs {
  /** First and second rater's category of each unit; null where one gave none. */
  readonly pairs: readonly (readonly [Category | null, Category | null])[];
  /** Every category from lowest to highest, also those never used; those found, in ascending order, where it is left out. */
  readonly categories?: readonly Category[];
}

/** The square table of the complete pairs, and how many pairs are incomplete. */
export function pairTable(
  input: CategoryPairs,
  ordered: boolean,
): { readonly table: readonly (readonly number[])[]; readonly droppedPairs: number } {
  const { pairs, categories } = namedMembers(input, "input");
  const rows = rowsOf(pairs, "pairs", categoryOrNull);
  const width = rows[0]?.length ?? 2;
  if (width !== 2) {
    const values = { row: 0, found: width, expected: 2 };
    throw new CxMetricsError(raggedTable, { path: ["pairs", 0], values });
  }
  const complete = rows.filter((row) => row.every((value) => value !== null));
  const places = categoryIndex(categories === undefined ? complete : rows, categories);
  if (ordered && categories === undefined && [...places.keys()].some((key) => typeof key === "string"))
    throw new CxMetricsError(orderNeeded, { path: ["categories"] });
  const table = Array.from({ length: places.size }, () => new Array<number>(places.size).fill(0));
  for (const [first, second] of complete) {
    const row = table[places.get(first as Category) ?? 0];
    const column = places.get(second as Category) ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return { table, droppedPairs: rows.length - complete.length };
}
