import { CxMetricsError, type Problem } from "@cxmetrics/definition";
import { parseList } from "../list-option.js";
import { blankKey, ratedTwice, tooManyRatings } from "../problems.js";
import { answersOf } from "../read/answers.js";
import type { TextColumn, TextRequest } from "../read/column.js";
import { parseMissing } from "../read/missing-answers.js";
import { type OpenTableOptions, openTable, type Table } from "../read/read-table.js";
import { textToNumber } from "../read/text-to-number.js";
import { groupName, groupRows } from "./group-rows.js";

/** Columns of a table with one rating a row. */
export interface RatingRecordColumns {
  /** One column or several, `A,B`. */
  readonly unit: string;
  readonly rater: string;
  readonly value: string;
  readonly missing?: string | undefined;
}

/** Ratings by unit and rater. */
export interface RatingsByRater<T> {
  /** One row a unit, one cell a rater; `null` without a rating. */
  readonly ratings: readonly (readonly (T | null)[])[];
  readonly units: readonly string[];
  readonly raters: readonly string[];
}

/** More cells than this would not fit into memory as lists. */
const mostCells = 20_000_000;

/**
 * Reads ratings as numbers, with one rating a row, into a table of units and raters in order of first appearance.
 *
 * @throws `CxMetricsError` `table.not-a-number`, `table.blank-key`, `agreement.rated-twice`, `agreement.too-large`, and those of `openTable`
 */
export async function readNumberRatings(
  file: string,
  columns: RatingRecordColumns,
  options: OpenTableOptions,
): Promise<RatingsByRater<number>> {
  const missing = parseMissing(columns.missing);
  const table = await openTable(file, options);
  try {
    const { rater, value, ...units } = (
      await table.read({
        ...requestsFor(columns.unit),
        rater: { kind: "text", name: columns.rater },
        value: { kind: "number", name: columns.value, missing },
      })
    ).columns;
    return await byRater(
      Object.values(units) as readonly TextColumn[],
      rater,
      answersOf(value, missing),
      table,
      columns,
    );
  } finally {
    table.close();
  }
}

/**
 * The same with categories. Texts that read as numbers are the category of that number (`1` and `1.0` are one); others are as they stand.
 *
 * @throws `CxMetricsError` `table.blank-key`, `agreement.rated-twice`, `agreement.too-large`, and those of `openTable`
 */
export async function readCategoryRatings(
  file: string,
  columns: RatingRecordColumns,
  options: OpenTableOptions,
): Promise<RatingsByRater<string | number>> {
  const missing = parseMissing(columns.missing);
  const table = await openTable(file, options);
  try {
    const { rater, value, ...units } = (
      await table.read({
        ...requestsFor(columns.unit),
        rater: { kind: "text", name: columns.rater },
        value: { kind: "text", name: columns.value },
      })
    ).columns;
    const categories = value.names.map((name) => {
      if (name === null || missing.texts.has(name.toLowerCase())) return null;
      const number = textToNumber(name);
      return number !== undefined && missing.codes.includes(number) ? null : (number ?? name);
    });
    const cells = Array.from(value.codes, (code) => categories[code] ?? null);
    return await byRater(Object.values(units) as readonly TextColumn[], rater, cells, table, columns);
  } finally {
    table.close();
  }
}

function requestsFor(unit: string): Readonly<Record<string, TextRequest>> {
  const names = parseList(unit, "--unit");
  return Object.fromEntries(names.map((name, index) => [`unit${index}`, { kind: "text", name }] as const));
}

async function byRater<T>(
  unitColumns: readonly TextColumn[],
  rater: TextColumn,
  cells: readonly (T | null)[],
  table: Table,
  columns: RatingRecordColumns,
): Promise<RatingsByRater<T>> {
  const grouped = groupRows(unitColumns, cells.length);
  const units = grouped.groups.map(groupName);
  const raters = rater.names.slice(1).map((name) => name ?? "");
  const refuse = async (problem: Problem, record: number, name: string) => {
    const row = await table.rowNumber(record);
    const column = name.trim();
    const [unit, who] = [
      units[grouped.numbers[record] ?? 0] ?? "",
      rater.names[rater.codes[record] ?? 0] ?? "",
    ];
    const values = { file: table.shown, row, column, unit, rater: who };
    return new CxMetricsError(problem, { path: [table.shown, column, row], values });
  };
  if (units.length * raters.length > mostCells) {
    const values = { file: table.shown, units: units.length, raters: raters.length };
    throw new CxMetricsError(tooManyRatings, { path: [table.shown], values });
  }
  const ratings = units.map(() => new Array<T | null>(raters.length).fill(null));
  const seen = new Set<number>();
  for (const [record, cell] of cells.entries()) {
    const blank = unitColumns.findIndex(({ codes }) => codes[record] === 0);
    if (blank >= 0) throw await refuse(blankKey, record, parseList(columns.unit, "--unit")[blank] ?? "");
    const column = (rater.codes[record] ?? 0) - 1;
    if (column < 0) throw await refuse(blankKey, record, columns.rater);
    const row = grouped.numbers[record] ?? 0;
    const place = row * raters.length + column;
    if (seen.has(place)) throw await refuse(ratedTwice, record, columns.rater);
    seen.add(place);
    const there = ratings[row];
    if (there) there[column] = cell;
  }
  return { ratings, units, raters };
}
