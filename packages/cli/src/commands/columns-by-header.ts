import { CxMetricsError } from "@cxmetrics/definition";
import type { Run } from "../answer.js";
import { repeatedKey } from "../problems.js";
import type { NumberColumn, TextColumn } from "../read/column.js";
import { onlyBlank } from "../read/missing-answers.js";
import type { ReadColumns } from "../read/read-columns.js";
import { openTable, type Table } from "../read/read-table.js";
import { groupName } from "./group-rows.js";

/** Columns of a file by what they mean: each takes its name from the header. */
export interface HeaderColumns {
  /** Texts that must stand in every row. */
  readonly keys: readonly string[];
  readonly numbers?: readonly string[];
  /** Numbers and texts that are read where the file has such a column. */
  readonly optionalNumbers?: readonly string[];
  readonly optionalTexts?: readonly string[];
  /** Columns that name the unit, joined; `unit` where there are none. */
  readonly units: readonly string[];
}

/** A row of such a file. */
export interface HeaderRow {
  readonly unit: string;
  readonly keys: readonly string[];
  /** Numbers by column; left out where the cell is blank or the file has no such column. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** A file read row by row, with the means to name a row of it. */
export interface HeaderTable {
  readonly rows: readonly HeaderRow[];
  readonly source: Table;
}

/**
 * Reads a file with fixed column names, one fact a row: estimates, covariances.
 *
 * @throws `CxMetricsError` those of `openTable` and `Table.read`
 */
export async function columnsByHeader(file: string, wanted: HeaderColumns, run: Run): Promise<HeaderTable> {
  const source = await openTable(file, run.tables);
  try {
    const has = (name: string) => source.columnNames.includes(name);
    const { units } = wanted;
    const naming = units.length > 0 && units.every(has) ? units : ["unit"];
    const numbers = [...(wanted.numbers ?? []), ...(wanted.optionalNumbers ?? []).filter(has)];
    const texts = (wanted.optionalTexts ?? []).filter(has);
    const read: ReadColumns<Record<string, Parameters<Table["read"]>[0][string]>> = await source.read({
      ...Object.fromEntries(naming.map((name, at) => [`unit${at}`, { kind: "text", name }] as const)),
      ...Object.fromEntries(wanted.keys.map((name, at) => [`key${at}`, { kind: "text", name }] as const)),
      ...Object.fromEntries(texts.map((name, at) => [`text${at}`, { kind: "text", name }] as const)),
      ...Object.fromEntries(
        numbers.map((name, at) => [`number${at}`, { kind: "number", name, missing: onlyBlank }] as const),
      ),
    });
    const { columns, rowCount } = read;
    const textAt = (key: string, row: number) => {
      const { codes, names } = columns[key] as TextColumn;
      return names[codes[row] ?? 0] ?? "";
    };
    const rows = Array.from(
      { length: rowCount },
      (_, row): HeaderRow => ({
        unit: groupName(naming.map((_name, at) => textAt(`unit${at}`, row))),
        keys: wanted.keys.map((_name, at) => textAt(`key${at}`, row)),
        numbers: Object.fromEntries(
          numbers.flatMap((name, at) => {
            const value = (columns[`number${at}`] as NumberColumn).values[row] ?? Number.NaN;
            return Number.isNaN(value) ? [] : [[name, value] as const];
          }),
        ),
        texts: Object.fromEntries(
          texts.flatMap((name, at) => {
            const text = textAt(`text${at}`, row);
            return text === "" ? [] : [[name, text] as const];
          }),
        ),
      }),
    );
    return { rows, source };
  } finally {
    source.close();
  }
}

/** Refuses a row whose key stood in an earlier row. */
export async function refuseRepeated(table: HeaderTable, keyOf: (row: HeaderRow) => string): Promise<void> {
  const seen = new Set<string>();
  for (const [record, row] of table.rows.entries()) {
    const key = keyOf(row);
    if (seen.has(key)) {
      const { shown: file } = table.source;
      const place = await table.source.rowNumber(record);
      const named = [row.unit, ...row.keys].join(", ");
      throw new CxMetricsError(repeatedKey, {
        path: [file, place],
        values: { file, row: place, key: named },
      });
    }
    seen.add(key);
  }
}
