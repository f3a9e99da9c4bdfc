import { type Dialect, escaped } from "./dialect.js";

/** ClickHouse 24 or later. */
export const clickhouse: Dialect = {
  name: "clickhouse",
  support: "executed",
  double: "Nullable(Float64)",
  text: "Nullable(String)",
  whole: "Nullable(Int64)",
  quote: (identifier) => `\`${identifier.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
  literal: escaped,
  parameter: (n) => `{p${n}:String}`,
  isNan: (x) => `isNaN(${x})`,
  sum: (x) => `sumKahan(${x})`,
  localDate: (ms, zone) => `toDate32(fromUnixTimestamp64Milli(CAST(${ms} AS Int64), ${escaped(zone)}))`,
  daysToDate: (date) => `dateDiff('day', toDate32('1970-01-01'), ${date})`,
};
