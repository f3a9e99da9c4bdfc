import { type Dialect, doubleQuoted, singleQuoted } from "./dialect.js";

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
  localDate: (ms, zone) =>
    `CAST((TIMESTAMPTZ 'epoch' + (${ms}) * INTERVAL '1 millisecond') AT TIME ZONE ${singleQuoted(zone)} AS DATE)`,
  daysToDate: (date) => `(${date} - DATE '1970-01-01')`,
  // Decimals of any length: nothing is lost until the end. A cast from double to numeric would keep 15 digits.
  sum: (x) => `CAST(CAST(SUM(CAST(CAST(${x} AS TEXT) AS NUMERIC)) AS TEXT) AS DOUBLE PRECISION)`,
};
