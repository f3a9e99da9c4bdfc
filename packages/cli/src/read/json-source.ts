import { CxMetricsError } from "@cxmetrics/definition";
import type { DuckDBConnection } from "@duckdb/node-api";
import { rowsNotObjects, tableEmpty } from "../problems.js";
import type { TableSource } from "./table-source.js";

const from = "read_json_objects(?, format = 'auto')";

/**
 * A JSON file as a source: a list of objects, or one object a line. The columns are the keys of any row: those of the first
 * row in its order, then the others by name. Cells come as texts; a nested value comes as its JSON.
 *
 * @param file name for messages and path of the UTF-8 file
 * @param connection database sealed around that file
 * @throws `CxMetricsError` `table.empty`, `table.rows-not-objects`
 */
export async function jsonSource(
  file: { readonly shown: string; readonly path: string },
  connection: DuckDBConnection,
): Promise<TableSource> {
  const other = await connection.runAndReadAll(
    `SELECT n FROM (SELECT row_number() OVER () AS n, json_type(json) AS type FROM ${from}) WHERE type <> 'OBJECT' LIMIT 1`,
    [file.path],
  );
  const [stranger] = other.getRows();
  if (stranger)
    throw new CxMetricsError(rowsNotObjects, {
      path: [file.shown, Number(stranger[0])],
      values: { file: file.shown, row: Number(stranger[0]) },
    });
  const first = await connection.runAndReadAll(
    `SELECT unnest(json_keys(json)) FROM (SELECT json FROM ${from} LIMIT 1)`,
    [file.path],
  );
  const all = await connection.runAndReadAll(
    `SELECT DISTINCT unnest(json_keys(json)) AS name FROM ${from} ORDER BY name`,
    [file.path],
  );
  const keys = [...new Set([...first.getRows(), ...all.getRows()].map(([name]) => String(name)))];
  if (keys.length === 0)
    throw new CxMetricsError(tableEmpty, { path: [file.shown], values: { file: file.shown } });
  return {
    format: "json",
    columnNames: keys.map((key) => key.trim()),
    from,
    values: [file.path],
    expression: (index) => ({
      sql: "json ->> ?",
      values: [`/${(keys[index] ?? "").replaceAll("~", "~0").replaceAll("/", "~1")}`],
      double: false,
      whole: false,
      instant: false,
    }),
    hiddenRows: 0,
    rowNumber: async (record) => record + 1,
  };
}
