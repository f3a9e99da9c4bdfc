import { CxMetricsError, type Problem } from "@cxmetrics/definition";
import {
  defineRetention,
  type RetentionCohort,
  type RetentionDefinition,
  type RetentionTally,
  tallyRetention,
} from "@cxmetrics/funnel";
import { badRows, badSequences, badTimes, tiedStarts } from "../problems.js";
import { type ReadRow, readRows, type SqlRow } from "../read-rows.js";
import { bucketsOf, fact, part } from "./retention-plan.js";

/**
 * The rows of a compiled retention as the tally that `tallyRetention` would have taken of the same events.
 *
 * @param rows all rows of the answer, as the driver gives them, in any order
 * @param definition the definition that was compiled
 * @throws `CxMetricsError` `sql.bad-times`, `sql.bad-sequences`, `sql.tied-events`, `sql.bad-rows` (also where the time-zone tables
 * of the database divide the cohorts otherwise than Node's), and the codes of `defineRetention`
 * @example
 * ```ts
 * const retention = {
 *   formatVersion: 1, id: "app.return", version: "1.0.0", title: { en: "Return", zh: "回访" },
 *   provenance: { status: "illustrative", source: "example" }, start: null, return: null,
 *   mode: "on", clock: "rolling", period: "day", timeZone: "UTC", periods: [1], cohort: "day",
 * };
 * const about = (cx_item, cx_records, cx_amount = null) => ({ cx_part: 0, cx_item, cx_amount, cx_records, cx_eligible1: 0, cx_retained1: 0 });
 * const cohort = { cx_part: 1, cx_item: 0, cx_amount: 5, cx_records: 4, cx_eligible1: 3, cx_retained1: 2 };
 * const rows = [about(1, 9), about(6, 4), about(10, 0, 259200000), cohort];
 * readRetentionTally(rows, retention).cohorts; // => [{ cohort: "1970-01-01", startMs: 0, size: 4, eligible: [3], retained: [2] }]
 * ```
 */
export function readRetentionTally(rows: readonly SqlRow[], definition: RetentionDefinition): RetentionTally {
  const retention = defineRetention(definition);
  const facts = new Map<number, ReadRow>();
  const cohorts: ReadRow[] = [];
  for (const row of readRows(rows)) {
    const found = row.count("cx_part");
    if (found === part.about) facts.set(row.count("cx_item"), row);
    else if (found === part.cohort) cohorts.push(row);
    else throw refuse(`there is no part ${found}`, `没有第 ${found} 部分`);
  }
  if (!facts.has(fact.rows)) throw refuse("they are incomplete", "行不完整");
  const known = (name: keyof typeof fact) => facts.get(fact[name])?.count("cx_records") ?? 0;
  const edge = (name: keyof typeof fact) => facts.get(fact[name])?.number("cx_amount") ?? 0;
  refuseSome(badTimes, known("badTimes"), "rows");
  refuseSome(badSequences, known("badSequences"), "rows");
  refuseSome(tiedStarts, known("tied"), "actors");

  const untilMs = edge("until");
  const excluded = (["no-actor", "no-event"] as const).flatMap((reason) =>
    known(reason) > 0 ? [[reason, known(reason)] as const] : [],
  );
  return {
    ...frameOf(retention, known("rows") === 0 ? [] : [edge("least"), edge("most")], untilMs),
    cohorts: readCohorts(cohorts, retention, untilMs),
    actors: known("actors"),
    excluded: Object.fromEntries(excluded),
  };
}

/** What a tally says whoever came back: the package that owns tallies knows it from two times alone. */
function frameOf(
  retention: RetentionDefinition,
  timeMs: readonly number[],
  observedUntilMs: number,
): RetentionTally {
  const nobody = timeMs.map(() => null) as unknown as string[];
  return tallyRetention({ actor: nobody, event: nobody, timeMs }, retention, { observedUntilMs });
}

/** Counts by cohort. Its name and first instant are told by the package that owns them, from the first start of each. */
function readCohorts(
  rows: readonly ReadRow[],
  retention: RetentionDefinition,
  observedUntilMs: number,
): readonly RetentionCohort[] {
  const sorted = [...rows].sort((a, b) => a.number("cx_item") - b.number("cx_item"));
  const { start } = retention;
  const event = typeof start === "string" ? start : (start?.[0] ?? "start");
  const firsts = sorted.map((row, actor) => ({ actor, event, timeMs: row.number("cx_amount") }));
  const { cohorts } = tallyRetention(firsts, retention, { observedUntilMs });
  if (cohorts.length !== sorted.length)
    throw refuse(
      "the database divides time into other cohorts than the time zone of the definition",
      "数据库划分的分组与定义所用时区不一致",
    );
  const buckets = bucketsOf(retention);
  return cohorts.map(({ cohort, startMs }, index) => {
    const row = sorted[index] as ReadRow;
    const each = (name: string) => buckets.map((_, bucket) => row.count(`cx_${name}${bucket + 1}`));
    return {
      cohort,
      startMs,
      size: row.count("cx_records"),
      eligible: each("eligible"),
      retained: each("retained"),
    };
  });
}

function refuseSome(problem: Problem, found: number, key: string): void {
  if (found > 0) throw new CxMetricsError(problem, { path: ["rows"], values: { [key]: found } });
}

function refuse(en: string, zh: string): CxMetricsError {
  return new CxMetricsError(badRows, { path: ["rows"], values: { reason: { en, zh } } });
}
