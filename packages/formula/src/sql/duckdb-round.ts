import type { RoundingMode } from "../expression.js";
import type { Define } from "./sql-dialect.js";

/** Digits on both sides of the point in the text that is cut. */
const [before, after] = [38, 36];

/**
 * Decimal rounding by the digits of the number's shortest text, as `roundDecimal` does it. A decimal of DuckDB has 38 digits,
 * so its scale follows the size of the number: 17 significant digits always fit. What lies below a hundredth of the unit is
 * not even looked at.
 */
export function duckdbRound(x: string, digits: number, mode: RoundingMode, define: Define): string {
  const number = (text: string) => `DOUBLE '${text}'`;
  const size = `ABS(${x})`;
  const unit = number(`1e${-digits}`);
  const signed = (magnitude: string) => `CASE WHEN ${x} < 0 THEN -${magnitude} ELSE ${magnitude} END`;
  const decimal = (scale: number) =>
    `REPLACE(CAST(TRY_CAST(CAST(${size} AS VARCHAR) AS DECIMAL(38, ${scale})) AS VARCHAR), '.', '') || '${"0".repeat(after - scale)}'`;
  const text =
    digits < 0
      ? `CASE WHEN ${size} < ${number("1e16")} THEN ${decimal(17)} ELSE ${decimal(0)} END`
      : `CASE WHEN ${size} >= 1 THEN ${decimal(17)} ELSE ${decimal(36)} END`;
  const cut = after - digits;
  // Beyond 1e33, 17 digits end above the greatest unit, 1e15.
  const exact = digits < 0 ? `${size} >= ${number("1e33")} OR ${x} = 0` : `${x} = TRUNC(${x})`;
  const tiny = `${size} < ${number(`1e${-digits - 2}`)}`;

  const padded = define(`LPAD(${text}, ${before + after}, '0')`);
  const kept = `TRY_CAST(LEFT(${padded}, ${before + after - cut}) AS HUGEINT)`;
  const rest = `RIGHT(${padded}, ${cut})`;
  const half = `'5${"0".repeat(cut - 1)}'`;
  const nothing = `'${"0".repeat(cut)}'`;
  const odd = `${kept} % 2 = 1`;
  const grows: Record<RoundingMode, string> = {
    "half-up": `${rest} >= ${half}`,
    "half-even": `${rest} > ${half} OR (${rest} = ${half} AND ${odd})`,
    up: `${rest} <> ${nothing}`,
    down: "FALSE",
    ceiling: `${rest} <> ${nothing} AND ${x} > 0`,
    floor: `${rest} <> ${nothing} AND ${x} < 0`,
  };
  const tinyGrows: Record<RoundingMode, string> = {
    "half-up": "FALSE",
    "half-even": "FALSE",
    up: "TRUE",
    down: "FALSE",
    ceiling: `${x} > 0`,
    floor: `${x} < 0`,
  };
  const whole = `${kept} + CASE WHEN ${grows[mode]} THEN 1 ELSE 0 END`;
  const rounded = `CAST(CAST(${whole} AS VARCHAR) || 'e${-digits}' AS DOUBLE)`;
  return [
    `CASE WHEN ${x} IS NULL THEN NULL`,
    `WHEN ${exact} THEN ${x}`,
    `WHEN ${tiny} THEN CASE WHEN ${tinyGrows[mode]} THEN ${signed(unit)} ELSE ${number("0")} END`,
    `ELSE ${signed(rounded)} END`,
  ].join(" ");
}
