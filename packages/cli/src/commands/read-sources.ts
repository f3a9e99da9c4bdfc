import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import type { PlanFile, SourceTable } from "@cxmetrics/evaluation";
import { inSourceRow } from "../problems.js";
import type { TextRequest } from "../read/column.js";
import { fileDigest } from "../read/file-digest.js";
import { type OpenTableOptions, openTable, type Table } from "../read/read-table.js";

/** The sources of a plan in memory, and the files they came from. */
export interface ReadSources {
  readonly tables: Readonly<Record<string, SourceTable>>;
  readonly files: ReadonlyMap<string, Table>;
}

/**
 * Reads the columns that a plan needs from its files. Every cell stays a text; the evaluation says what is a number. A column that a
 * file lacks is left to the evaluation, which knows the measure that wants it.
 *
 * @param files what the plan reads
 * @param options how tables are opened; the folder is that of the plan
 * @throws `CxMetricsError` those of `openTable` and `Table.read`
 */
export async function readSources(
  files: readonly PlanFile[],
  options: OpenTableOptions,
): Promise<ReadSources> {
  const tables: [string, SourceTable][] = [];
  const opened = new Map<string, Table>();
  for (const { name, file, encoding, columns } of files) {
    const table = await openTable(file, { ...options, encoding: encoding ?? options.encoding });
    try {
      const present = columns.filter((column) => table.columnNames.includes(column));
      const requests: Record<string, TextRequest> = {};
      present.forEach((column, index) => {
        requests[`c${index}`] = { kind: "text", name: column };
      });
      const read = await table.read(requests);
      const digest = await fileDigest(table.path);
      const entries = present.flatMap((column, index) => {
        const text = read.columns[`c${index}`];
        return text ? [[column, text] as const] : [];
      });
      const headers = table.columnNames;
      tables.push([name, { rowCount: read.rowCount, columns: Object.fromEntries(entries), headers, digest }]);
      opened.set(name, table);
    } finally {
      table.close();
    }
  }
  return { tables: Object.fromEntries(tables), files: opened };
}

/**
 * A refused cell, told again with the file and its row as a spreadsheet counts. Other errors come back as they are.
 *
 * @param thrown what the evaluation threw
 * @param files files by the name of their source
 */
export async function withFileRow(thrown: unknown, files: ReadonlyMap<string, Table>): Promise<unknown> {
  if (!isCxMetricsError(thrown) || !["cell.not-a-number", "cell.refused"].includes(thrown.code))
    return thrown;
  const { source, row } = thrown.values;
  const table = files.get(String(source));
  if (table === undefined || typeof row !== "number") return thrown;
  const fileRow = await table.rowNumber(row - 1);
  return new CxMetricsError(
    { ...inSourceRow, code: thrown.code },
    {
      path: thrown.path,
      values: { ...thrown.values, reason: thrown.messages, file: table.shown, fileRow },
    },
  );
}
