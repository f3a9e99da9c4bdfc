import { type Dialect, doubleQuoted, escaped, singleQuoted } from "./dialect.js";

const portable = {
  support: "not parsed, not executed",
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
};
