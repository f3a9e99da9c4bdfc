import { type Dialect, doubleQuoted } from "./dialect.js";

/** PostgreSQL 12 or later. */
export const postgresql: Dialect = {
  name: "postgresql",
  support: "executed",
  double: "DOUBLE PRECISION",
  text: "TEXT",
  whole: "BIGINT",
  quote: doubleQuoted,
  // An escape string means the same whatever standard_conforming_strings says.
  literal: (text) => `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`,
  parameter: (n) => `CAST($${n} AS TEXT)`,
  isNan: (x) => `(${x} = DOUBLE PRECISION 'NaN')`,
  // Decimals of any length: nothing is lost until the end. A cast from double to numeric would keep 15 digits.
  sum: (x) => `CAST(CAST(SUM(CAST(CAST(${x} AS TEXT) AS NUMERIC)) AS TEXT) AS DOUBLE PRECISION)`,
};
