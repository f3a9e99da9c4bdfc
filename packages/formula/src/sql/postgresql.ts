import type { RoundingMode } from "../expression.js";
import type { SqlDialect } from "./sql-dialect.js";

const number = (text: string) => `DOUBLE PRECISION '${text}'`;

/**
 * PostgreSQL 12 or later. The server stops with error 22003 where
 * a sum, product or quotient leaves the range of a double, where others go on with NULL.
 */
export const postgresql: SqlDialect = {
  name: "postgresql",
  fence: " OFFSET 0",
  double: "DOUBLE PRECISION",
  number,
  quote: (identifier) => `"${identifier.replaceAll('"', '""')}"`,
  finite: (x) =>
    `NULLIF(NULLIF(NULLIF(${x}, ${number("NaN")}), ${number("Infinity")}), ${number("-Infinity")})`,
  choose: (condition, yes, no) => `CASE ${condition} WHEN TRUE THEN ${yes} WHEN FALSE THEN ${no} END`,
  least: (members) => `LEAST(${members.join(", ")})`,
  greatest: (members) => `GREATEST(${members.join(", ")})`,
  ln: (x) => `LN(NULLIF(GREATEST(${x}, ${number("0")}), ${number("0")}))`,
  exp: (x) =>
    `CASE WHEN ${x} > ${number("709.782712893384")} THEN NULL WHEN ${x} < ${number("-745.13")} THEN ${number("0")} ELSE EXP(${x}) END`,
  power: (base, exponent) => {
    const log = `SIGN(${exponent}) * LEAST(ABS(${exponent}), ${number("1e300")}) * LN(ABS(${base}))`;
    return [
      `CASE WHEN ${base} IS NULL OR ${exponent} IS NULL THEN NULL`,
      `WHEN ${exponent} = 0 THEN ${number("1")}`,
      `WHEN ${base} = 0 THEN CASE WHEN ${exponent} > 0 THEN ${number("0")} END`,
      `WHEN ${base} < 0 AND ${exponent} <> FLOOR(${exponent}) THEN NULL`,
      `WHEN ${log} > ${number("709.782712893384")} THEN NULL`,
      `WHEN ${log} < ${number("-745.13")} THEN ${number("0")}`,
      `ELSE POWER(${base}, ${exponent}) END`,
    ].join(" ");
  },
  ranked: (members) =>
    `(SELECT ARRAY_AGG(m ORDER BY m DESC) FROM UNNEST(ARRAY[${members.join(", ")}]) AS u(m) WHERE m IS NOT NULL)`,
  round: (x, digits, mode, define) => {
    const decimal = define(`CAST(CAST(${x} AS TEXT) AS NUMERIC)`);
    return `CAST(CAST(${rounding(decimal, digits)[mode]} AS TEXT) AS DOUBLE PRECISION)`;
  },
};

/** Exact decimal arithmetic. ROUND of a numeric sends halves away from zero. */
function rounding(n: string, digits: number): Readonly<Record<RoundingMode, string>> {
  const kept = `TRUNC(${n}, ${digits})`;
  const unit = `CAST('1e${-digits}' AS NUMERIC)`;
  const away = (condition: string) => `${kept} + CASE WHEN ${condition} THEN SIGN(${n}) * ${unit} ELSE 0 END`;
  const cut = `ABS(${n} - ${kept})`;
  const half = `CAST('5e${-digits - 1}' AS NUMERIC)`;
  return {
    "half-up": `ROUND(${n}, ${digits})`,
    "half-even": away(`${cut} > ${half} OR (${cut} = ${half} AND MOD(ROUND(${kept} / ${unit}), 2) <> 0)`),
    up: away(`${kept} <> ${n}`),
    down: kept,
    ceiling: away(`${kept} <> ${n} AND ${n} > 0`),
    floor: away(`${kept} <> ${n} AND ${n} < 0`),
  };
}
