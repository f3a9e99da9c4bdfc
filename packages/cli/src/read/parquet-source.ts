import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier } from "./sealed-database.js";
import type { TableSource } from "./table-source.js";

const whole = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/;
const fractional = /^(?:FLOAT|DOUBLE|DECIMAL\(.*\))$/;
const instant = /^(?:DATE|TIMESTAMP.*)$/;

/**
 * A Parquet file as a source. Numbers come as doubles (whole ones are checked for what a double cannot hold), instants as epoch
 * milliseconds, everything else as text.
 *
 * @param path absolute path
 * @param connection database sealed around that file
 */
export async function parquetSource(path: string, connection: DuckDBConnection): Promise<TableSource> {
  const from = "read_parquet(?, hive_partitioning = false, union_by_name = false)";
  const description = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`, [path]);
  const columns = description.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
  return {
    format: "parquet",
    columnNames: columns.map(({ name }) => name.trim()),
    from,
    values: [path],
    expression(index, kind) {
      const { name = "", type = "" } = columns[index] ?? {};
      const column = identifier(name);
      const plain = { values: [], double: true, whole: false, instant: false };
      if (kind === "time" && instant.test(type))
        return { ...plain, sql: `CAST(epoch_ms(${column}) AS DOUBLE)`, instant: true };
      if (kind !== "text" && whole.test(type))
        return { ...plain, sql: `CAST(${column} AS DOUBLE)`, whole: true };
      if (kind !== "text" && fractional.test(type)) return { ...plain, sql: `CAST(${column} AS DOUBLE)` };
      return { ...plain, sql: `CAST(${column} AS VARCHAR)`, double: false };
    },
    hiddenRows: 0,
    rowNumber: async (record) => record + 1,
  };
}
