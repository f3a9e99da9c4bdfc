import { CxMetricsError } from "@cxmetrics/definition";
import { type IndexDefinition, type IndexTable, tableNeeds } from "@cxmetrics/index-model";
import { parseList } from "../list-option.js";
import { blankKey } from "../problems.js";
import type { ColumnRequest, NumberColumn, TextColumn } from "../read/column.js";
import { parseMissing } from "../read/missing-answers.js";
import { type OpenTableOptions, openTable, type Table } from "../read/read-table.js";
import { textToNumber } from "../read/text-to-number.js";
import { groupName } from "./group-rows.js";

/** How the units of a table are read. */
export interface IndexTableOptions {
  /** Value of `--units`. */
  readonly units?: string | undefined;
  /** Value of `--missing`. */
  readonly missing?: string | undefined;
  /** Value of `--periods`. */
  readonly periods?: string | undefined;
  /** Further attributes that a command reads, for example peer groups. */
  readonly attributes?: readonly string[];
}

/** An index table, and the file it came from. */
export interface ReadIndexTable {
  readonly table: IndexTable;
  readonly source: Table;
}

/** Of more columns than these none is tried as the name of the unit. */
const triedForNames = 40;

/**
 * Reads what an index definition needs from a file: a column of numbers for each indicator, the attributes that its rules read,
 * and the names of the units: the columns of `--units` joined, else the first column that is not all numbers, else row numbers.
 *
 * @throws `CxMetricsError` those of `openTable` and `Table.read`
 */
export async function readIndexTable(
  file: string,
  definition: IndexDefinition,
  options: IndexTableOptions,
  opening: OpenTableOptions,
): Promise<ReadIndexTable> {
  const missing = parseMissing(options.missing);
  const named = parseList(options.units, "--units");
  const read = tableNeeds(definition);
  const needed = read.columns;
  const attributes = [...new Set([...read.attributes, ...(options.attributes ?? [])])];
  const periods = options.periods?.trim();
  const source = await openTable(file, opening);
  try {
    const unitColumns =
      named.length > 0 ? named : candidates(source.columnNames, [...needed, ...(periods ? [periods] : [])]);
    const requests: Record<string, ColumnRequest> = {};
    needed.forEach((name, index) => {
      requests[`number${index}`] = { kind: "number", name, missing };
    });
    attributes.forEach((name, index) => {
      requests[`attribute${index}`] = { kind: "text", name };
    });
    unitColumns.forEach((name, index) => {
      requests[`unit${index}`] = { kind: "text", name };
    });
    if (periods !== undefined) requests["period"] = { kind: "text", name: periods };
    const { rowCount, columns } = await source.read(requests);
    const numbers = (key: string) => (columns[key] as NumberColumn).values;
    const texts = (key: string) => columns[key] as TextColumn;
    const all = unitColumns.map((_, index) => texts(`unit${index}`));
    const naming = named.length > 0 ? all : all.filter(isNaming).slice(0, 1);
    const periodAt = periods === undefined ? undefined : await periodsOf(texts("period"), source, periods);
    return {
      source,
      table: {
        units: Array.from({ length: rowCount }, (_, row) => unitName(naming, row)),
        columns: Object.fromEntries(
          needed.map((name, index) => {
            const values = numbers(`number${index}`);
            // A blank cell is NaN here, and so are the codes that stand for no answer.
            const codes = new Set(missing.codes);
            return [
              name,
              codes.size === 0 ? values : values.map((value) => (codes.has(value) ? Number.NaN : value)),
            ];
          }),
        ),
        attributes: Object.fromEntries(
          attributes.map((name, index) => {
            const { codes, names } = texts(`attribute${index}`);
            return [name, Array.from(codes, (code) => names[code] ?? null)];
          }),
        ),
        ...(periodAt ? { periods: periodAt } : {}),
      },
    };
  } finally {
    source.close();
  }
}

/** The period of every row; a row without one belongs nowhere. */
async function periodsOf(
  { codes, names }: TextColumn,
  source: Table,
  column: string,
): Promise<readonly string[]> {
  const record = codes.indexOf(0);
  if (record < 0) return Array.from(codes, (code) => names[code] ?? "");
  const row = await source.rowNumber(record);
  throw new CxMetricsError(blankKey, {
    path: [source.shown, column, row],
    values: { file: source.shown, column, row },
  });
}

function candidates(names: readonly string[], needed: readonly string[]): readonly string[] {
  const once = names.filter((name) => name !== "" && names.indexOf(name) === names.lastIndexOf(name));
  return once.filter((name) => !needed.includes(name)).slice(0, triedForNames);
}

function isNaming({ names }: TextColumn): boolean {
  return names.some((name) => name !== null && textToNumber(name) === undefined);
}

function unitName(columns: readonly TextColumn[], row: number): string {
  const parts = columns.map(({ codes, names }) => names[codes[row] ?? 0] ?? "");
  return parts.every((part) => part === "") ? `#${row + 1}` : groupName(parts);
}
