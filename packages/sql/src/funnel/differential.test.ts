import { type FunnelTally, tallyFunnel } from "@cxmetrics/funnel";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enumerateFunnel } from "../../../funnel/fixtures/enumerate-funnel.js";
import { type Database, literal, openDuckDb, openPostgres } from "../../fixtures/databases.js";
import { type CaseEvent, type FunnelCase, funnelCases, rowsOf } from "../../fixtures/funnel-cases.js";
import { compileFunnelSql } from "./compile-funnel-sql.js";
import { readFunnelTally } from "./read-funnel-tally.js";

const columns = {
  actor: "who",
  event: "what",
  timeMs: "at",
  sequence: "nth",
  properties: { mark: "mark" },
};

let databases: readonly Database[] = [];
beforeAll(async () => {
  databases = [await openDuckDb(), await openPostgres()];
  for (const database of databases)
    await database.run('CREATE TABLE log (who TEXT, what TEXT, "at" BIGINT, nth BIGINT, mark TEXT)');
});
afterAll(async () => {
  for (const database of databases) await database.close();
});

async function tallyIn(
  database: Database,
  events: readonly CaseEvent[],
  one: FunnelCase,
): Promise<FunnelTally> {
  const lines = events.map(
    ({ actor, event, timeMs, sequence, mark }) =>
      `(${literal(actor)}, ${literal(event)}, ${timeMs}, ${sequence}, ${literal(mark)})`,
  );
  await database.run("DELETE FROM log");
  await database.run(`INSERT INTO log VALUES ${lines.join(", ")}`);
  const options = { dialect: database.dialect, table: "log", columns } as const;
  const { sql, parameters } = compileFunnelSql(one.definition, options);
  return readFunnelTally(await database.run(sql, parameters), one.definition);
}

/** What the enumerator makes of every actor, in the shape of a tally. */
function enumerated({ events, rules }: FunnelCase) {
  const actors = [...new Set(events.map(({ actor }) => actor))];
  const found = actors.map((who) =>
    enumerateFunnel(
      events.filter(({ actor }) => actor === who),
      rules,
    ),
  );
  const attempts = found.flatMap((one) => one.attempts);
  return {
    counts: rules.steps.map((_, index) => attempts.filter(({ level }) => level > index).length),
    elapsedMs: rules.steps
      .slice(1)
      .map((_, index) => attempts.flatMap(({ elapsedMs }) => elapsedMs[index] ?? []).sort((a, b) => a - b)),
    ...(rules.exclusions?.some(({ effect }) => effect === "drop-actor")
      ? { droppedActors: found.filter(({ dropped }) => dropped).length }
      : {}),
  };
}

describe("any definition over any events", () => {
  test("enumeration, memory, DuckDB and PostgreSQL agree exactly", async () => {
    const share = { ties: 0, repeats: 0, boundaries: 0, exclusions: 0, beyondStep1: 0 };
    let logs = 0;
    await fc.assert(
      fc.asyncProperty(funnelCases(12, 4, 7), fc.integer(), async (one, seed) => {
        const inMemory = tallyFunnel(rowsOf(one.events), one.definition);
        expect(inMemory).toMatchObject(enumerated(one));
        const shuffled = one.events.toSorted(
          (a, b) => ((a.sequence * 7919 + seed) % 31) - ((b.sequence * 7919 + seed) % 31),
        );
        for (const database of databases)
          expect(await tallyIn(database, shuffled, one), database.dialect).toEqual(inMemory);

        for (const who of new Set(one.events.map(({ actor }) => actor))) {
          const own = one.events.filter(({ actor }) => actor === who);
          const times = new Set(own.map(({ timeMs }) => timeMs));
          const excluding = new Set(one.rules.exclusions?.map(({ event }) => event));
          logs++;
          share.ties += times.size < own.length ? 1 : 0;
          share.repeats += new Set(own.map(({ event }) => event)).size < own.length ? 1 : 0;
          share.boundaries += [...times].some((time) => times.has(time + (one.rules.windowMs ?? Number.NaN)))
            ? 1
            : 0;
          share.exclusions += own.some(({ event }) => excluding.has(event)) ? 1 : 0;
        }
        share.beyondStep1 += inMemory.counts[1] ?? 0;
      }),
      { numRuns: Number(process.env["CX_RUNS"] ?? 120) },
    );
    for (const [kind, found] of Object.entries(share)) expect(found / logs, kind).toBeGreaterThan(0.3);
  }, 280_000);

  test("a heavy actor with many events among light ones", async () => {
    await fc.assert(
      fc.asyncProperty(funnelCases(2, 80, 120), async (one) => {
        const inMemory = tallyFunnel(rowsOf(one.events), one.definition);
        for (const database of databases)
          expect(await tallyIn(database, one.events.toReversed(), one), database.dialect).toEqual(inMemory);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
