import type { FunnelDefinition } from "@cxmetrics/funnel";
import { type SqlText, source } from "../sql-text.js";
import { fact, part } from "./answer-rows.js";
import { conditionSql, namesSql } from "./event-rows.js";
import { eventsOf } from "./events-of.js";
import type { FunnelSettings } from "./funnel-sql-options.js";
import { propertySql } from "./predicate-sql.js";
import { sharesEvents } from "./refuse-rules.js";

/** Places of an instant: more than the steps that `windowFunnel` takes. */
const placesOfInstant = 64n;
/** Places of an actor's whole log, where a sequence column orders it. */
const placesOfLog = 1n << 20n;
/** A window that no log leaves, with room below the end of 64 bits. */
const noLimit = 9_000_000_000_000_000_000n;
/** Longest log of an actor, in milliseconds, whose numbered instants stay below that. */
const longestLog = 8_000_000_000_000;

/**
 * A funnel tally by `windowFunnel`, without times. Everything is an aggregate over the table itself, so that the shards of a cluster hold
 * states which merge, also where an actor's events are spread over them.
 *
 * `strict_increase` alone is wrong from 18.16 to 26.7, since an event of the same instant overwrites the start that it needs;
 * beside `strict_once`, which keeps all chains, it is right. Ties are decided by numbered instants, not by the order in which a server
 * happens to sort equal times.
 */
export function windowFunnelSql(
  text: SqlText,
  funnel: FunnelDefinition,
  settings: FunnelSettings,
  relation: string,
): string {
  const log = namedColumns(text, funnel, settings, relation);
  const { sequence } = settings.columns;
  const ordered = funnel.ties === "sequence";
  const steps = ordered ? stepsInSequence(text, funnel, log) : stepsInTime(text, funnel, log);
  const none = "CAST(NULL AS Nullable(Float64))";
  const noLabel = "CAST(NULL AS Nullable(String))";
  const row = (of: number, item: string, label: string, amount: string, records: string) =>
    `SELECT toInt64(${of}) AS cx_part, toInt64(${item}) AS cx_item, ${label} AS cx_label, ${amount} AS cx_amount, toInt64(${records}) AS cx_records`;
  const facts = factsOf(sequence !== undefined);
  const items = facts.map(([item]) => `toInt64(${item})`).join(", ");
  const counts = facts.map(([, count]) => `toInt64(${count})`).join(", ");
  const named = namesSql(text, eventsOf(funnel));
  return [
    `${row(part.about, "cx_fact", noLabel, none, "cx_count")} FROM (${log.select(`[${items}] AS cx_facts, [${counts}] AS cx_counts`)}) ARRAY JOIN cx_facts AS cx_fact, cx_counts AS cx_count`,
    `${row(part.about, `${fact.least}`, noLabel, "cx_amount", "0")} FROM (${log.select("min(cx_time) AS cx_amount")})`,
    `${row(part.about, `${fact.most}`, noLabel, "cx_amount", "0")} FROM (${log.select("max(cx_time) AS cx_amount")})`,
    ...(ordered
      ? [
          `${row(part.about, `${fact.tied}`, noLabel, none, "cx_ties")} FROM (SELECT sum(${ties}) AS cx_ties FROM (${logs(text, funnel, log)}))`,
        ]
      : []),
    `${row(part.ended, "cx_step", noLabel, none, "count()")} FROM (${steps}) WHERE cx_step > 0 GROUP BY cx_step`,
    `${row(part.eventName, "0", "cx_event", none, "0")} FROM (${log.select("cx_event", someone, "GROUP BY cx_event ORDER BY cx_event LIMIT 1000")})`,
    `${row(part.seen, "0", "cx_event", none, "0")} FROM (${log.select("cx_event", `${someone} AND cx_event IN (${named})`, "GROUP BY cx_event")})`,
  ].join("\nUNION ALL ");
}

const someone = "cx_actor IS NOT NULL AND cx_event IS NOT NULL";

/** The table with the columns of a log by name, and a mark per step. */
interface NamedLog {
  readonly select: (what: string, where?: string, rest?: string) => string;
  /** Per step 1 where a row fills it, 0 where not. */
  readonly marks: readonly string[];
}

function namedColumns(
  text: SqlText,
  funnel: FunnelDefinition,
  { columns, properties }: FunnelSettings,
  relation: string,
): NamedLog {
  const at = (name: string) => ["options", "columns", name];
  const columnOf = (property: string) =>
    text.column(properties.get(property)?.column, ["options", "columns", "properties", property]);
  const numbers = new Map([...properties.keys()].map((name, index) => [name, index + 1] as const));
  const who = funnel.actor?.property;
  const { text: textType, double } = text.dialect;
  const names = [
    // Shards name a bare column after itself, whatever it is called here, and then do not find it.
    `materialize(${who === undefined ? text.column(columns.actor, at("actor")) : columnOf(who)}) AS cx_actor`,
    `CAST(${text.column(columns.event, at("event"))} AS ${textType}) AS cx_event`,
    `CAST(${text.column(columns.timeMs, at("timeMs"))} AS ${double}) AS cx_time`,
    `${columns.sequence === undefined ? "toFloat64(0)" : `CAST(${text.column(columns.sequence, at("sequence"))} AS ${double})`} AS cx_sequence`,
    ...[...properties].map(
      ([name, { type }]) => `${propertySql(text, columnOf(name), type)} AS cx_property${numbers.get(name)}`,
    ),
  ];
  const place = (property: string) => ({
    name: `cx_property${numbers.get(property)}`,
    type: properties.get(property)?.type ?? null,
  });
  const { fromMs = null, toMs = null } = funnel.dateRange ?? {};
  const dated = [
    ...(fromMs === null ? [] : [`cx_time >= ${text.number(fromMs)}`]),
    ...(toMs === null ? [] : [`cx_time < ${text.number(toMs)}`]),
  ];
  const head = `WITH ${names.join(", ")} SELECT`;
  return {
    select: (what, where, rest) =>
      [`${head} ${what} FROM ${relation} AS ${source}`, ...(where ? [`WHERE ${where}`] : []), rest ?? ""]
        .join(" ")
        .trimEnd(),
    marks: funnel.steps.map((step, index) => {
      const conditions = [conditionSql(text, step, place), ...(index === 0 ? dated : [])];
      return `CASE WHEN ${conditions.join(" AND ")} THEN 1 ELSE 0 END`;
    }),
  };
}

/** What the tally tells of the data as a whole. */
function factsOf(sequence: boolean): readonly (readonly [item: number, count: string])[] {
  const counted = (condition: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const bad = "cx_time IS NULL OR isNaN(cx_time) OR abs(cx_time) > 8640000000000000";
  return [
    [fact.rows, "count()"],
    [fact["no-actor"], counted("cx_actor IS NULL")],
    [fact["no-event"], counted("cx_actor IS NOT NULL AND cx_event IS NULL")],
    [fact.badTimes, counted(bad)],
    [fact.badSequences, sequence ? counted("cx_sequence IS NULL") : "0"],
    [fact.actors, `uniqExact(CASE WHEN ${someone} THEN cx_actor END)`],
    [fact.unfitTimes, counted("cx_time < 0 OR cx_time <> floor(cx_time)")],
  ];
}

/** Per actor its furthest step, where an instant decides: each step has its place in it, or the server keeps all chains. */
function stepsInTime(text: SqlText, funnel: FunnelDefinition, log: NamedLog): string {
  const { ties, reuse, windowMs, steps } = funnel;
  const apart = ties === "simultaneous" && !sharesEvents(steps);
  const places = apart ? placesOfInstant : 1n;
  const modes =
    ties === "strictly-later"
      ? ["'strict_increase'", "'strict_once'"]
      : apart || reuse === "repeat"
        ? []
        : ["'strict_once'"];
  const step = `CASE ${log.marks.map((mark, index) => `WHEN ${mark} = 1 THEN ${index + 1}`).join(" ")} ELSE 0 END`;
  const whole = "toUInt64(assumeNotNull(cx_time))";
  const time = apart ? `toUInt64(${whole} * ${placesOfInstant} + ${step})` : whole;
  const funnelOf = `windowFunnel(${[windowOf(windowMs, places), ...modes].join(", ")})(${[time, ...log.marks].join(", ")})`;
  const known = `cx_event IN (${namesSql(text, eventsOf(funnel))})`;
  return log.select(
    `cx_actor, ${funnelOf} AS cx_step`,
    `${someone} AND ${known} AND cx_time >= 0`,
    "GROUP BY cx_actor",
  );
}

/** Per actor its furthest step, where a sequence column orders an instant: instants are numbered by their place in the actor's log. */
function stepsInSequence(text: SqlText, funnel: FunnelDefinition, log: NamedLog): string {
  const { reuse, steps, windowMs } = funnel;
  const modes = reuse === "repeat" || !sharesEvents(steps) ? [] : ["'strict_once'"];
  const time = `toUInt64(toUInt64(cx_one.1 - cx_log[1].1) * ${placesOfLog} + cx_nth)`;
  const marks = steps.map((_, index) => `bitTest(cx_one.3, ${index})`);
  const tooLong = `length(cx_log) >= ${placesOfLog} OR cx_log[-1].1 - cx_log[1].1 > ${longestLog}`;
  const refused = `throwIf(${tooLong}, 'an actor has too many step events, or too long a log, for form: window-funnel') = 0`;
  return `SELECT cx_actor, windowFunnel(${[windowOf(windowMs, placesOfLog), ...modes].join(", ")})(${[time, ...marks].join(", ")}) AS cx_step FROM (SELECT cx_actor, cx_log FROM (${logs(text, funnel, log)}) WHERE ${refused}) ARRAY JOIN cx_log AS cx_one, arrayEnumerate(cx_log) AS cx_nth GROUP BY cx_actor`;
}

/** Per actor its step events in order: time, number, and a bit per step that it may fill. */
function logs(text: SqlText, funnel: FunnelDefinition, log: NamedLog): string {
  const mask = log.marks.map((mark, bit) => `toUInt64(${mark}) * ${1n << BigInt(bit)}`).join(" + ");
  const known = `cx_event IN (${namesSql(text, eventsOf(funnel))})`;
  const entry = `(assumeNotNull(cx_time), assumeNotNull(cx_sequence), toUInt64(${mask}))`;
  return log.select(
    `cx_actor, arraySort(groupArray(${entry})) AS cx_log`,
    `${someone} AND ${known} AND cx_time >= 0 AND cx_sequence IS NOT NULL AND (${mask}) > 0`,
    "GROUP BY cx_actor",
  );
}

/** Neighbours in a log that nothing orders, although they are not the same to the funnel. */
const ties =
  "arrayCount((x, y) -> x.1 = y.1 AND x.2 = y.2 AND x.3 <> y.3, arrayPopBack(cx_log), arrayPopFront(cx_log))";

/** The window in numbered instants: the last place of its last millisecond belongs to it. */
function windowOf(windowMs: number | null, places: bigint): string {
  const window = windowMs === null ? noLimit : BigInt(Math.floor(windowMs)) * places + places - 1n;
  return `${window < noLimit ? window : noLimit}`;
}
