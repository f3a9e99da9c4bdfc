import type { FunnelDefinition } from "@cxmetrics/funnel";
import type { SqlText } from "../sql-text.js";
import { type Choices, choicesOf, chosen } from "../unpivot.js";
import { eventsOf } from "./events-of.js";

/** What a row of the answer is about: its `cx_part`. */
export const part = { about: 0, ended: 1, elapsed: 2, eventName: 3, seen: 4, clusters: 5 } as const;

/** Facts about the data, as `cx_item` of the part `about`. */
export const fact = {
  rows: 1,
  "no-actor": 2,
  "no-session": 3,
  "no-event": 4,
  badTimes: 5,
  badSequences: 6,
  actors: 7,
  tied: 8,
  dropped: 9,
  least: 10,
  most: 11,
  unfitTimes: 12,
} as const;

/** How many event names a tally keeps. */
const eventNamesKept = 1000;

/** The selects whose union is the answer, each row `cx_part, cx_item, cx_label, cx_amount, cx_records`. */
export function answerRows(text: SqlText, funnel: FunnelDefinition, times: boolean): readonly string[] {
  const { double, text: textType, whole } = text.dialect;
  const nothing = { label: `CAST(NULL AS ${textType})`, amount: `CAST(NULL AS ${double})`, records: "0" };
  const row: WriteRow = (of, item, values, from) => {
    const { label, amount, records } = { ...nothing, ...values };
    return `SELECT ${of} AS cx_part, CAST(${item} AS ${whole}) AS cx_item, ${label} AS cx_label, ${amount} AS cx_amount, CAST(${records} AS ${whole}) AS cx_records FROM ${from}`;
  };
  const counted = (item: number, from: string) => row(part.about, item, { records: "COUNT(*)" }, from);
  const names = eventsOf(funnel).map((name) => text.text(name));
  return [
    factRow(row, `CAST(NULL AS ${double})`),
    counted(fact.actors, "cx_actors"),
    ...(funnel.ties === "sequence" ? [counted(fact.tied, "cx_tied")] : []),
    judgedRow(row, times, nothing.amount),
    row(
      part.eventName,
      0,
      { label: "cx_event" },
      `(SELECT cx_event FROM cx_names ORDER BY cx_event LIMIT ${eventNamesKept}) AS cx_listed`,
    ),
    row(part.seen, 0, { label: "cx_event" }, `cx_names WHERE cx_event IN (${names.join(", ")})`),
    ...(funnel.session === undefined ? [] : [clusterRow(funnel, row)]),
  ];
}

type WriteRow = (
  of: number | string,
  item: number | string,
  values: { readonly label?: string; readonly amount?: string; readonly records?: string },
  from: string,
) => string;

/** The facts about the data; the earliest and latest time only where all are times. */
function factRow(row: WriteRow, none: string): string {
  const counts: Choices = [
    [fact.rows, "cx_rows"],
    [fact["no-actor"], "cx_no_actor"],
    [fact["no-session"], "cx_no_session"],
    [fact["no-event"], "cx_no_event"],
    [fact.badTimes, "cx_bad_times"],
    [fact.badSequences, "cx_bad_sequences"],
    [fact.least, "0"],
    [fact.most, "0"],
  ];
  const edges: Choices = [
    [fact.least, `CASE WHEN cx_bad_times = 0 THEN cx_least ELSE ${none} END`],
    [fact.most, `CASE WHEN cx_bad_times = 0 THEN cx_most ELSE ${none} END`],
  ];
  const from = `cx_about CROSS JOIN ${choicesOf(counts.map(([item]) => item))}`;
  return row(part.about, "cx_choice", { amount: chosen(edges), records: chosen(counts) }, from);
}

/** Where actors ended, elapsed times with how many have each, and how many actors were dropped: those count nowhere else. */
function judgedRow(row: WriteRow, times: boolean, none: string): string {
  const parts = [part.ended, ...(times ? [part.elapsed] : []), part.about];
  const kept = [
    `(cx_choice = ${part.ended} AND cx_drop = 0 AND cx_step = cx_furthest)`,
    ...(times ? [`(cx_choice = ${part.elapsed} AND cx_drop = 0 AND cx_step > 1)`] : []),
    `(cx_choice = ${part.about} AND cx_step = 0)`,
  ].join(" OR ");
  const amount = times ? `CASE WHEN cx_choice = ${part.elapsed} THEN cx_elapsed ELSE ${none} END` : none;
  const item = `CASE WHEN cx_choice = ${part.about} THEN ${fact.dropped} ELSE cx_step END`;
  const from = `(SELECT cx_choice, ${item} AS cx_what, ${amount} AS cx_took FROM cx_judged CROSS JOIN ${choicesOf(parts)} WHERE ${kept}) AS cx_told GROUP BY cx_choice, cx_what, cx_took`;
  return row("cx_choice", "cx_what", { amount: "cx_took", records: "COUNT(*)" }, from);
}

/** Sums over actors of products of how many of their sessions reached each step. */
function clusterRow(funnel: FunnelDefinition, row: WriteRow): string {
  const steps = funnel.steps.map((_, index) => index + 1);
  const reached = steps.map((step) => `SUM(CASE WHEN cx_step >= ${step} THEN 1 ELSE 0 END) AS cx_n${step}`);
  const perActor = `(SELECT cx_actor, ${reached.join(", ")} FROM cx_judged WHERE cx_drop = 0 AND cx_step = cx_furthest GROUP BY cx_actor) AS cx_per_actor`;
  const products = steps.flatMap((step) =>
    [step, 1, step - 1].map(
      (other, which) => [step * 3 + which, other === 0 ? null : `cx_n${step} * cx_n${other}`] as const,
    ),
  );
  const told = products.filter(([, product]) => product !== null);
  const sums = [
    "COUNT(*) AS cx_s0",
    ...told.map(([item, product]) => `COALESCE(SUM(${product}), 0) AS cx_s${item}`),
  ];
  const choices: Choices = [[0, "cx_s0"], ...told.map(([item]) => [item, `cx_s${item}`] as const)];
  const from = `(SELECT ${sums.join(", ")} FROM ${perActor}) AS cx_sums CROSS JOIN ${choicesOf(choices.map(([item]) => item))}`;
  return row(part.clusters, "cx_choice", { records: chosen(choices) }, from);
}
