import { expectRecord } from "@cxmetrics/definition";
import type { FunnelDefinition } from "@cxmetrics/funnel";
import { type CompiledSql, finishSql } from "../compiled-sql.js";
import type { DialectName } from "../dialects/dialect.js";
import { dialectNamed } from "../dialects/registry.js";
import { arrivals } from "../funnel/arrivals.js";
import { aboutRows, type Ctes, eventRows, tiedRows } from "../funnel/event-rows.js";
import { type FunnelColumns, readFunnelOptions } from "../funnel/funnel-sql-options.js";
import { refuseRules } from "../funnel/refuse-rules.js";
import { expectUntil } from "../retention/retention-sql-options.js";
import { quoteTable, type SqlTable, type SqlText, startSql } from "../sql-text.js";
import { type Choices, choicesOf, chosen } from "../unpivot.js";
import { type ConversionQuestion, conversionPlan, fact, outcome, part } from "./conversion-plan.js";

/** How times to convert are written as SQL. */
export interface ConversionTimesSqlOptions extends ConversionQuestion {
  readonly dialect: DialectName;
  readonly table: SqlTable;
  readonly columns: Omit<FunnelColumns, "properties">;
  /** End of observation, epoch milliseconds; the time of the last event where it is left out. */
  readonly observedUntilMs?: number;
  /** As for `compileFunnelSql`. */
  readonly untied?: boolean;
  /** Whether texts are bound (the default) or stand in the statement. */
  readonly values?: "bound" | "inline";
}

/**
 * The time from each actor's first entry to conversion as one SQL statement: how many took how long, how many were taken by a competing event, and how
 * long the others have been watched. `readConversionTimes` turns the rows of the answer into what `conversionTimes` says, which
 * `estimateTimeToConvert` takes: the statistics are those of memory.
 *
 * @param definition plain ordered steps with ties by sequence, as `conversionTimes` takes them
 * @param options dialect, table, columns, and the question
 * @throws `CxMetricsError` `sql.no-sequence`, `sql.bad-name`, `sql.bad-table`, `sql.bad-text`, and the codes of `conversionTimes`:
 * `funnel.first-entry-only`, `funnel.unknown-step`, `funnel.competing-is-step`
 * @example
 * ```ts
 * const title = { en: "Loan", zh: "贷款" };
 * const funnel = {
 *   formatVersion: 1, id: "loan", version: "1.0.0", title, provenance: { status: "illustrative", source: "example" },
 *   steps: [{ name: "apply", event: "apply" }, { name: "sign", event: "sign" }],
 *   order: "ordered", windowMs: null, ties: "sequence", entry: "first", reuse: "once",
 * };
 * const columns = { actor: "who", event: "what", timeMs: "at", sequence: "nth" };
 * const options = { dialect: "duckdb", table: "log", columns, competing: "declined" };
 * compileConversionTimesSql(funnel, options).parameters; // => ["apply", "sign", "declined"]
 * ```
 */
export function compileConversionTimesSql(
  definition: FunnelDefinition,
  options: ConversionTimesSqlOptions,
): CompiledSql {
  const given = expectRecord(
    options,
    ["options"],
    ["dialect", "table", "columns"],
    ["step", "competing", "observedUntilMs", "untied", "values"],
  );
  const { step, competing, observedUntilMs, ...rest } = given as unknown as ConversionTimesSqlOptions;
  const { followed } = conversionPlan(definition, {
    ...(step === undefined ? {} : { step }),
    ...(competing === undefined ? {} : { competing }),
  });
  const settings = readFunnelOptions(followed, rest);
  refuseRules(followed, settings);
  const dialect = dialectNamed(rest.dialect, ["options", "dialect"]);
  const text = startSql(dialect, settings.inline);
  const untilMs = expectUntil(observedUntilMs);
  const { exclusions: _, ...plain } = followed;
  const ctes: Ctes = [
    ...eventRows(text, followed, settings, quoteTable(rest.table, dialect)),
    ...aboutRows(text, followed, settings).slice(0, 1),
    ...tiedRows(followed, settings),
    ...arrivals(text, plain),
    ["cx_end", endOf(text, untilMs)],
    ...outcomes(text, followed),
  ];
  const sql = [
    `WITH ${ctes.map(([name, body]) => `${name} AS (${body})`).join(",\n")}`,
    answer(text).join("\nUNION ALL "),
  ].join("\n");
  return finishSql(text, sql, []);
}

function endOf(text: SqlText, untilMs: number | null): string {
  if (untilMs !== null) return `SELECT ${text.number(untilMs)} AS cx_until`;
  return "SELECT MAX(cx_time) AS cx_until FROM cx_events WHERE cx_actor IS NOT NULL AND cx_event IS NOT NULL";
}

/** `cx_outcomes`: per actor that entered what became of it, and after how long. */
function outcomes(text: SqlText, { steps, windowMs, exclusions = [] }: FunnelDefinition): Ctes {
  const { double, whole } = text.dialect;
  const none = (type: string) => `CAST(NULL AS ${type})`;
  const window = windowMs === null ? null : text.number(windowMs);
  const limit =
    window === null
      ? "cx_until"
      : `CASE WHEN cx_until < cx_start + ${window} THEN cx_until ELSE cx_start + ${window} END`;
  const watched =
    window === null
      ? "cx_until - cx_start"
      : `CASE WHEN cx_until < cx_start + ${window} THEN cx_until - cx_start ELSE ${window} END`;
  // No name here is that of a column below it: in ClickHouse an alias comes before a column.
  const entry = `SELECT cx_actor, cx_place AS cx_entered, cx_start AS cx_begun, ${none(whole)} AS cx_reached, ${none(double)} AS cx_ended FROM cx_e1`;
  const done = `SELECT cx_actor, ${none(whole)} AS cx_entered, ${none(double)} AS cx_begun, cx_place AS cx_reached, cx_time AS cx_ended FROM cx_e${steps.length}`;
  const each = `SELECT cx_actor AS cx_who, MAX(cx_entered) AS cx_from, MAX(cx_begun) AS cx_start, MIN(cx_reached) AS cx_at, MIN(cx_ended) AS cx_done FROM (${entry} UNION ALL ${done}) AS cx_both GROUP BY cx_actor`;
  const own = (values: string, from: string) => `SELECT cx_who, ${values} FROM ${from}`;
  const ended = `CASE WHEN cx_done <= cx_limit THEN ${outcome.converted} ELSE ${outcome.open} END AS cx_outcome, CASE WHEN cx_done <= cx_limit THEN cx_done - cx_start ELSE cx_watched END AS cx_elapsed, 1 AS cx_rank`;
  const kind = exclusions.map((_, index) => `WHEN cx_x${index + 1} = 1 THEN ${outcome.competing + index}`);
  const other = `CASE ${kind.join(" ")} END AS cx_outcome, cx_time - cx_start AS cx_elapsed, 0 AS cx_rank, cx_place`;
  const met = `cx_place > cx_from AND cx_time <= cx_limit AND (cx_done IS NULL OR cx_done > cx_limit OR cx_place < cx_at)`;
  const competes = exclusions.map((_, index) => `cx_x${index + 1} = 1`).join(" OR ");
  const others = `SELECT cx_who, ${other} FROM cx_watched_actors INNER JOIN cx_steps ON cx_actor = cx_who WHERE ${met} AND (${competes})`;
  const plain = `${own(`${ended}, ${none(whole)} AS cx_place`, "cx_watched_actors")}`;
  const all = exclusions.length === 0 ? plain : `${plain} UNION ALL ${others}`;
  return [
    ["cx_each", each],
    [
      "cx_watched_actors",
      `SELECT cx_who, cx_from, cx_start, cx_at, cx_done, ${limit} AS cx_limit, ${watched} AS cx_watched FROM cx_each CROSS JOIN cx_end WHERE cx_start <= cx_until`,
    ],
    [
      "cx_outcomes",
      `SELECT cx_outcome, cx_elapsed FROM (SELECT cx_outcome, cx_elapsed, ROW_NUMBER() OVER (PARTITION BY cx_who ORDER BY cx_rank, cx_place) AS cx_nth FROM (${all}) AS cx_all) AS cx_first WHERE cx_nth = 1`,
    ],
  ];
}

/** The selects whose union is the answer, each row `cx_part, cx_item, cx_amount, cx_records`. */
function answer({ dialect, number }: SqlText): readonly string[] {
  const { double, whole } = dialect;
  const row = (of: number, item: number | string, amount: string, records: string, from: string) =>
    `SELECT ${of} AS cx_part, CAST(${item} AS ${whole}) AS cx_item, CAST(${amount} AS ${double}) AS cx_amount, CAST(${records} AS ${whole}) AS cx_records FROM ${from}`;
  const counts: Choices = [
    [fact.rows, "cx_rows"],
    [fact.badTimes, "cx_bad_times"],
    [fact.badSequences, "cx_bad_sequences"],
    [fact.least, "0"],
    [fact.most, "0"],
    [fact.until, "0"],
  ];
  const edges: Choices = [
    [fact.least, `CASE WHEN cx_bad_times = 0 THEN cx_least ELSE ${number(0)} END`],
    [fact.most, `CASE WHEN cx_bad_times = 0 THEN cx_most ELSE ${number(0)} END`],
    [fact.until, "cx_until"],
  ];
  const facts = `cx_about CROSS JOIN cx_end CROSS JOIN ${choicesOf(counts.map(([item]) => item))}`;
  return [
    row(part.about, "cx_choice", chosen(edges), chosen(counts), facts),
    row(part.about, fact.tied, "NULL", "COUNT(*)", "cx_tied"),
    row(part.outcome, "cx_outcome", "cx_elapsed", "COUNT(*)", "cx_outcomes GROUP BY cx_outcome, cx_elapsed"),
  ];
}
