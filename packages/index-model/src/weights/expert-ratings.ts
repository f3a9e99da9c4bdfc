import { CxMetricsError, expectNumber, type ProblemPath } from "@cxmetrics/definition";
import { type Dispersion, dispersionOf } from "./dispersion.js";
import { expectLength, expectMembers } from "./expect-members.js";
import { tooMany } from "./problems.js";

/** One row for each expert, one column for each indicator; null where an expert gave none. */
export type ExpertRatings = readonly (readonly (number | null)[])[];

/** Dispersion of an indicator's ratings with its share of full scores. */
export interface RatingSummary extends Dispersion {
  readonly median: number;
  /** Share of experts who gave the full score (满分比), 0…1; `null` where no full score is named. */
  readonly fullScoreRate: number | null;
}

const most = 100_000;

/** Reads ratings of at least 0, not above the full score. */
export function readRatings(value: unknown, path: ProblemPath, fullScore?: number): (number | null)[][] {
  const range = fullScore === undefined ? { least: 0 } : { least: 0, most: fullScore };
  const rows = expectMembers(value, path, (row, at) =>
    expectMembers(row, at, (rating, place) =>
      rating === null || rating === undefined ? null : expectNumber(rating, place, range),
    ),
  );
  const width = rows[0]?.length ?? 0;
  for (const [index, row] of rows.entries()) expectLength(row, width, [...path, index]);
  const found = rows.length * width;
  if (found > most) throw new CxMetricsError(tooMany, { path, values: { found, most } });
  return rows;
}

/** Summary of one indicator's ratings; `undefined` where no expert rated it. */
export function summariseRatings(
  column: readonly (number | null)[],
  fullScore?: number,
): RatingSummary | undefined {
  const ratings = column.filter((rating): rating is number => rating !== null).sort((a, b) => a - b);
  if (ratings.length === 0) return undefined;
  const half = Math.floor(ratings.length / 2);
  const upper = ratings[half] ?? 0;
  const median = ratings.length % 2 === 1 ? upper : upper / 2 + (ratings[half - 1] ?? 0) / 2;
  const full = ratings.filter((rating) => rating === fullScore).length;
  return {
    ...dispersionOf(ratings),
    median,
    fullScoreRate: fullScore === undefined ? null : full / ratings.length,
  };
}
