import { CxMetricsError } from "@cxmetrics/definition";
import {
  type DesignOptions,
  type DesignTally,
  type RatingTally,
  type ScoreDefinition,
  tallyDesignBy,
  tallyRatingsBy,
  toRatingTally,
} from "@cxmetrics/scores";
import type { EngineChoice } from "../engine-choice.js";
import { ratingNotWhole, ratingOffScale } from "../problems.js";
import type { TextColumn, TextRequest } from "../read/column.js";
import { type MissingAnswers, parseMissing } from "../read/missing-answers.js";
import { type OpenTableOptions, openTable, type Table } from "../read/read-table.js";
import { namingRows } from "../read/with-row.js";
import type { GroupWarning } from "../show/warning-lines.js";
import { countedRatings, mayCount } from "./counted-ratings.js";
import { databaseRatings } from "./database-ratings.js";
import { type DesignColumns, parseDesignColumns } from "./design-columns.js";
import { type GroupedRows, groupRows } from "./group-rows.js";
import { sampleDesignOf } from "./read-design.js";

/** Which columns hold the ratings. */
export interface RatingColumns extends DesignColumns {
  readonly rating: string;
  readonly weight?: string | undefined;
  /** Value of `--missing`. */
  readonly missing?: string | undefined;
  /** Columns to group by; none for everyone together. */
  readonly by: readonly string[];
}

/** The tally of one group of a file. */
export interface RatingGroup {
  /** Value of each grouping column; empty when there is none. */
  readonly values: readonly string[];
  readonly tally: RatingTally;
  /** The same answers with strata and clusters, where the command line names any. */
  readonly design?: DesignTally;
}

/** The ratings of a file, ready to be tallied. */
export interface RatingSample {
  readonly ratings: Float64Array;
  readonly grouped: GroupedRows;
  /** Missing codes, weights, strata and clusters. */
  readonly options: DesignOptions;
  readonly designed: boolean;
  readonly warnings: readonly GroupWarning[];
}

/** Groups of a file, and what a reader must know of its rows. */
export interface ReadRatings {
  readonly groups: readonly RatingGroup[];
  readonly warnings: readonly GroupWarning[];
}

/**
 * Tallies the ratings of a file by group, in order of first appearance: counted by DuckDB where that gives the same, otherwise read row by
 * row. With the address of a database the file is the name of a table.
 *
 * @throws `CxMetricsError` as `withRatings`, `weight.not-allowed`, and those of `databaseRatings`
 */
export async function readRatings(
  file: string,
  columns: RatingColumns,
  definition: ScoreDefinition,
  options: OpenTableOptions,
  engine: EngineChoice = { kind: "duckdb" },
): Promise<ReadRatings> {
  if ("url" in engine)
    return { groups: await databaseRatings(file, columns, definition, engine, options), warnings: [] };
  const counted =
    engine.kind === "duckdb" && mayCount(columns)
      ? await countedRatings(file, columns, definition, options)
      : undefined;
  if (counted) return { groups: counted, warnings: [] };
  return withRatings(file, columns, definition, options, (sample) => ({
    groups: tallyGroups(sample, definition),
    warnings: sample.warnings,
  }));
}

/**
 * Reads the ratings of a file and hands them to a calculation. What that refuses about an element is told with the row of the file.
 *
 * @throws `CxMetricsError` `rating.off-scale` and `rating.not-whole` with row and remedy, `table.blank-key`, `design.fpc-differs`, and those
 * of `openTable` and `Table.read`
 */
export async function withRatings<T>(
  file: string,
  columns: RatingColumns,
  definition: ScoreDefinition,
  options: OpenTableOptions,
  use: (sample: RatingSample) => T,
): Promise<T> {
  const missing = parseMissing(columns.missing);
  const design = parseDesignColumns(columns);
  const table = await openTable(file, options);
  try {
    const text = (name: string): TextRequest => ({ kind: "text", name });
    const numbered = (prefix: string, names: readonly string[]) =>
      Object.fromEntries(names.map((name, index) => [`${prefix}${index}`, text(name)] as const));
    const read = await table.read({
      ...numbered("by", columns.by),
      ...numbered("strata", design.strata),
      ...numbered("cluster", design.clusters),
      rating: { kind: "number", name: columns.rating, missing },
      weight: columns.weight === undefined ? undefined : { kind: "number", name: columns.weight },
      fpc: typeof design.fpc === "string" ? { kind: "number", name: design.fpc } : undefined,
    });
    const { rating, weight, fpc, ...rest } = read.columns;
    const texts = rest as Readonly<Record<string, TextColumn>>;
    const taken = (prefix: string, names: readonly string[]) =>
      names.flatMap((_, index) => texts[`${prefix}${index}`] ?? []);
    await refuseOffScale(rating.values, missing, definition, table, columns.rating.trim());
    const sample = await sampleDesignOf(
      design,
      { strata: taken("strata", design.strata), clusters: taken("cluster", design.clusters), fpc },
      read.rowCount,
      table,
    );
    const given: RatingSample = {
      ratings: rating.values,
      grouped: groupRows(taken("by", columns.by), read.rowCount),
      options: {
        missing: [...missing.codes, Number.NaN],
        ...(weight ? { weights: weight.values } : {}),
        ...sample.options,
      },
      designed: design.designed,
      warnings: sample.warnings,
    };
    const names = { weights: columns.weight, ratings: columns.rating };
    return await namingRows(() => use(given), table, names);
  } finally {
    table.close();
  }
}

async function refuseOffScale(
  ratings: Float64Array,
  missing: MissingAnswers,
  { id, version, scale }: ScoreDefinition,
  table: Table,
  column: string,
): Promise<void> {
  for (const [record, value] of ratings.entries()) {
    const whole = Number.isInteger(value) && value >= scale.min && value <= scale.max;
    if (whole || Number.isNaN(value) || missing.codes.includes(value)) continue;
    const row = await table.rowNumber(record);
    const off = value < scale.min || value > scale.max;
    throw new CxMetricsError(off ? ratingOffScale : ratingNotWhole, {
      path: [table.shown, column, row],
      values: { file: table.shown, column, row, value, ...scale, definition: `${id}@${version}` },
    });
  }
}

/** Tallies every group of a sample; with a design, each keeps the strata and sampling units of the whole sample. */
export function tallyGroups(
  { ratings, grouped, options, designed }: RatingSample,
  { scale }: ScoreDefinition,
): readonly RatingGroup[] {
  const { numbers, groups } = grouped;
  if (designed)
    return tallyDesignBy(numbers, ratings, scale, options).map(({ group, tally: design }) => ({
      values: groups[Number(group)] ?? [],
      tally: toRatingTally(design),
      design,
    }));
  return tallyRatingsBy(numbers, ratings, scale, options).map(({ group, tally }) => ({
    values: groups[Number(group)] ?? [],
    tally,
  }));
}
