import { defineFunnel, type FunnelEvent, orderedFunnel, tallyFunnel } from "@cxmetrics/funnel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openers } from "../../fixtures/databases.js";
import { compileFunnelSql } from "./compile-funnel-sql.js";
import { readFunnelTally } from "./read-funnel-tally.js";

let databases: readonly Database[] = [];
beforeAll(async () => {
  databases = await Promise.all(openers.map(([, open]) => open()));
});
afterAll(async () => {
  for (const database of databases) await database.close();
});

const rows = [
  ["ann", "s1", "view", 0, 3, true],
  ["ann", "s1", "buy", 5, 3, true],
  ["ann", "s2", "view", 6, 9, false],
  ["bo", "s1", "buy", 1, null, null],
  ["bo", "s1", "view", 2, 4, true],
  ["bo", "s1", "buy", 1002, 4, true],
  ["bo", "s3", "view", 2000, 4, true],
  [null, "s1", "view", 3, 4, true],
  ["cy", null, "view", 3, 4, true],
  ["cy", "s9", null, 3, 4, true],
] as const;

/** Missing actors and names come as NULL from a table. */
const events = rows.map(([actor, session, event, timeMs, amount, paid], sequence) => ({
  actor,
  event,
  timeMs,
  sequence,
  properties: { session, amount, paid },
})) as unknown as FunnelEvent[];

const plain = orderedFunnel({ steps: ["view", "buy"], windowMs: 1000 });

test.each([
  ["sessions with clusters", { count: "sessions", session: "session" }],
  ["the actor of a property", { actor: { unit: "session", property: "session" } }],
  [
    "not, all, any, in, range and null",
    {
      steps: [
        {
          name: "view",
          event: "view",
          where: { any: [{ property: "amount", in: [3, 4] }, { not: { property: "paid", equals: true } }] },
        },
        {
          name: "buy",
          event: "buy",
          where: {
            all: [
              { property: "amount", range: { from: 2, to: 4, inclusive: "from" } },
              { property: "paid", isNull: false },
            ],
          },
        },
      ],
    },
  ],
])("%s", async (_, more) => {
  const definition = defineFunnel({ ...plain, ...more });
  for (const database of databases) {
    await database.run("DROP TABLE IF EXISTS log");
    await database.run(
      "CREATE TABLE log (a TEXT, z TEXT, e TEXT, t BIGINT, n BIGINT, x DOUBLE PRECISION, b BOOLEAN)",
    );
    const cell = (value: unknown) => (typeof value === "string" ? `'${value}'` : String(value ?? "NULL"));
    const lines = rows.map(([a, z, e, t, x, b], n) => `(${[a, z, e, t, n, x, b].map(cell).join(", ")})`);
    await database.run(`INSERT INTO log VALUES ${lines.join(", ")}`);
    const properties = { session: "z", amount: "x", paid: "b" };
    const columns = { actor: "a", event: "e", timeMs: "t", sequence: "n", properties };
    const { sql, parameters } = compileFunnelSql(definition, {
      dialect: database.dialect,
      table: "log",
      columns,
    });
    const tally = readFunnelTally(await database.run(sql, parameters), definition);
    expect(tally).toEqual(tallyFunnel(events, definition));
    const untimed = compileFunnelSql(definition, {
      dialect: database.dialect,
      table: "log",
      columns,
      times: false,
    });
    const counted = readFunnelTally(await database.run(untimed.sql, untimed.parameters), definition);
    expect(counted).toEqual({ ...tally, elapsedMs: [[]] });
  }
});
