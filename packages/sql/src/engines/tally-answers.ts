import { type RatingTally, tallyFromCounts } from "@cxmetrics/scores";
import { readRows } from "../read-rows.js";
import { scoreSql } from "../scores/compile-score-sql.js";
import { readRatingTally } from "../scores/read-rating-tally.js";
import { numberCell, textCell } from "./cell-sql.js";
import type { SqlRatingRequest } from "./requests.js";
import type { RunSql, Statement } from "./sql-session.js";

/** Tallies the ratings of the selected rows. Codes written as texts are counted by a statement of their own. */
export async function tallyAnswers(
  open: () => Promise<Statement>,
  request: SqlRatingRequest,
  run: RunSql,
): Promise<RatingTally> {
  const { scale, weight, onInvalid } = request;
  const codes = request.missing.map((code) => String(code).trim());
  const texts = codes.filter((code) => !isDecimal(code));
  const missing = codes.filter(isDecimal).map(Number);

  const { text, column, from } = await open();
  const rating = column(request.rating);
  const isText = (statement: Statement) =>
    `COALESCE(${textCell(statement.text, statement.column(request.rating).sql)} IN (${texts.map((code) => statement.text.text(code)).join(", ")}), 1 = 0)`;
  const cells = [
    `${numberCell(text, rating.sql, rating.kind)} AS cx_c_rating`,
    ...(weight === undefined
      ? []
      : [`${numberCell(text, column(weight).sql, column(weight).kind)} AS cx_c_weight`]),
  ];
  const withTexts = texts.length > 0 && rating.kind === "text";
  const rows = `(SELECT ${cells.join(", ")} FROM ${from}${withTexts ? ` AND NOT ${isText({ text, column, from, has: () => true })}` : ""})`;
  const sql = scoreSql(
    text,
    {
      tally: "rating",
      scale: tallyFromCounts({}, scale).scale,
      second: null,
      columns: { rating: "cx_c_rating", ...(weight === undefined ? {} : { weight: "cx_c_weight" }) },
      missing,
      inline: false,
    },
    rows,
  );
  const weighted = weight !== undefined;
  const tally = readRatingTally(await run(sql, text.parameters), { scale }, { weighted, onInvalid });
  if (!withTexts) return tally;
  const again = await open();
  const cell = textCell(again.text, again.column(request.rating).sql);
  const counted = await run(
    `SELECT ${cell} AS cx_code, COUNT(*) AS cx_records FROM ${again.from} AND ${isText(again)} GROUP BY ${cell}`,
    again.text.parameters,
  );
  const found = readRows(counted).map(
    (row) => [`code ${row.text("cx_code")}`, row.count("cx_records")] as const,
  );
  return { ...tally, missing: { ...tally.missing, ...Object.fromEntries(found) } };
}

const isDecimal = (code: string) =>
  /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(code) && Number.isFinite(Number(code));
