import type { FunnelDefinition } from "@cxmetrics/funnel";
import { type SqlText, source } from "../sql-text.js";
import type { FunnelSettings } from "./funnel-sql-options.js";
import { type PropertyPlace, predicateSql, propertySql } from "./predicate-sql.js";

/** Members of a WITH clause, by name. */
export type Ctes = (readonly [name: string, body: string])[];

/** The last millisecond that tallies take. */
const furthest = 8.64e15;

/** Columns that name whose events are followed together. */
export function keysOf({ session }: FunnelDefinition): readonly string[] {
  return session === undefined ? ["cx_actor"] : ["cx_actor", "cx_session"];
}

/**
 * Reads the table: `cx_events` all rows, `cx_marked` the rows that are something to the funnel with a mark per step and
 * exclusion, `cx_steps` the same with their place in the order that the tie rule asks for.
 */
export function eventRows(
  text: SqlText,
  funnel: FunnelDefinition,
  settings: FunnelSettings,
  relation: string,
): Ctes {
  const keys = keysOf(funnel);
  const { columns, properties } = settings;
  const { dialect } = text;
  const at = (name: string) => ["options", "columns", name];
  const place = (property: string) => {
    const found = properties.get(property);
    const number = [...properties.keys()].indexOf(property) + 1;
    return { name: `cx_property${number}`, type: found?.type ?? null };
  };
  const columnOf = (property: string) =>
    text.column(properties.get(property)?.column, ["options", "columns", "properties", property]);
  const who = funnel.actor?.property;
  const sequence = columns.sequence === undefined ? [] : ["cx_sequence"];
  const read = [
    `${who === undefined ? text.column(columns.actor, at("actor")) : columnOf(who)} AS cx_actor`,
    ...(funnel.session === undefined ? [] : [`${columnOf(funnel.session)} AS cx_session`]),
    `CAST(${text.column(columns.event, at("event"))} AS ${dialect.text}) AS cx_event`,
    `CAST(${text.column(columns.timeMs, at("timeMs"))} AS ${dialect.double}) AS cx_time`,
    ...(columns.sequence === undefined
      ? []
      : [`${text.column(columns.sequence, at("sequence"))} AS cx_sequence`]),
    ...[...properties].map(
      ([name, { type }]) => `${propertySql(text, columnOf(name), type)} AS ${place(name).name}`,
    ),
  ];
  const { steps, exclusions = [] } = funnel;
  const condition = (part: MarkedEvents) => conditionSql(text, part, place);
  const marks = [
    ...steps.map((step, index) => [`cx_m${index + 1}`, condition(step)] as const),
    ...exclusions.map((exclusion, index) => [`cx_x${index + 1}`, condition(exclusion)] as const),
  ];
  const all = [...steps, ...exclusions].flatMap(({ event }) => event);
  const someone = [...keys, "cx_event"].map((key) => `${key} IS NOT NULL`).join(" AND ");
  const kept = [...keys, "cx_time", ...sequence].join(", ");
  const order = ["cx_time", ...sequence].join(", ");
  const placed =
    funnel.ties === "sequence"
      ? // Some number rows without a sign, and then refuse to compare the number with a NULL of another type.
        `CAST(ROW_NUMBER() OVER (PARTITION BY ${keys.join(", ")} ORDER BY ${order}) AS ${dialect.whole})`
      : "cx_time";
  // Only the actor's first such event fills a step that asks for it.
  const first = steps.flatMap(({ firstEver }, index) => {
    const mark = `cx_m${index + 1}`;
    const parts = [...keys, mark].join(", ");
    return firstEver
      ? [`ROW_NUMBER() OVER (PARTITION BY ${parts} ORDER BY ${order}) AS cx_nth${index + 1}`]
      : [];
  });
  const marked = marks.map(([name, test]) => `CASE WHEN ${test} THEN 1 ELSE 0 END AS ${name}`).join(", ");
  const some = marks.map(([name]) => `${name} = 1`).join(" OR ");
  return [
    ["cx_events", `SELECT ${read.join(", ")} FROM ${relation} AS ${source}`],
    [
      "cx_marked",
      `SELECT ${kept}, ${marked} FROM cx_events WHERE ${someone} AND cx_event IN (${namesSql(text, all)})`,
    ],
    [
      "cx_steps",
      `SELECT cx_marked.*, ${[`${placed} AS cx_place`, ...first].join(", ")} FROM cx_marked WHERE ${some}`,
    ],
  ];
}

/** What a step or an exclusion says of the events that it means. */
type MarkedEvents = Pick<FunnelDefinition["steps"][number], "event" | "where">;

/** The condition that a row with an event name is what a step or an exclusion means. */
export function conditionSql(text: SqlText, { event, where }: MarkedEvents, place: PropertyPlace): string {
  const names = namesSql(text, typeof event === "string" ? [event] : event);
  return `cx_event IN (${names})${where === undefined ? "" : ` AND ${predicateSql(where, text, place)}`}`;
}

/** Names as a list of values. */
export function namesSql(text: SqlText, names: readonly string[]): string {
  return [...new Set(names)].map((name) => text.text(name)).join(", ");
}

/** The condition under which a row of `cx_steps` fills a step. */
export function fills(funnel: FunnelDefinition, step: number): string {
  const firstEver = funnel.steps[step - 1]?.firstEver === true;
  return `cx_m${step} = 1${firstEver ? ` AND cx_nth${step} = 1` : ""}`;
}

/** What the tally tells of the data as a whole: one row. */
export function aboutRows(text: SqlText, funnel: FunnelDefinition, settings: FunnelSettings): Ctes {
  const count = (condition: string, name: string) =>
    `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;
  const { session } = funnel;
  const noSession = session === undefined ? "1 = 0" : "cx_actor IS NOT NULL AND cx_session IS NULL";
  const whole =
    session === undefined ? "cx_actor IS NOT NULL" : "cx_actor IS NOT NULL AND cx_session IS NOT NULL";
  const badTime = `cx_time IS NULL OR ${text.dialect.isNan("cx_time")} OR ABS(cx_time) > ${text.number(furthest)}`;
  const about = [
    "COUNT(*) AS cx_rows",
    count("cx_actor IS NULL", "cx_no_actor"),
    count(noSession, "cx_no_session"),
    count(`${whole} AND cx_event IS NULL`, "cx_no_event"),
    count(badTime, "cx_bad_times"),
    count(settings.columns.sequence === undefined ? "1 = 0" : "cx_sequence IS NULL", "cx_bad_sequences"),
    "MIN(cx_time) AS cx_least",
    "MAX(cx_time) AS cx_most",
  ];
  const keys = keysOf(funnel);
  const someone = [...keys, "cx_event"].map((key) => `${key} IS NOT NULL`).join(" AND ");
  return [
    ["cx_about", `SELECT ${about.join(", ")} FROM cx_events`],
    ["cx_actors", `SELECT DISTINCT ${keys.join(", ")} FROM cx_events WHERE ${someone}`],
    ["cx_names", `SELECT DISTINCT cx_event FROM cx_events WHERE ${someone}`],
  ];
}

/** Groups of different events that nothing in the table orders. */
export function tiedRows(funnel: FunnelDefinition, settings: FunnelSettings): Ctes {
  if (funnel.ties !== "sequence") return [];
  const { steps, exclusions = [] } = funnel;
  const marks = [...steps.map((_, k) => `cx_m${k + 1}`), ...exclusions.map((_, k) => `cx_x${k + 1}`)];
  const bits = marks.map((mark, bit) => `${mark} * ${1n << BigInt(bit)}`).join(" + ");
  const same = [
    ...keysOf(funnel),
    "cx_time",
    ...(settings.columns.sequence === undefined ? [] : ["cx_sequence"]),
  ].join(", ");
  return [["cx_tied", `SELECT ${same} FROM cx_steps GROUP BY ${same} HAVING MIN(${bits}) <> MAX(${bits})`]];
}
