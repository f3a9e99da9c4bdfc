import { conversionTimes, estimateTimeToConvert, orderedFunnel } from "@cxmetrics/funnel";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, literal, openers, runs } from "../../fixtures/databases.js";
import { compileConversionTimesSql } from "./compile-conversion-times-sql.js";
import { readConversionTimes } from "./read-conversion-times.js";

const columns = { actor: "who", event: "what", timeMs: "at", sequence: "nth" };
const origin = 1_767_225_600_000;
let databases: readonly Database[] = [];
beforeAll(async () => {
  databases = await Promise.all(openers.map(([, open]) => open()));
  for (const database of databases)
    await database.run('CREATE TABLE log (who TEXT, what TEXT, "at" BIGINT, nth BIGINT)');
});
afterAll(async () => {
  for (const database of databases) await database.close();
});

const event = fc.record({
  actor: fc.constantFrom("a", "b", "c", "d", "e", null),
  event: fc.constantFrom("view", "view", "cart", "cart", "buy", "stop", "leave", null),
  timeMs: fc.integer({ min: 0, max: 12 }).map((step) => origin + step),
});

describe("time to convert", () => {
  test("memory and the databases agree exactly: converted, open and taken by others", async () => {
    const met = { converted: 0, open: 0, competing: 0, censored: 0 };
    let all = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 20, maxLength: 45 }),
        fc.record({
          windowMs: fc.constantFrom(null, 2, 4, 7),
          step: fc.constantFrom(undefined, "cart", "view"),
          competing: fc.constantFrom(undefined, "stop", ["leave", "stop"], ["leave"]),
          until: fc.constantFrom(undefined, origin + 3, origin + 20),
        }),
        async (drawn, { windowMs, step, competing, until }) => {
          const events = drawn.map((one, sequence) => ({ ...one, sequence }));
          const definition = orderedFunnel({ steps: ["view", "cart", "buy"], windowMs });
          const asked = { ...(step ? { step } : {}), ...(competing ? { competing } : {}) };
          const observed = until === undefined ? {} : { observedUntilMs: until };
          const inMemory = conversionTimes(events as never, definition, { ...asked, ...observed });
          for (const database of databases) {
            const lines = events
              .toReversed()
              .map(({ actor, event: what, timeMs, sequence }) =>
                [literal(actor), literal(what), timeMs, sequence].join(", "),
              );
            await database.run("TRUNCATE TABLE log");
            await database.run(`INSERT INTO log VALUES (${lines.join("), (")})`);
            const options = { dialect: database.dialect, table: "log", columns, ...asked, ...observed };
            const { sql, parameters } = compileConversionTimesSql(definition, options);
            const found = readConversionTimes(await database.run(sql, parameters), definition, asked);
            expect(found, database.dialect).toEqual(inMemory);
            expect(estimateTimeToConvert(found)).toEqual(estimateTimeToConvert(inMemory));
          }
          all++;
          const taken = inMemory.competing.flatMap(({ elapsedMs }) => elapsedMs);
          met.converted += inMemory.convertedMs.length > 0 ? 1 : 0;
          met.open += inMemory.openMs.length > 0 ? 1 : 0;
          met.competing += taken.length > 0 ? 1 : 0;
          met.censored += until === origin + 3 ? 1 : 0;
        },
      ),
      { numRuns: runs(80) },
    );
    for (const [kind, found] of Object.entries(met)) expect(found / all, kind).toBeGreaterThanOrEqual(0.2);
  }, 240_000);
});

describe("refused", () => {
  const plain = orderedFunnel({ steps: ["view", "buy"] });
  const options = { dialect: "duckdb", table: "log", columns } as const;
  const code = (call: () => unknown): string => {
    try {
      call();
    } catch (thrown) {
      return (thrown as { readonly code: string }).code;
    }
    return "none";
  };
  test.each([
    [() => compileConversionTimesSql({ ...plain, ties: "simultaneous" }, options), "funnel.first-entry-only"],
    [() => compileConversionTimesSql(plain, { ...options, step: "sell" }), "funnel.unknown-step"],
    [() => compileConversionTimesSql(plain, { ...options, competing: "buy" }), "funnel.competing-is-step"],
    [
      () =>
        compileConversionTimesSql(plain, { ...options, columns: { actor: "a", event: "e", timeMs: "t" } }),
      "sql.no-sequence",
    ],
    [() => compileConversionTimesSql(plain, { ...options, form: "asof" } as never), "document.unknown-key"],
    [() => compileConversionTimesSql(plain, undefined as never), "document.wrong-type"],
    [() => readConversionTimes([] as never, plain), "sql.bad-rows"],
    [() => readConversionTimes({} as never, plain), "sql.bad-rows"],
    [
      () =>
        readConversionTimes(
          [
            { cx_part: 0, cx_item: 1, cx_records: 1, cx_amount: null },
            { cx_part: 1, cx_item: 2, cx_records: 1, cx_amount: 4 },
          ],
          plain,
        ),
      "sql.bad-rows",
    ],
  ] as const)("%#", (call, wanted) => {
    expect(code(call)).toBe(wanted);
  });
});
