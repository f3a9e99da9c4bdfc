import type { FunnelDefinition } from "@cxmetrics/funnel";
import type { SqlText } from "../sql-text.js";
import { keysOf } from "./event-rows.js";
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
} as const;

/** How many event names a tally keeps. */
const eventNamesKept = 1000;

/** The selects whose union is the answer, each row `cx_part, cx_item, cx_label, cx_amount, cx_records`. */
export function answerRows(text: SqlText, funnel: FunnelDefinition, times: boolean): readonly string[] {
  const { double, text: textType, whole } = text.dialect;
  const row = (
    of: number,
    item: number | string,
    { label = `CAST(NULL AS ${textType})`, amount = `CAST(NULL AS ${double})`, records = "0" },
    from: string,
  ) =>
    `SELECT ${of} AS cx_part, CAST(${item} AS ${whole}) AS cx_item, ${label} AS cx_label, ${amount} AS cx_amount, CAST(${records} AS ${whole}) AS cx_records FROM ${from}`;
  const about = (item: number, records: string) => row(part.about, item, { records }, "cx_about");
  const counted = (item: number, from: string) => row(part.about, item, { records: "COUNT(*)" }, from);
  const names = eventsOf(funnel).map((name) => text.text(name));
  return [
    about(fact.rows, "cx_rows"),
    about(fact["no-actor"], "cx_no_actor"),
    about(fact["no-session"], "cx_no_session"),
    about(fact["no-event"], "cx_no_event"),
    about(fact.badTimes, "cx_bad_times"),
    about(fact.badSequences, "cx_bad_sequences"),
    row(part.about, fact.least, { amount: "cx_least" }, "cx_about WHERE cx_bad_times = 0"),
    row(part.about, fact.most, { amount: "cx_most" }, "cx_about WHERE cx_bad_times = 0"),
    counted(fact.actors, "cx_actors"),
    ...(funnel.ties === "sequence" ? [counted(fact.tied, "cx_tied")] : []),
    counted(fact.dropped, "cx_furthest WHERE cx_drop = 1"),
    row(part.ended, "cx_step", { records: "COUNT(*)" }, "cx_furthest WHERE cx_drop = 0 GROUP BY cx_step"),
    ...(times ? [elapsedRows(funnel, row)] : []),
    row(
      part.eventName,
      0,
      { label: "cx_event" },
      `(SELECT cx_event FROM cx_names ORDER BY cx_event LIMIT ${eventNamesKept}) AS cx_listed`,
    ),
    row(part.seen, 0, { label: "cx_event" }, `cx_names WHERE cx_event IN (${names.join(", ")})`),
    ...(funnel.session === undefined ? [] : clusterRows(funnel, row)),
  ];
}

type WriteRow = (
  of: number,
  item: number | string,
  values: { readonly label?: string; readonly amount?: string; readonly records?: string },
  from: string,
) => string;

/** Elapsed times with how many have each; those of dropped actors count nowhere. */
function elapsedRows(funnel: FunnelDefinition, row: WriteRow): string {
  const keys = keysOf(funnel);
  const joined = keys.map((key) => `cx_r.${key} = cx_f.${key}`).join(" AND ");
  const kept = `(SELECT cx_r.cx_step AS cx_step, cx_r.cx_elapsed AS cx_elapsed FROM cx_reached AS cx_r INNER JOIN cx_furthest AS cx_f ON ${joined} WHERE cx_f.cx_drop = 0 AND cx_r.cx_step > 1) AS cx_times`;
  return row(
    part.elapsed,
    "cx_step",
    { amount: "cx_elapsed", records: "COUNT(*)" },
    `${kept} GROUP BY cx_step, cx_elapsed`,
  );
}

/** Sums over actors of products of how many of their sessions reached each step. */
function clusterRows(funnel: FunnelDefinition, row: WriteRow): string[] {
  const steps = funnel.steps.map((_, index) => index + 1);
  const reached = (step: number) => `SUM(CASE WHEN cx_step >= ${step} THEN 1 ELSE 0 END) AS cx_n${step}`;
  const perActor = `(SELECT cx_actor, ${steps.map(reached).join(", ")} FROM cx_furthest WHERE cx_drop = 0 GROUP BY cx_actor) AS cx_per_actor`;
  return [
    row(part.clusters, 0, { records: "COUNT(*)" }, perActor),
    ...steps.flatMap((step) =>
      [step, 1, step - 1].map((other, which) =>
        row(
          part.clusters,
          step * 3 + which,
          { records: other === 0 ? "0" : `COALESCE(SUM(cx_n${step} * cx_n${other}), 0)` },
          perActor,
        ),
      ),
    ),
  ];
}
