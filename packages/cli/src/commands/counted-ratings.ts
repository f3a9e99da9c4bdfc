import { type RatingTally, type ScoreDefinition, tallyFromCounts } from "@cxmetrics/scores";
import { readRatingTally } from "@cxmetrics/sql";
import type { NumberColumn, TextColumn } from "../read/column.js";
import { type MissingAnswers, parseMissing } from "../read/missing-answers.js";
import { type OpenTableOptions, openTable } from "../read/read-table.js";
import { groupRows } from "./group-rows.js";
import type { RatingColumns, RatingGroup } from "./read-ratings.js";

/** Whether a tally may be counted by the database: weights are added in the order of the file, and designs need their records. */
export function mayCount({ weight, strata, cluster, fpc }: RatingColumns): boolean {
  return [weight, strata, cluster, fpc].every((column) => column === undefined);
}

/**
 * The ratings of a file by group, counted by DuckDB without a row ever leaving it: the same tallies as reading every row.
 *
 * @returns `undefined` where a row has to be looked at by itself: an answer that is none, or a file that cannot be read
 */
export async function countedRatings(
  file: string,
  { rating, by, missing: codes }: RatingColumns,
  definition: Pick<ScoreDefinition, "scale">,
  options: OpenTableOptions,
): Promise<readonly RatingGroup[] | undefined> {
  const missing = parseMissing(codes);
  const table = await openTable(file, options);
  try {
    const grouping = by.map((name, index) => [`by${index}`, { kind: "text", name }] as const);
    const counted = await table.count({
      ...Object.fromEntries(grouping),
      rating: { kind: "number", name: rating, missing },
    });
    if (counted === undefined) return undefined;
    const { rating: ratings, ...texts } = counted.columns as { readonly rating: NumberColumn };
    const grouped = groupRows(Object.values(texts) as readonly TextColumn[], counted.rowCount);
    const { scale } = tallyFromCounts({}, definition.scale);
    const rows = grouped.groups.map((): object[] => []);
    for (const [row, value] of ratings.values.entries()) {
      const found = classOf(value, missing, scale);
      if (found === undefined) return undefined;
      const point = found === 1 ? null : value;
      rows[grouped.numbers[row] ?? 0]?.push({
        cx_class_a: found,
        cx_point_a: point,
        cx_records: counted.counts[row],
      });
    }
    return grouped.groups.map((values, group) => ({
      values,
      tally: readRatingTally((rows[group] ?? []) as Record<string, unknown>[], definition) as RatingTally,
    }));
  } finally {
    table.close();
  }
}

/** What a cell is to a tally, as the reader of tallies numbers it; `undefined` for what is refused. */
function classOf(
  value: number,
  missing: MissingAnswers,
  scale: { readonly min: number; readonly max: number },
): 0 | 1 | 2 | undefined {
  if (Number.isNaN(value)) return 1;
  if (missing.codes.includes(value)) return 2;
  return Number.isInteger(value) && value >= scale.min && value <= scale.max ? 0 : undefined;
}
