import type { RetentionDefinition } from "@cxmetrics/funnel";
import { type SqlText, source } from "../sql-text.js";
import { badTime, logColumns, retentionClock, roleOf, someone } from "./retention-log.js";
import { type Bucket, fact, part, tiesMatter } from "./retention-plan.js";
import type { RetentionSettings } from "./retention-sql-options.js";

/**
 * A retention for ClickHouse: one array of events an actor, gathered over the table itself, so that the arrays of shards merge also where
 * an actor's events are spread over them; what is done with an array is done once.
 */
export function retentionStates(
  text: SqlText,
  retention: RetentionDefinition,
  settings: RetentionSettings,
  buckets: readonly Bucket[],
  relation: string,
): string {
  const log = logSelect(text, settings, relation);
  const facts = factsOf(text, settings);
  const each = (write: (number: number) => string) => buckets.map((_, index) => write(index + 1));
  const zeros = ["eligible", "retained"].flatMap((name) => each((k) => `toInt64(0) AS cx_${name}${k}`));
  const head = (of: number, item: string, amount: string, records: string) =>
    `SELECT toInt64(${of}) AS cx_part, toInt64(${item}) AS cx_item, CAST(${amount} AS Nullable(Float64)) AS cx_amount, toInt64(${records}) AS cx_records`;
  const about = (item: string, amount: string, records: string, from: string) =>
    `${[head(part.about, item, amount, records), ...zeros].join(", ")} FROM (${from})`;
  const starts = startsOf(text, retention, settings, log);
  const actors = perActor(text, retention, buckets, starts, endOf(settings, log));
  const cohorts = [
    head(part.cohort, "cx_cohort", "min(cx_start)", "count()"),
    ...each((k) => `toInt64(sum(cx_o${k})) AS cx_eligible${k}`),
    ...each((k) => `toInt64(sum(cx_o${k} * cx_b${k})) AS cx_retained${k}`),
  ];
  const items = facts.map(([item]) => `toInt64(${item})`).join(", ");
  const counts = facts.map(([, count]) => `toInt64(${count})`).join(", ");
  return [
    `${cohorts.join(", ")} FROM (${actors}) GROUP BY cx_cohort`,
    about(
      "cx_fact",
      "NULL",
      "cx_count",
      `SELECT cx_fact, cx_count FROM (${log(`[${items}] AS cx_facts, [${counts}] AS cx_counts`)}) ARRAY JOIN cx_facts AS cx_fact, cx_counts AS cx_count`,
    ),
    about(`${fact.least}`, "cx_edge", "0", log("min(cx_time) AS cx_edge")),
    about(`${fact.most}`, "cx_edge", "0", log("max(cx_time) AS cx_edge")),
    about(`${fact.until}`, "cx_edge", "0", `SELECT ${endOf(settings, log)} AS cx_edge`),
    ...(tiesMatter(buckets) ? [about(`${fact.tied}`, "NULL", "cx_ties", tiedStarts(starts))] : []),
  ].join("\nUNION ALL ");
}

type LogSelect = (what: string, where?: string, rest?: string) => string;

function logSelect(text: SqlText, settings: RetentionSettings, relation: string): LogSelect {
  const names = [
    // Shards name a bare column after itself, whatever it is called here, and then do not find it.
    ...logColumns(text, settings, (column) => `materialize(${column})`),
    ...(settings.columns.sequence === undefined ? ["toFloat64(0) AS cx_sequence"] : []),
  ].join(", ");
  return (what, where, rest) =>
    [
      `WITH ${names} SELECT ${what} FROM ${relation} AS ${source}`,
      ...(where ? [`WHERE ${where}`] : []),
      rest ?? "",
    ]
      .join(" ")
      .trimEnd();
}

function endOf({ untilMs }: RetentionSettings, log: LogSelect): string {
  return untilMs === null ? `(${log("max(cx_time)", someone)})` : `toFloat64('${untilMs}')`;
}

function factsOf(text: SqlText, settings: RetentionSettings): readonly (readonly [number, string])[] {
  const counted = (condition: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  return [
    [fact.rows, "count()"],
    [fact["no-actor"], counted("cx_actor IS NULL")],
    [fact["no-event"], counted("cx_actor IS NOT NULL AND cx_event IS NULL")],
    [fact.badTimes, counted(badTime(text))],
    [fact.badSequences, settings.columns.sequence === undefined ? "0" : counted("cx_sequence IS NULL")],
    [fact.actors, `uniqExact(CASE WHEN ${someone} THEN cx_actor END)`],
  ];
}

/** Per actor that started the array of its log, its start and the end of observation. */
function startsOf(
  text: SqlText,
  retention: RetentionDefinition,
  settings: RetentionSettings,
  log: LogSelect,
): string {
  const role = `toUInt8(${roleOf(text, retention)})`;
  const entry = `(assumeNotNull(cx_time), assumeNotNull(cx_sequence), ${role})`;
  const logs = log(
    `cx_actor, arraySort(groupArray(${entry})) AS cx_log`,
    `${someone} AND NOT (${badTime(text)}) AND cx_sequence IS NOT NULL AND ${role} > 0`,
    "GROUP BY cx_actor",
  );
  const isStart = "x -> x.3 IN (1, 3)";
  const end = `assumeNotNull(${endOf(settings, log)})`;
  const placed = `SELECT cx_log, arrayFirstIndex(${isStart}, cx_log) AS cx_at, arrayFilter(${isStart}, cx_log)[1] AS cx_begin, ${end} AS cx_until FROM (${logs})`;
  return `SELECT cx_log, cx_at, cx_until, cx_begin, tupleElement(cx_begin, 1) AS cx_start FROM (${placed}) WHERE cx_at > 0`;
}

/** Actors with an event at the place of their start that would count or not, by which of the two comes first. */
function tiedStarts(starts: string): string {
  const same = "x -> x.1 = cx_start AND x.2 = cx_begin.2 AND x.3 <> cx_begin.3";
  return `SELECT sum(arrayExists(${same}, cx_log)) AS cx_ties FROM (${starts}) WHERE cx_start <= cx_until`;
}

/** Per actor that started its cohort, and per bucket whether it was observed and whether the actor came back. */
function perActor(
  text: SqlText,
  retention: RetentionDefinition,
  buckets: readonly Bucket[],
  starts: string,
  end: string,
): string {
  const { first, last, since, cohort, observed } = retentionClock(text, retention);
  const numbered = `SELECT cx_log, cx_at, cx_until, cx_start, ${first} AS cx_first, ${last} AS cx_last FROM (${starts}) WHERE cx_start <= cx_until`;
  const later = `arrayFilter(x -> x.3 >= 2 AND x.1 <= assumeNotNull(${end}), arraySlice(cx_log, cx_at + 1))`;
  const numbers = `SELECT cx_start, cx_until, cx_first, cx_last, arrayMap(x -> assumeNotNull(${since("x.1")}), ${later}) AS cx_numbers FROM (${numbered})`;
  const flags = buckets.flatMap((bucket, index) => [
    `CASE WHEN ${observed(bucket)} THEN 1 ELSE 0 END AS cx_o${index + 1}`,
    `arrayExists(n -> n >= ${bucket.from}${bucket.to === null ? "" : ` AND n < ${bucket.to}`}, cx_numbers) AS cx_b${index + 1}`,
  ]);
  return `SELECT cx_start, ${cohort} AS cx_cohort, ${flags.join(", ")} FROM (${numbers})`;
}
