import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import { type RatingTally, tallyRatings } from "@cxmetrics/scores";
import { cellNotNumber, cellRefused } from "../problems.js";
import type { SourceTable } from "../source-table.js";
import type { RatingRequest } from "../tally-engine.js";
import { columnOf } from "./column-of.js";
import { numberIn } from "./number-in.js";
import { numbersOf } from "./numbers-of.js";
import { textsOf } from "./texts-of.js";

/** Tallies the ratings of the selected rows. Codes written as texts are told apart from those written as numbers here. */
export function tallyRatingRows(
  table: SourceTable,
  selected: Uint32Array,
  request: RatingRequest,
): RatingTally {
  const { source, scale, onInvalid } = request;
  const codes = request.missing.map((code) => String(code).trim());
  const missingTexts = new Set(codes.filter((code) => numberIn(code) === null));
  const missingNumbers = codes.flatMap((code) => numberIn(code) ?? []);
  const column = columnOf(table, request.rating, source);
  const [ratingAt, textAt] = [numbersOf(column), textsOf(column)];
  const weightAt = request.weight === undefined ? null : numbersOf(columnOf(table, request.weight, source));

  const rows: number[] = [];
  const ratings: (number | null)[] = [];
  const weights: number[] = [];
  const missing: Record<string, number> = {};
  let notNumbers = 0;
  for (const row of selected) {
    const rating = ratingAt(row);
    if (typeof rating === "object" && rating !== null) {
      const text = textAt(row) ?? "";
      if (missingTexts.has(text)) missing[`code ${text}`] = (missing[`code ${text}`] ?? 0) + 1;
      else if (onInvalid === "count") notNumbers += 1;
      else throw refuseCell(source, request.rating, row, rating.found);
      continue;
    }
    rows.push(row);
    ratings.push(rating);
    const weight = weightAt?.(row) ?? null;
    weights.push(typeof weight === "number" ? weight : Number.NaN);
  }

  try {
    const tally = tallyRatings(ratings, scale, {
      missing: missingNumbers,
      onInvalid,
      ...(weightAt ? { weights } : {}),
    });
    const invalid = { ...tally.invalid };
    if (notNumbers > 0) invalid["not-a-number"] = (invalid["not-a-number"] ?? 0) + notNumbers;
    return { ...tally, missing: { ...tally.missing, ...missing }, invalid };
  } catch (thrown) {
    if (!isCxMetricsError(thrown)) throw thrown;
    const row = rows[thrown.path.findLast((part) => typeof part === "number") ?? -1];
    if (row === undefined) throw thrown;
    const header = thrown.path.includes("weights") ? (request.weight ?? "") : request.rating;
    throw new CxMetricsError(
      // The code stays that of the tally; only the place is added.
      { ...cellRefused, code: thrown.code },
      {
        path: ["sources", source, row + 1, header],
        values: { ...thrown.values, source, row: row + 1, column: header, reason: thrown.messages },
      },
    );
  }
}

/** The error of a cell that is no number; rows are counted from 1 below the header. */
export function refuseCell(source: string, column: string, row: number, found: string): CxMetricsError {
  return new CxMetricsError(cellNotNumber, {
    path: ["sources", source, row + 1, column],
    values: { source, column, row: row + 1, found },
  });
}
