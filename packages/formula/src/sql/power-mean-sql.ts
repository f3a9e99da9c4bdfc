import type { RowInSql } from "./reduction-sql.js";
import { refuseInSql } from "./refuse-in-sql.js";
import { type SqlWriter, sound } from "./sql-writer.js";

/** Nearer to 0, the root 1/p blows up what the powers lost; the databases lack the functions that avoid it. */
const leastExponent = 0.01;

/** A power mean over the values of a row that are there; at least one is. */
export function powerMeanOfRow(exponent: number, row: RowInSql, writer: SqlWriter): string {
  const { values, weights, available } = row;
  const { dialect, number } = writer;
  const sum = (term: (x: string) => string) =>
    `(${values.map((x, k) => `COALESCE(${weights[k]} * ${term(x)}, ${number(0)})`).join(" + ")})`;
  if (exponent === 1) return `${sum((x) => x)} / ${available}`;
  if (exponent !== 0 && Math.abs(exponent) < leastExponent && Math.abs(exponent) >= 1e-20)
    refuseInSql(`power-mean with an exponent nearer to 0 than ${leastExponent}`, dialect.name);

  const least = sound(dialect.least(values));
  const greatest = sound(dialect.greatest(values));
  return writer.bind([least, greatest], ([low = "", high = ""]) => {
    const cases = [`CASE WHEN ${low} < 0 THEN NULL`];
    const limited = (text: string) => `${dialect.least([dialect.greatest([text, low]), high])}`;
    if (Math.abs(exponent) < 1e-20) {
      const log = sound(`${sum((x) => dialect.ln(x))} / ${available}`);
      const mean = writer.bind([log], ([x = ""]) => dialect.exp(x));
      return [...cases, `WHEN ${low} = 0 THEN ${number(0)} ELSE ${limited(mean)} END`].join(" ");
    }
    // Relative to the value that dominates, so that no power overflows.
    const reference = exponent > 0 ? high : low;
    const term = (x: string) =>
      dialect.power(`(${x} / NULLIF(${reference}, ${number(0)}))`, number(exponent));
    const mean = writer.bind(
      [sound(`${sum(term)} / ${available}`)],
      ([x = ""]) => `${reference} * ${dialect.power(x, number(1 / exponent))}`,
    );
    return [...cases, `WHEN ${reference} = 0 THEN ${number(0)} ELSE ${limited(mean)} END`].join(" ");
  });
}
