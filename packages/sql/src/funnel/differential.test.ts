import { type FunnelTally, tallyFunnel } from "@cxmetrics/funnel";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enumerateFunnel } from "../../../funnel/fixtures/enumerate-funnel.js";
import { type Database, literal, openers, runs } from "../../fixtures/databases.js";
import {
  type CaseEvent,
  type FunnelCase,
  funnelCases,
  heavyActor,
  rowsOf,
} from "../../fixtures/funnel-cases.js";
import { compileFunnelSql } from "./compile-funnel-sql.js";
import type { FunnelSqlOptions } from "./funnel-sql-options.js";
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
  databases = await Promise.all(openers.map(([, open]) => open()));
  for (const database of databases)
    await database.run('CREATE TABLE log (who TEXT, what TEXT, "at" BIGINT, nth BIGINT, mark TEXT)');
});
afterAll(async () => {
  for (const database of databases) await database.close();
});

async function store(database: Database, events: readonly CaseEvent[]): Promise<void> {
  const lines = events.map(
    ({ actor, event, timeMs, sequence, mark }) =>
      `(${literal(actor)}, ${literal(event)}, ${timeMs}, ${sequence}, ${literal(mark)})`,
  );
  await database.run("TRUNCATE TABLE log");
  await database.run(`INSERT INTO log VALUES ${lines.join(", ")}`);
}

async function tallyIn(
  database: Database,
  { definition }: Pick<FunnelCase, "definition">,
  more: Partial<FunnelSqlOptions> = {},
): Promise<FunnelTally> {
  const options = { dialect: database.dialect, table: "log", columns, ...more } as const;
  const { sql, parameters } = compileFunnelSql(definition, options);
  return readFunnelTally(await database.run(sql, parameters), definition);
}

/** What the enumerator makes of every actor, in the shape of a tally. */
function enumerated({ rules }: FunnelCase, events: readonly CaseEvent[]) {
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

/** The form that a database has beside windows, with what it does not tell. */
const otherForm = {
  duckdb: { form: "asof" },
  postgresql: null,
  clickhouse: { form: "window-funnel", times: false },
} as const;

describe("any definition over any events", () => {
  test("enumeration, memory and the databases agree exactly", async () => {
    const met = { ties: 0, repeats: 0, boundaries: 0, exclusions: 0, "beyond step 1": 0 };
    const cases = { all: 0, heavy: 0 };
    let logs = 0;
    await fc.assert(
      fc.asyncProperty(funnelCases(12, 4, 7), fc.integer(), async (one, seed) => {
        const light = one.events.filter(({ actor }) => actor !== heavyActor);
        const ofLight = tallyFunnel(rowsOf(light), one.definition);
        expect(ofLight).toMatchObject(enumerated(one, light));
        const inMemory = tallyFunnel(rowsOf(one.events), one.definition);
        const shuffled = one.events.toSorted(
          (a, b) => ((a.sequence * 7919 + seed) % 31) - ((b.sequence * 7919 + seed) % 31),
        );
        cases.all++;
        cases.heavy += light.length < one.events.length ? 1 : 0;
        for (const database of databases) {
          await store(database, shuffled);
          expect(await tallyIn(database, one), database.dialect).toEqual(inMemory);
        }

        for (const who of new Set(light.map(({ actor }) => actor))) {
          const own = light.filter(({ actor }) => actor === who);
          const times = new Set(own.map(({ timeMs }) => timeMs));
          const excluding = new Set(one.rules.exclusions?.map(({ event }) => event));
          logs++;
          met.ties += times.size < own.length ? 1 : 0;
          met.repeats += new Set(own.map(({ event }) => event)).size < own.length ? 1 : 0;
          met.boundaries += [...times].some((time) => times.has(time + (one.rules.windowMs ?? Number.NaN)))
            ? 1
            : 0;
          met.exclusions += own.some(({ event }) => excluding.has(event)) ? 1 : 0;
        }
        met["beyond step 1"] += ofLight.counts[1] ?? 0;
      }),
      { numRuns: runs(100) },
    );
    const shares = {
      ...Object.fromEntries(Object.entries(met).map(([kind, found]) => [kind, found / logs])),
      "heavy actors": cases.heavy / cases.all,
    };
    const told = Object.entries(shares).map(([kind, share]) => `${kind} ${(100 * share).toFixed(0)} %`);
    console.log(`${cases.all} definitions, ${logs} logs: ${told.join(", ")}`);
    for (const [kind, share] of Object.entries(shares)) expect(share, kind).toBeGreaterThanOrEqual(0.3);
  }, 280_000);

  test("ASOF joins and windowFunnel say what running maxima say, and refuse the rest by name", async () => {
    const spoken = databases.filter(({ dialect }) => otherForm[dialect] !== null);
    const met = { honoured: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(funnelCases(8, 4, 9), fc.constantFrom(true, true, false), async (one, simpler) => {
        const { exclusions: _, gapMs: __, ...rest } = one.definition;
        const plain = {
          ...rest,
          entry: "best" as const,
          steps: rest.steps.map(({ name, event, where }) => ({ name, event, ...(where ? { where } : {}) })),
        };
        const definition = simpler ? plain : one.definition;
        const inMemory = tallyFunnel(rowsOf(one.events), definition);
        for (const database of spoken) {
          const other = otherForm[database.dialect];
          if (other === null) continue;
          await store(database, one.events.toReversed());
          const found = await tallyIn(database, { definition }, other).catch((thrown) => {
            expect(simpler).toBe(false);
            expect(thrown).toMatchObject({ code: "sql.not-compiled", path: ["options", "form"] });
          });
          met[found ? "honoured" : "refused"]++;
          if (!found) continue;
          const wanted = "times" in other ? { elapsedMs: inMemory.elapsedMs.map(() => []) } : {};
          expect(found, other.form).toEqual({ ...inMemory, ...wanted });
        }
      }),
      { numRuns: runs(100) },
    );
    if (spoken.length > 0) for (const found of Object.values(met)) expect(found).toBeGreaterThan(0);
  }, 120_000);

  test.runIf(process.env["CX_CLICKHOUSE"] === "1")(
    "windowFunnel: events of an instant that may fill several steps are matched as in memory",
    async () => {
      const names = fc.constantFrom<string | string[]>("A", "B'", ["A", "B'"], ["B'", "C"]);
      await fc.assert(
        fc.asyncProperty(
          funnelCases(6, 3, 6),
          fc.array(names, { minLength: 2, maxLength: 3 }),
          fc.constantFrom("once" as const, "repeat" as const),
          async ({ events, rules }, steps, reuse) => {
            const definition = {
              formatVersion: 1 as const,
              id: "random.instant",
              version: "1.0.0",
              title: { en: "Instant", zh: "同一时刻" },
              provenance: { status: "illustrative", source: "generated" } as const,
              steps: steps.map((event, index) => ({ name: `s${index + 1}`, event })),
              order: "ordered" as const,
              windowMs: rules.windowMs,
              ties: "simultaneous" as const,
              entry: "best" as const,
              reuse,
            };
            const light = events.filter(({ actor }) => actor !== heavyActor);
            const inMemory = tallyFunnel(rowsOf(light), definition);
            for (const database of databases) {
              await store(database, light.toReversed());
              const found = await tallyIn(database, { definition }, { form: "window-funnel", times: false });
              expect(found.counts).toEqual(inMemory.counts);
            }
          },
        ),
        { numRuns: runs(60) },
      );
    },
    120_000,
  );
});
