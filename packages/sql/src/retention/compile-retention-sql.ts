import { defineRetention, type RetentionDefinition } from "@cxmetrics/funnel";
import { type CompiledSql, finishSql, type SqlNote } from "../compiled-sql.js";
import { dialectNamed } from "../dialects/registry.js";
import { quoteTable, startSql } from "../sql-text.js";
import { bucketsOf } from "./retention-plan.js";
import { retentionRows } from "./retention-rows.js";
import { type RetentionSqlOptions, readRetentionOptions } from "./retention-sql-options.js";
import { retentionStates } from "./retention-states.js";

const zoneNote: SqlNote = {
  code: "sql.zone-of-database",
  message: {
    en: "The database tells calendar days by its own time-zone tables; where they are older than those of Node, days near a change of clocks may differ.",
    zh: "日历日由数据库自带的时区表判定；若其版本早于 Node 的时区表，时钟变更前后的日期可能不同。",
  },
};

/**
 * A retention tally as one SQL statement: by cohort of their first start, how many actors came back in each period.
 * `readRetentionTally` turns the rows of the answer into the tally that `tallyRetention` would have taken.
 *
 * Every mode, clock, period and named time zone of `RetentionDefinition` is honoured. In ClickHouse it is one aggregate state an actor, which
 * merges across shards; elsewhere window functions and joins by actor. A table has no order of its own: without a sequence column
 * an event in the very instant of an actor's start may stand before or after it, and where a bucket asks about period 0 and the
 * two would count differently, the reader refuses with `sql.tied-events`.
 *
 * @param definition a retention definition, see `defineRetention` and `adhocRetention`
 * @param options dialect, table, columns, end of observation
 * @throws `CxMetricsError` `sql.bad-name`, `sql.bad-table`, `sql.bad-text`, `document.*`, and the codes of `defineRetention`
 * @example
 * ```ts
 * const retention = {
 *   formatVersion: 1, id: "app.return", version: "1.0.0", title: { en: "Return", zh: "回访" },
 *   provenance: { status: "illustrative", source: "example" }, start: "sign-up", return: ["open", "pay"],
 *   mode: "on", clock: "rolling", period: "day", timeZone: "UTC", periods: [1, 7], cohort: "week",
 * };
 * const columns = { actor: "who", event: "what", timeMs: "at" };
 * compileRetentionSql(retention, { dialect: "postgresql", table: "events", columns }).parameters; // => ["sign-up", "open", "pay"]
 * ```
 */
export function compileRetentionSql(
  definition: RetentionDefinition,
  options: RetentionSqlOptions,
): CompiledSql {
  const retention = defineRetention(definition);
  const settings = readRetentionOptions(options);
  const dialect = dialectNamed(options.dialect, ["options", "dialect"]);
  const text = startSql(dialect, settings.inline);
  const write = dialect.name === "clickhouse" ? retentionStates : retentionRows;
  const sql = write(text, retention, settings, bucketsOf(retention), quoteTable(options.table, dialect));
  return finishSql(text, sql, retention.timeZone === "UTC" ? [] : [zoneNote]);
}
