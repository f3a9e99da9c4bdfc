import type { RatingScale, ScoreDefinition } from "@cxmetrics/scores";
import { type CompiledSql, finishSql, type SqlNote } from "../compiled-sql.js";
import { dialectNamed } from "../dialects/registry.js";
import { quoteTable, type SqlText, source, startSql } from "../sql-text.js";
import { classOfRating, ratingClass } from "./rating-classes.js";
import { readScoreOptions, type ScoreSettings, type ScoreSqlOptions } from "./score-sql-options.js";

const plainSums: SqlNote = {
  code: "sql.plain-sums",
  message: {
    en: "This database adds weights without compensation: Σw may differ from memory in its last digits.",
    zh: "该数据库对权重求和时不做补偿：Σw 的末几位可能与内存结果不同。",
  },
};

/**
 * A score tally as SQL: the histogram of a rating column with Σw and Σw², by stratum and sampling unit (`tally: design`),
 * or the cross-table of two questions (`tally: joint`). `readRatingTally`, `readDesignTally` and `readJointTally` turn the rows
 * of the answer into the tallies of `@cxmetrics/scores`.
 *
 * Missing codes, off-scale and fractional ratings and bad weights are told apart in the order of `tallyRatings` and counted
 * by reason; the reader refuses them unless they are to be counted. Counts are exact. Sums of weights are compensated in DuckDB
 * and ClickHouse and decimal in PostgreSQL, so that they agree with memory to the last digit or the one before. Columns must hold
 * numbers; a boolean or text column is for a view to convert. Keys of strata and units are texts or whole numbers.
 *
 * @param definition a score definition; its scale is what counts
 * @param options dialect, table, columns and which tally
 * @throws `CxMetricsError` `sql.bad-name`, `sql.bad-table`, `sql.missing-column`, `scale.not-allowed`, `document.*`
 * @example
 * ```ts
 * const definition = { scale: { min: 0, max: 10 } };
 * const { sql, parameters } = compileScoreSql(definition, { dialect: "duckdb", table: "survey", columns: { rating: "nps" } });
 * sql.includes('CAST(cx_src."nps" AS DOUBLE)'); // => true
 * parameters; // => []
 * ```
 */
export function compileScoreSql(
  definition: Pick<ScoreDefinition, "scale">,
  options: ScoreSqlOptions,
): CompiledSql {
  const settings = readScoreOptions(definition, options);
  const dialect = dialectNamed(options.dialect, ["options", "dialect"]);
  const text = startSql(dialect, settings.inline);
  const sql = scoreSql(text, settings, quoteTable(options.table, dialect));
  const compensated = ["duckdb", "postgresql", "clickhouse"].includes(dialect.name);
  return finishSql(text, sql, settings.columns.weight === undefined || compensated ? [] : [plainSums]);
}

/** The statement over anything that can stand after FROM. */
export function scoreSql(text: SqlText, settings: ScoreSettings, relation: string): string {
  const { tally, columns, scale, second, missing } = settings;
  const { double, text: textType, sum } = text.dialect;
  const path = (name: string) => ["options", "columns", name];
  const cast = (name: keyof ScoreColumns, type: string) =>
    `CAST(${text.column(columns[name], path(name))} AS ${type})`;
  type ScoreColumns = typeof columns;

  const weighted = columns.weight !== undefined;
  const keyed = tally !== "rating";
  const keys = [
    ...(keyed && columns.stratum !== undefined ? (["stratum"] as const) : []),
    ...(keyed && columns.cluster !== undefined ? (["cluster"] as const) : []),
  ];
  const read = [
    ...keys.map((key) => `${cast(key, textType)} AS cx_${key}`),
    `${cast("rating", double)} AS cx_a`,
    ...(second === null ? [] : [`${cast("second", double)} AS cx_b`]),
    ...(weighted ? [`${cast("weight", double)} AS cx_w`] : []),
  ];
  const sides: readonly (readonly [string, RatingScale])[] =
    second === null
      ? [["a", scale]]
      : [
          ["a", scale],
          ["b", second],
        ];
  const weight = weighted ? "cx_w" : null;
  const classed = sides.map(
    ([side, on]) => `${classOfRating(text, `cx_${side}`, on, missing, weight)} AS cx_class_${side}`,
  );
  const points = sides.map(
    ([side]) =>
      `CASE WHEN cx_class_${side} IN (${ratingClass.answer}, ${ratingClass.code}) THEN cx_${side} END AS cx_point_${side}`,
  );
  // A weight that no answer uses may be anything, also NaN.
  const used = sides.map(([side]) => `cx_class_${side} = ${ratingClass.answer}`).join(" OR ");
  const grouped = [
    ...keys.map((key) => `cx_${key}`),
    ...sides.flatMap(([side]) => [`cx_class_${side}`, `cx_point_${side}`]),
  ];
  const names = grouped.join(", ");
  const sums = weighted
    ? `, ${sum("cx_used")} AS cx_weight_sum, ${sum("cx_used * cx_used")} AS cx_squared_weight_sum`
    : "";
  const answer = `SELECT ${names}, COUNT(*) AS cx_records${sums}`;
  const grouping = [
    `GROUP BY ${names}`,
    ...(keys.length === 0 ? [] : [`ORDER BY ${keys.map((key) => `cx_${key}`).join(", ")}`]),
  ];
  const usedWeight = weighted ? [`CASE WHEN ${used} THEN cx_w END AS cx_used`] : [];
  // Named expressions over the table itself, so that each shard of a cluster counts and only its counts travel.
  if (text.dialect.name === "clickhouse") {
    const named = [...read, ...classed, ...points, ...usedWeight].join(", ");
    return [`WITH ${named}`, answer, `FROM ${relation} AS ${source}`, ...grouping].join("\n");
  }
  return [
    `WITH cx_read AS (SELECT ${read.join(", ")} FROM ${relation} AS ${source})`,
    `, cx_classed AS (SELECT cx_read.*, ${classed.join(", ")} FROM cx_read)`,
    `, cx_placed AS (SELECT ${["cx_classed.*", ...points, ...usedWeight].join(", ")} FROM cx_classed)`,
    answer,
    "FROM cx_placed",
    ...grouping,
  ].join("\n");
}
