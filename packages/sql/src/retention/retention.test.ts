import { adhocRetention, type RetentionDefinition, tallyRetention } from "@cxmetrics/funnel";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, literal, openers, runs } from "../../fixtures/databases.js";
import { compileRetentionSql } from "./compile-retention-sql.js";
import { readRetentionTally } from "./read-retention-tally.js";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Days before the clocks of Berlin change, and of New York, on either side. */
const origins = [
  Date.UTC(2026, 2, 27),
  Date.UTC(2026, 9, 23),
  Date.UTC(2025, 11, 29),
  -5 * dayMs,
  Date.UTC(2026, 2, 6),
];
const zones = ["UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"];

interface Row {
  readonly actor: string | null;
  readonly event: string | null;
  readonly timeMs: number;
}

const row = (origin: number): fc.Arbitrary<Row> =>
  fc.record({
    actor: fc.constantFrom("a", "a", "b", "c", "d", null),
    event: fc.constantFrom("start", "start", "open", "open", "pay", "other", null),
    timeMs: fc.oneof(
      fc.integer({ min: 0, max: 40 }).map((hours) => origin + 6 * hours * hourMs),
      fc.integer({ min: 0, max: 10 }).map((days) => origin + days * dayMs - 1),
      fc.integer({ min: 0, max: 60 }).map((days) => origin + days * dayMs + 0.5),
    ),
  });

const periods = fc.oneof(
  fc.record({
    mode: fc.constantFrom("on" as const, "on-or-after" as const),
    periods: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    mode: fc.constant("bracket" as const),
    periods: fc.array(
      fc
        .tuple(fc.nat(4), fc.integer({ min: 1, max: 5 }))
        .map(([from, width]) => [from, from + width] as const),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const definitions: fc.Arbitrary<RetentionDefinition> = fc
  .tuple(
    periods,
    fc.record({
      start: fc.constantFrom(null, "start", ["start", "pay"]),
      return: fc.constantFrom(null, "open", ["open", "start"]),
      clock: fc.constantFrom("rolling" as const, "calendar" as const),
      period: fc.constantFrom("day" as const, "day" as const, "week" as const, "month" as const),
      timeZone: fc.constantFrom(...zones),
      cohort: fc.constantFrom("day" as const, "week" as const, "month" as const),
    }),
  )
  .map(([asked, rules]) =>
    adhocRetention({ ...asked, ...rules, period: rules.clock === "rolling" ? "day" : rules.period }),
  );

const columns = { actor: 'w"ho', event: "what", timeMs: "at" };
let databases: readonly Database[] = [];
beforeAll(async () => {
  databases = await Promise.all(openers.map(([, open]) => open()));
  for (const database of databases)
    await database.run('CREATE TABLE log ("w""ho" TEXT, what TEXT, "at" DOUBLE PRECISION, nth BIGINT)');
});
afterAll(async () => {
  for (const database of databases) await database.close();
});

async function store(database: Database, rows: readonly (Row & { readonly sequence: number })[]) {
  const lines = rows.map(({ actor, event, timeMs, sequence }) =>
    [literal(actor), literal(event), literal(timeMs), sequence].join(", "),
  );
  await database.run("TRUNCATE TABLE log");
  if (lines.length > 0) await database.run(`INSERT INTO log VALUES (${lines.join("), (")})`);
}

describe("any retention of any events", () => {
  test("memory and the databases agree exactly, also near a change of clocks", async () => {
    const met = { ties: 0, returned: 0, open: 0, zoned: 0 };
    let all = 0;
    await fc.assert(
      fc.asyncProperty(
        definitions,
        fc
          .constantFrom(...origins)
          .chain((origin) => fc.array(row(origin), { minLength: 12, maxLength: 30 })),
        fc.option(fc.integer({ min: -2, max: 12 })),
        async (definition, rows, until) => {
          const events = rows.map((event, sequence) => ({ ...event, sequence }));
          const observed =
            until === null || rows[0] === undefined
              ? {}
              : { observedUntilMs: rows[0].timeMs + until * dayMs };
          const inMemory = tallyRetention(events as never, definition, observed);
          for (const database of databases) {
            await store(database, events.toReversed());
            const { sql, parameters } = compileRetentionSql(definition, {
              dialect: database.dialect,
              table: "log",
              columns: { ...columns, sequence: "nth" },
              ...observed,
            });
            const found = readRetentionTally(await database.run(sql, parameters), definition);
            expect(found, database.dialect).toEqual(inMemory);
          }
          all++;
          const sum = (pick: (one: (typeof inMemory.cohorts)[number]) => number) =>
            inMemory.cohorts.reduce((total, cohort) => total + pick(cohort), 0);
          met.returned += sum(({ retained }) => Math.max(...retained)) > 0 ? 1 : 0;
          met.open += sum(({ eligible, size }) => (Math.min(...eligible) < size ? 1 : 0)) > 0 ? 1 : 0;
          met.zoned += definition.clock === "calendar" && definition.timeZone !== "UTC" ? 1 : 0;
          const moments = rows.map(({ actor, timeMs }) => `${actor} ${timeMs}`);
          met.ties += new Set(moments).size < moments.length ? 1 : 0;
        },
      ),
      { numRuns: runs(120) },
    );
    const told = Object.entries(met).map(([kind, found]) => `${kind} ${((100 * found) / all).toFixed(0)} %`);
    console.log(`${all} retentions: ${told.join(", ")}`);
    for (const [kind, found] of Object.entries(met)) expect(found / all, kind).toBeGreaterThanOrEqual(0.3);
  }, 240_000);
});

describe("what the table leaves in doubt", () => {
  const events = [
    { actor: "a", event: "open", timeMs: 5 * dayMs },
    { actor: "a", event: "start", timeMs: 5 * dayMs },
    { actor: "b", event: "start", timeMs: 5 * dayMs },
    { actor: "b", event: "other", timeMs: 5 * dayMs },
  ].map((event, sequence) => ({ ...event, sequence }));
  const asked = (from: number) => adhocRetention({ start: "start", return: "open", periods: [from] });

  test.each([
    [0, "sql.tied-events"],
    [1, "none"],
  ])("period %i: %s", async (from, wanted) => {
    for (const database of databases) {
      await store(database, events);
      const options = { dialect: database.dialect, table: "log", columns };
      const { sql, parameters } = compileRetentionSql(asked(from), options);
      const rows = await database.run(sql, parameters);
      let code = "none";
      try {
        readRetentionTally(rows, asked(from));
      } catch (thrown) {
        code = (thrown as { readonly code: string }).code;
      }
      expect(code).toBe(wanted);
    }
  });
});

describe("hostile input", () => {
  const plain = adhocRetention({ periods: [1] });
  test.each([
    undefined,
    null,
    7,
    {},
    { dialect: "duckdb" },
    { dialect: "duckdb", table: "t", columns, observedUntilMs: Number.NaN },
  ])("options %j", (options) => {
    expect(() => compileRetentionSql(plain, options as never)).toThrow(
      expect.objectContaining({ name: "CxMetricsError" }),
    );
  });
  test.each([undefined, null, {}, [null], [{}], [{ cx_part: 9 }], []].map((rows) => ({ rows })))(
    "$rows",
    ({ rows }) => {
      expect(() => readRetentionTally(rows as never, plain)).toThrow(
        expect.objectContaining({ code: "sql.bad-rows" }),
      );
    },
  );
});
