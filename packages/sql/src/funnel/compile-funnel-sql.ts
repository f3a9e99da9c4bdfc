import { defineFunnel, type FunnelDefinition } from "@cxmetrics/funnel";
import { type CompiledSql, finishSql, type SqlNote } from "../compiled-sql.js";
import { dialectNamed } from "../dialects/registry.js";
import { quoteTable, type SqlText, startSql } from "../sql-text.js";
import { answerRows } from "./answer-rows.js";
import { arrivals } from "./arrivals.js";
import { asofArrivals } from "./asof-arrivals.js";
import { aboutRows, eventRows, tiedRows } from "./event-rows.js";
import { type FunnelSettings, type FunnelSqlOptions, readFunnelOptions } from "./funnel-sql-options.js";
import { furthest } from "./furthest.js";
import { refuseForm } from "./refuse-form.js";
import { refuseRules } from "./refuse-rules.js";
import { windowFunnelSql } from "./window-funnel.js";

const breakdownNote: SqlNote = {
  code: "sql.breakdown-not-compiled",
  message: {
    en: "The breakdown plays no part here: this is the tally of everybody. Ask once per group, or break down in memory.",
    zh: "此处不含分组（breakdown）：这是全体的计数。请按组分别查询，或在内存中分组。",
  },
};

/**
 * A funnel tally as one SQL statement: how many actors reached each step, the elapsed times, and what the tally tells of the
 * data. `readFunnelTally` turns the rows of the answer into the tally that `tallyFunnel` would have taken.
 *
 * Per step, the events that may fill it meet the attempts that reached the step before, in the order of the tie rule, by window
 * functions that every database has; the latest start that is still open carries on. This is exact for `ties` of every
 * kind, `entry: best | first`, `reuse`, windows, gaps, exclusions (both effects), optional and first-ever steps, predicates, date ranges
 * and sessions. Refused by name: `order: any`, `entry: every`, `adjacency`, and `ties: simultaneous` with `reuse: once` where one
 * event may fill several steps. `ties: sequence` needs a sequence column, or `untied: true`; what it leaves in doubt the
 * reader refuses. Times are compared as doubles, which hold every millisecond that a tally takes.
 *
 * @param definition a funnel definition, see `defineFunnel`
 * @param options dialect, table and columns
 * @throws `CxMetricsError` `sql.not-compiled`, `sql.no-sequence`, `sql.missing-column`, `sql.bad-name`, `sql.bad-table`,
 * `sql.bad-text`, and the codes of `defineFunnel`
 * @example
 * ```ts
 * const title = { en: "Loan", zh: "贷款" };
 * const funnel = {
 *   formatVersion: 1, id: "loan", version: "1.0.0", title, provenance: { status: "illustrative", source: "example" },
 *   steps: [{ name: "apply", event: "apply" }, { name: "sign", event: "sign" }],
 *   order: "ordered", windowMs: null, ties: "simultaneous", entry: "best", reuse: "once",
 * };
 * const columns = { actor: "who", event: "what", timeMs: "at" };
 * compileFunnelSql(funnel, { dialect: "postgresql", table: ["app", "events"], columns }).parameters; // => ["apply", "sign"]
 * ```
 */
export function compileFunnelSql(definition: FunnelDefinition, options: FunnelSqlOptions): CompiledSql {
  const funnel = defineFunnel(definition);
  const settings = readFunnelOptions(funnel, options);
  const dialect = dialectNamed(options.dialect, ["options", "dialect"]);
  refuseForm(dialect.name, funnel, settings);
  refuseRules(funnel, settings);
  const text = startSql(dialect, settings.inline);
  const sql = funnelSql(text, funnel, settings, quoteTable(options.table, dialect));
  return finishSql(text, sql, funnel.breakdown === undefined ? [] : [breakdownNote]);
}

/** The statement over anything that can stand after FROM. */
export function funnelSql(
  text: SqlText,
  funnel: FunnelDefinition,
  settings: FunnelSettings,
  relation: string,
): string {
  if (settings.form === "window-funnel") return windowFunnelSql(text, funnel, settings, relation);
  const ctes = [
    ...eventRows(text, funnel, settings, relation),
    ...aboutRows(text, funnel, settings),
    ...tiedRows(funnel, settings),
    ...(settings.form === "asof" ? asofArrivals(text, funnel) : arrivals(text, funnel)),
    ...furthest(text, funnel),
  ];
  const rows = answerRows(text, funnel, settings.times);
  return [
    `WITH ${ctes.map(([name, body]) => `${name} AS (${body})`).join(",\n")}`,
    rows.join("\nUNION ALL "),
    // Members of a WITH clause are written out wherever they are named, and many steps with exclusions pass the limit.
    ...(text.dialect.name === "clickhouse"
      ? ["SETTINGS query_plan_max_optimizations_to_apply = 10000000"]
      : []),
  ].join("\n");
}
