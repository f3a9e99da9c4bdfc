import type { RetentionDefinition } from "@cxmetrics/funnel";
import type { Ctes } from "../funnel/event-rows.js";
import { type SqlText, source } from "../sql-text.js";
import { type Choices, choicesOf, chosen } from "../unpivot.js";
import { badTime, logColumns, retentionClock, roleOf, someone } from "./retention-log.js";
import { type Bucket, fact, part, tiesMatter } from "./retention-plan.js";
import type { RetentionSettings } from "./retention-sql-options.js";

/** A retention as one statement of what every database has. */
export function retentionRows(
  text: SqlText,
  retention: RetentionDefinition,
  settings: RetentionSettings,
  buckets: readonly Bucket[],
  relation: string,
): string {
  const { whole, double } = text.dialect;
  const each = (write: (number: number) => string) => buckets.map((_, index) => write(index + 1));
  const sums = each((k) => `CAST(SUM(cx_o${k}) AS ${whole}) AS cx_eligible${k}`);
  const both = each((k) => `CAST(SUM(cx_o${k} * cx_b${k}) AS ${whole}) AS cx_retained${k}`);
  const zeros = ["eligible", "retained"].flatMap((name) =>
    each((k) => `CAST(0 AS ${whole}) AS cx_${name}${k}`),
  );
  const head = (of: number, item: string, amount: string, records: string) =>
    `SELECT ${of} AS cx_part, CAST(${item} AS ${whole}) AS cx_item, CAST(${amount} AS ${double}) AS cx_amount, CAST(${records} AS ${whole}) AS cx_records`;
  const counts: Choices = [
    [fact.rows, "cx_rows"],
    [fact["no-actor"], "cx_no_actor"],
    [fact["no-event"], "cx_no_event"],
    [fact.badTimes, "cx_bad_times"],
    [fact.badSequences, "cx_bad_sequences"],
    [fact.actors, "cx_actors_seen"],
    [fact.least, "0"],
    [fact.most, "0"],
    [fact.until, "0"],
  ];
  const edges: Choices = [
    [fact.least, `CASE WHEN cx_bad_times = 0 THEN cx_least ELSE ${text.number(0)} END`],
    [fact.most, `CASE WHEN cx_bad_times = 0 THEN cx_most ELSE ${text.number(0)} END`],
    [fact.until, "cx_until"],
  ];
  const facts = `cx_about CROSS JOIN cx_end CROSS JOIN ${choicesOf(counts.map(([item]) => item))}`;
  const about = (item: string, amount: string, records: string, from: string) =>
    `${[head(part.about, item, amount, records), ...zeros].join(", ")} FROM ${from}`;
  const ctes = [
    ...logCtes(text, retention, settings, relation),
    ...actorCtes(text, retention, buckets),
    ...(tiesMatter(buckets) ? [tiedStarts(settings)] : []),
  ];
  return [
    `WITH ${ctes.map(([name, body]) => `${name} AS (${body})`).join(",\n")}`,
    [
      `${[head(part.cohort, "cx_cohort", "MIN(cx_start)", "COUNT(*)"), ...sums, ...both].join(", ")} FROM cx_actors GROUP BY cx_cohort`,
      about("cx_choice", chosen(edges), chosen(counts), facts),
      ...(tiesMatter(buckets) ? [about(`${fact.tied}`, "NULL", "COUNT(*)", "cx_tied")] : []),
    ].join("\nUNION ALL "),
  ].join("\n");
}

/** `cx_ranked`: the events that count in the order of each actor. `cx_end`: the end of observation. */
function logCtes(
  text: SqlText,
  retention: RetentionDefinition,
  settings: RetentionSettings,
  relation: string,
): Ctes {
  const sequence = settings.columns.sequence === undefined ? [] : ["cx_sequence"];
  const count = (condition: string, name: string) =>
    `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;
  const about = [
    "COUNT(*) AS cx_rows",
    count("cx_actor IS NULL", "cx_no_actor"),
    count("cx_actor IS NOT NULL AND cx_event IS NULL", "cx_no_event"),
    count(badTime(text), "cx_bad_times"),
    count(sequence.length === 0 ? "1 = 0" : "cx_sequence IS NULL", "cx_bad_sequences"),
    `COUNT(DISTINCT CASE WHEN ${someone} THEN cx_actor END) AS cx_actors_seen`,
    "MIN(cx_time) AS cx_least",
    "MAX(cx_time) AS cx_most",
  ];
  const end =
    settings.untilMs === null
      ? `SELECT MAX(cx_time) AS cx_until FROM cx_ranked`
      : `SELECT ${text.number(settings.untilMs)} AS cx_until`;
  const kept = ["cx_actor", "cx_time", ...sequence];
  const order = ["cx_time", ...sequence].join(", ");
  return [
    ["cx_events", `SELECT ${logColumns(text, settings).join(", ")} FROM ${relation} AS ${source}`],
    ["cx_about", `SELECT ${about.join(", ")} FROM cx_events`],
    [
      "cx_ranked",
      `SELECT ${kept.join(", ")}, ${roleOf(text, retention)} AS cx_role, ROW_NUMBER() OVER (PARTITION BY cx_actor ORDER BY ${order}) AS cx_place FROM cx_events WHERE ${someone} AND NOT (${badTime(text)})`,
    ],
    ["cx_end", end],
  ];
}

/** `cx_actors`: per actor that started its cohort, and per bucket whether it was observed and whether the actor came back. */
function actorCtes(text: SqlText, retention: RetentionDefinition, buckets: readonly Bucket[]): Ctes {
  const { first, last, since, cohort, observed } = retentionClock(text, retention);
  const flag = (condition: string, name: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END AS ${name}`;
  const inside = ({ from, to }: Bucket) =>
    `cx_number >= ${text.number(from)}${to === null ? "" : ` AND cx_number < ${text.number(to)}`}`;
  const returned = buckets.map(
    (bucket, index) => `MAX(CASE WHEN ${inside(bucket)} THEN 1 ELSE 0 END) AS cx_b${index + 1}`,
  );
  const seen = buckets.map((bucket, index) => flag(observed(bucket), `cx_o${index + 1}`));
  const columns = buckets.flatMap((_, index) => [`cx_o${index + 1}`, `cx_b${index + 1}`]);
  return [
    [
      "cx_firsts",
      "SELECT cx_actor, MIN(cx_place) AS cx_start_place, MIN(cx_time) AS cx_start FROM cx_ranked WHERE cx_role IN (1, 3) GROUP BY cx_actor",
    ],
    [
      "cx_starts",
      `SELECT cx_actor AS cx_who, cx_start_place, cx_start, cx_until, ${first} AS cx_first, ${last} AS cx_last, ${cohort} AS cx_cohort FROM cx_firsts CROSS JOIN cx_end WHERE cx_start <= cx_until`,
    ],
    [
      "cx_numbers",
      `SELECT cx_who, ${text.number(-1)} AS cx_number FROM cx_starts UNION ALL SELECT cx_who, ${since("cx_time")} AS cx_number FROM cx_starts INNER JOIN cx_ranked ON cx_actor = cx_who WHERE cx_place > cx_start_place AND cx_role IN (2, 3) AND cx_time <= cx_until`,
    ],
    ["cx_returned", `SELECT cx_who AS cx_one, ${returned.join(", ")} FROM cx_numbers GROUP BY cx_who`],
    ["cx_observed", `SELECT cx_who, cx_start, cx_cohort, ${seen.join(", ")} FROM cx_starts`],
    [
      "cx_actors",
      `SELECT cx_start, cx_cohort, ${columns.join(", ")} FROM cx_observed INNER JOIN cx_returned ON cx_one = cx_who`,
    ],
  ];
}

/** Starts that share their place in the order with an event that would count or not, by which of the two comes first. */
function tiedStarts({ columns }: RetentionSettings): readonly [string, string] {
  const same = ["cx_actor", "cx_time", ...(columns.sequence === undefined ? [] : ["cx_sequence"])].join(", ");
  const groups = `SELECT cx_actor, cx_time FROM cx_ranked WHERE cx_role > 0 GROUP BY ${same} HAVING MIN(cx_role) <> MAX(cx_role) AND MAX(CASE WHEN cx_role IN (1, 3) THEN 1 ELSE 0 END) = 1`;
  return [
    "cx_tied",
    `SELECT cx_who FROM cx_starts INNER JOIN (${groups}) AS cx_groups ON cx_actor = cx_who AND cx_time = cx_start`,
  ];
}
