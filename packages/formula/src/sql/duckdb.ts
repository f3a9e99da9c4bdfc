import { duckdbRound } from "./duckdb-round.js";
import type { SqlDialect } from "./sql-dialect.js";

/** DuckDB 1.3 or later. */
export const duckdb: SqlDialect = {
  name: "duckdb",
  fence: "",
  double: "DOUBLE",
  number: (text) => `DOUBLE '${text}'`,
  quote: (identifier) => `"${identifier.replaceAll('"', '""')}"`,
  finite: (x) => `NULLIF(NULLIF(NULLIF(${x}, DOUBLE 'NaN'), DOUBLE 'Infinity'), DOUBLE '-Infinity')`,
  choose: (condition, yes, no) => `CASE ${condition} WHEN TRUE THEN ${yes} WHEN FALSE THEN ${no} END`,
  least: (members) => `LEAST(${members.join(", ")})`,
  greatest: (members) => `GREATEST(${members.join(", ")})`,
  // GREATEST skips NULL, so that NULL and what is not positive both end as the 0 that becomes NULL.
  ln: (x) => `LN(NULLIF(GREATEST(${x}, DOUBLE '0'), DOUBLE '0'))`,
  exp: (x) => `EXP(${x})`,
  power: (base, exponent) => `POWER(${base}, ${exponent})`,
  ranked: (members) => `list_reverse_sort(list_filter([${members.join(", ")}], lambda m: m IS NOT NULL))`,
  round: duckdbRound,
};
