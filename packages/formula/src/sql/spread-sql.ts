import type { Spread } from "../expression.js";
import type { RowInSql } from "./reduction-sql.js";
import { type SqlWriter, sound } from "./sql-writer.js";

/** A standard deviation over the values of a row that are there, in units of the greatest distance from the first of them. */
export function spreadOfRow(type: Spread["type"], row: RowInSql, writer: SqlWriter): string {
  const { values, weights, available, count } = row;
  const { dialect, number } = writer;
  const zero = number(0);
  const sum = (term: (x: string) => string) =>
    `(${values.map((x, k) => `COALESCE(${weights[k]} * ${term(x)}, ${zero})`).join(" + ")})`;
  const squares = `(${values
    .map((x, k) => `CASE WHEN ${x} IS NULL THEN ${zero} ELSE ${weights[k]} * ${weights[k]} END`)
    .join(" + ")})`;
  const divisor = type === "sample" ? `(${available} - ${squares} / ${available})` : available;
  const enough = type === "sample" ? `${count} < 2 THEN NULL` : `${count} < 1 THEN NULL`;

  return writer.bind([sound(`COALESCE(${values.join(", ")})`)], ([anchor = ""]) => {
    const distances = values.map((x) => `ABS(${x} - ${anchor})`);
    return writer.bind([sound(dialect.greatest(distances))], ([unit = ""]) => {
      const term = (x: string) => `((${x} - ${anchor}) / NULLIF(${unit}, ${zero}))`;
      const mean = sound(`${sum(term)} / ${available}`);
      const spread = writer.bind([mean], ([m = ""]) => {
        const square = (x: string) => `(${term(x)} - ${m}) * (${term(x)} - ${m})`;
        return `${unit} * SQRT(${sum(square)} / NULLIF(${divisor}, ${zero}))`;
      });
      return `CASE WHEN ${enough} WHEN ${unit} = 0 THEN ${zero} ELSE ${spread} END`;
    });
  });
}
