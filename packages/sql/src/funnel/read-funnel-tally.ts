import { CxMetricsError } from "@cxmetrics/definition";
import { defineFunnel, type FunnelDefinition, type FunnelTally, tallyFunnel } from "@cxmetrics/funnel";
import { badRows, badSequences, badTimes, tiedEvents, unfitTimes } from "../problems.js";
import { type ReadRow, readRows, type SqlRow } from "../read-rows.js";
import { fact, part } from "./answer-rows.js";
import { eventsOf } from "./events-of.js";

/**
 * The rows of a compiled funnel as the tally that `tallyFunnel` would have taken of the same events.
 *
 * @param rows all rows of the answer, as the driver gives them, in any order
 * @param definition the definition that was compiled
 * @throws `CxMetricsError` `sql.bad-times`, `sql.unfit-times`, `sql.bad-sequences`, `sql.tied-events`, `sql.bad-rows`, and the codes of
 * `defineFunnel`
 * @example
 * ```ts
 * const title = { en: "Loan", zh: "贷款" };
 * const funnel = {
 *   formatVersion: 1, id: "loan", version: "1.0.0", title, provenance: { status: "illustrative", source: "example" },
 *   steps: [{ name: "apply", event: "apply" }, { name: "sign", event: "sign" }],
 *   order: "ordered", windowMs: null, ties: "simultaneous", entry: "best", reuse: "once",
 * };
 * const row = (cx_part, cx_item, cx_records, cx_amount = null) => ({ cx_part, cx_item, cx_records, cx_amount, cx_label: null });
 * const rows = [row(0, 1, 9), row(0, 7, 5), row(1, 1, 3), row(1, 2, 2), row(2, 2, 2, 400)];
 * readFunnelTally(rows, funnel).counts; // => [5, 2]
 * readFunnelTally(rows, funnel).elapsedMs; // => [[400, 400]]
 * ```
 */
export function readFunnelTally(rows: readonly SqlRow[], definition: FunnelDefinition): FunnelTally {
  const funnel = defineFunnel(definition);
  const read = readRows(rows);
  const facts = new Map<number, ReadRow>();
  const counts = funnel.steps.map(() => 0);
  const elapsed = new Map<number, [time: number, records: number][]>();
  const [names, seen]: [string[], Set<string>] = [[], new Set()];
  const sums = new Map<number, number>();
  const stepOf = (row: ReadRow): number => {
    const step = row.count("cx_item");
    if (step >= 1 && step <= counts.length) return step;
    throw refuse(`there is no step ${step}`, `没有第 ${step} 步`);
  };
  for (const row of read) {
    const found = row.count("cx_part");
    if (found === part.about) facts.set(row.count("cx_item"), row);
    else if (found === part.ended) {
      const records = row.count("cx_records");
      for (let step = stepOf(row); step > 0; step--) counts[step - 1] = (counts[step - 1] ?? 0) + records;
    } else if (found === part.elapsed) {
      const times = elapsed.get(stepOf(row)) ?? [];
      times.push([row.number("cx_amount"), row.count("cx_records")]);
      elapsed.set(stepOf(row), times);
    } else if (found === part.eventName) names.push(row.text("cx_label") ?? "");
    else if (found === part.seen) seen.add(row.text("cx_label") ?? "");
    else if (found === part.clusters) sums.set(row.count("cx_item"), row.count("cx_records"));
    else throw refuse(`there is no part ${found}`, `没有第 ${found} 部分`);
  }
  if (!facts.has(fact.rows)) throw refuse("they are incomplete", "行不完整");
  const known = (name: keyof typeof fact) => facts.get(fact[name])?.count("cx_records") ?? 0;
  refuseBadData(known);

  const excluded = (["no-actor", "no-session", "no-event"] as const).flatMap((reason) =>
    known(reason) > 0 ? [[reason, known(reason)] as const] : [],
  );
  const cluster = (which: number) => counts.map((_, index) => sums.get((index + 1) * 3 + which) ?? 0);
  return {
    ...emptyTally(funnel, facts, known("rows")),
    counts,
    elapsedMs: counts.slice(1).map((_, index) => listTimes(elapsed.get(index + 2) ?? [])),
    ...(funnel.exclusions?.some(({ effect }) => effect === "drop-actor")
      ? { droppedActors: known("dropped") }
      : {}),
    ...(funnel.session === undefined
      ? {}
      : {
          clusters: {
            actors: sums.get(0) ?? 0,
            squares: cluster(0),
            withFirst: cluster(1),
            withPrevious: cluster(2),
          },
        }),
    actors: known("actors"),
    events: excluded.reduce((rest, [, records]) => rest - records, known("rows")),
    excluded: Object.fromEntries(excluded),
    unseenEvents: eventsOf(funnel).filter((name) => !seen.has(name)),
    eventNames: names.sort(),
  };
}

/** What a tally of these data says whatever was counted: the package that owns tallies knows it from two times alone. */
function emptyTally(
  funnel: FunnelDefinition,
  facts: ReadonlyMap<number, ReadRow>,
  rows: number,
): FunnelTally {
  const times = [facts.get(fact.least), facts.get(fact.most)].flatMap((row) =>
    rows === 0 || row === undefined ? [] : [row.number("cx_amount")],
  );
  const nobody = times.map(() => null);
  const properties = new Set([funnel.actor?.property, funnel.session, ...propertiesOf(funnel)]);
  const columns = {
    actor: nobody as unknown as string[],
    event: nobody as unknown as string[],
    timeMs: times,
    properties: Object.fromEntries(
      [...properties].flatMap((name) => (name === undefined ? [] : [[name, nobody]])),
    ),
  };
  return tallyFunnel(columns, funnel);
}

/** Every property that the predicates of a definition name. */
function propertiesOf({ steps, exclusions = [] }: FunnelDefinition): readonly string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { property } = value as { readonly property?: unknown };
    if (typeof property === "string") found.push(property);
    for (const member of Object.values(value)) collect(member);
  };
  for (const { where } of [...steps, ...exclusions]) collect(where);
  return found;
}

function listTimes(times: readonly (readonly [number, number])[]): number[] {
  return [...times]
    .sort(([a], [b]) => a - b)
    .flatMap(([time, records]) => new Array<number>(records).fill(time));
}

function refuseBadData(known: (name: keyof typeof fact) => number): void {
  const found = (name: keyof typeof fact, problem: typeof badTimes, key: string) => {
    if (known(name) > 0)
      throw new CxMetricsError(problem, { path: ["rows"], values: { [key]: known(name) } });
  };
  found("badTimes", badTimes, "rows");
  found("badSequences", badSequences, "rows");
  found("unfitTimes", unfitTimes, "rows");
  found("tied", tiedEvents, "groups");
}

function refuse(en: string, zh: string): CxMetricsError {
  return new CxMetricsError(badRows, { path: ["rows"], values: { reason: { en, zh } } });
}
