import { type Dialect, doubleQuoted, singleQuoted } from "./dialect.js";

/** DuckDB 1.3 or later. */
export const duckdb: Dialect = {
  name: "duckdb",
  support: "executed",
  double: "DOUBLE",
  text: "VARCHAR",
  whole: "BIGINT",
  quote: doubleQuoted,
  literal: singleQuoted,
  parameter: (n) => `CAST($${n} AS VARCHAR)`,
  isNan: (x) => `isnan(${x})`,
  sum: (x) => `fsum(${x})`,
  localDate: (ms, zone) =>
    `CAST(timezone(${singleQuoted(zone)}, timezone('UTC', epoch_ms(CAST(${ms} AS BIGINT)))) AS DATE)`,
  daysToDate: (date) => `(${date} - DATE '1970-01-01')`,
};
