import { type Dialect, doubleQuoted, escaped, singleQuoted } from "./dialect.js";

const portable = {
  support: "parsed, not executed",
  isNan: (x: string) => `is_nan(${x})`,
  sum: (x: string) => `SUM(${x})`,
} as const;

const backQuoted = (identifier: string) => `\`${identifier.replaceAll("`", "``")}\``;

/** Spark SQL 3.4 or later, Databricks. */
export const spark: Dialect = {
  ...portable,
  name: "spark",
  double: "DOUBLE",
  text: "STRING",
  whole: "BIGINT",
  quote: backQuoted,
  literal: escaped,
  parameter: (n) => `:p${n}`,
  isNan: (x) => `isnan(${x})`,
  // Days of the shifted clock, so that the zone of the session plays no part.
  localDate: (ms, zone) =>
    `date_add(DATE '1970-01-01', CAST(FLOOR(unix_millis(from_utc_timestamp(timestamp_millis(CAST(${ms} AS BIGINT)), ${escaped(zone)})) / 86400000) AS INT))`,
  daysToDate: (date) => `datediff(${date}, DATE '1970-01-01')`,
};

/** Trino. Its parameters stand by place, so texts are literals. */
export const trino: Dialect = {
  ...portable,
  name: "trino",
  double: "DOUBLE",
  text: "VARCHAR",
  whole: "BIGINT",
  quote: doubleQuoted,
  literal: singleQuoted,
  localDate: (ms, zone) =>
    `CAST(from_unixtime_nanos(CAST(${ms} AS DECIMAL(38, 0)) * 1000000) AT TIME ZONE ${singleQuoted(zone)} AS DATE)`,
  daysToDate: (date) => `date_diff('day', DATE '1970-01-01', ${date})`,
};

/** BigQuery, GoogleSQL. */
export const bigquery: Dialect = {
  ...portable,
  name: "bigquery",
  double: "FLOAT64",
  text: "STRING",
  whole: "INT64",
  quote: (identifier) => `\`${identifier.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
  literal: escaped,
  parameter: (n) => `@p${n}`,
  localDate: (ms, zone) => `DATE(TIMESTAMP_MILLIS(CAST(${ms} AS INT64)), ${escaped(zone)})`,
  daysToDate: (date) => `UNIX_DATE(${date})`,
};

/** Snowflake. Its parameters stand by place, so texts are literals. */
export const snowflake: Dialect = {
  ...portable,
  name: "snowflake",
  double: "DOUBLE",
  text: "VARCHAR",
  whole: "BIGINT",
  quote: doubleQuoted,
  literal: escaped,
  isNan: (x) => `(${x} = 'NaN'::FLOAT)`,
  localDate: (ms, zone) =>
    `CAST(CONVERT_TIMEZONE('UTC', ${escaped(zone)}, TO_TIMESTAMP_NTZ(CAST(${ms} AS BIGINT), 3)) AS DATE)`,
  daysToDate: (date) => `DATEDIFF('day', DATE '1970-01-01', ${date})`,
};
