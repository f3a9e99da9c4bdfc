import { type Dialect, escaped } from "./dialect.js";

/** ClickHouse 24 or later. */
export const clickhouse: Dialect = {
  name: "clickhouse",
  support: "not parsed, not executed",
  double: "Nullable(Float64)",
  text: "Nullable(String)",
  whole: "Nullable(Int64)",
  quote: (identifier) => `\`${identifier.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
  literal: escaped,
  parameter: (n) => `{p${n}:String}`,
  isNan: (x) => `isNaN(${x})`,
  sum: (x) => `sumKahan(${x})`,
};
