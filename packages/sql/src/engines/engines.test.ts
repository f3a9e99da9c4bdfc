import { tallyFunnel } from "@cxmetrics/funnel";
import { tallyRatings } from "@cxmetrics/scores";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openers } from "../../fixtures/databases.js";
import { clickHouseEngine } from "./click-house-engine.js";
import { duckDbEngine } from "./duck-db-engine.js";
import { postgresEngine } from "./postgres-engine.js";
import type { SqlTallyEngine } from "./requests.js";

const scale = { min: 0, max: 10 };
const survey = [
  ["app", " 9 ", 1.5],
  ["app", "10.0", 2],
  [" app", "n/a", 1],
  ["web", "", null],
  ["web", "007", 1],
  ["web", "99", 1],
  ["O'Brien; DROP TABLE survey", "11", 1],
  ["web", "abc", 1],
  ["1", "3", 0.25],
  ["1.0", "\t4\u00a0", 1],
  ["01", "5", 1],
] as const;

const title = { en: "Loan", zh: "贷款" };
const funnel = {
  formatVersion: 1 as const,
  id: "loan",
  version: "1.0.0",
  title,
  provenance: { status: "illustrative", source: "example" } as const,
  steps: [
    { name: "apply", event: "apply", where: { property: "amount", range: { from: 10, inclusive: "both" } } },
    { name: "sign", event: "sign" },
  ],
  order: "ordered" as const,
  windowMs: 1000,
  ties: "sequence" as const,
  entry: "best" as const,
  reuse: "once" as const,
} as const;

/** The engine over the face that its driver shows. */
function engineOver({ dialect, run }: Database): SqlTallyEngine {
  const tables = { answers: "survey" };
  if (dialect === "postgresql")
    return postgresEngine(
      { query: async (sql, values) => ({ rows: [...(await run(sql, values))] }) },
      { tables },
    );
  if (dialect === "clickhouse")
    return clickHouseEngine(
      {
        query: async ({ query, query_params }) => ({
          json: () => run(query, Object.values(query_params)),
        }),
      },
      { tables },
    );
  return duckDbEngine(
    {
      runAndReadAll: async (sql, values) => {
        const rows = await run(sql, values);
        return { getRowObjectsJS: () => [...rows] };
      },
    },
    { tables },
  );
}

describe.each(openers)("%s as an engine", (_, open) => {
  let engine: SqlTallyEngine;
  let close: () => Promise<void>;
  const all = { source: "answers", where: [] };

  beforeAll(async () => {
    const database = await open();
    close = database.close;
    await database.run('CREATE TABLE survey (" Channel " TEXT, nps TEXT, w DOUBLE PRECISION)');
    const lines = survey.map(
      ([channel, nps, w]) => `('${channel.replaceAll("'", "''")}', '${nps}', ${w === null ? "NULL" : w})`,
    );
    await database.run(`INSERT INTO survey VALUES ${lines.join(", ")}`);
    await database.run('CREATE TABLE log (who INTEGER, what TEXT, "at" BIGINT, amount DOUBLE PRECISION)');
    await database.run(
      "INSERT INTO log VALUES (1,'apply',0,20), (1,'sign',1000,NULL), (2,'apply',0,5), (2,'sign',5,1), (3,'sign',1,1), (3,'apply',2,10)",
    );
    engine = engineOver(database);
  });
  afterAll(() => close());

  test("describes a source with trimmed headers", async () => {
    expect(await engine.describeSource("answers")).toEqual({
      rowCount: 11,
      headers: ["Channel", "nps", "w"],
    });
  });

  test("reads texts as ratings, with codes in numbers and in words", async () => {
    const tally = await engine.tallyRatings({
      ...all,
      rating: "nps",
      weight: "w",
      scale,
      missing: [99, "n/a"],
      onInvalid: "count",
    });
    const expected = tallyRatings([9, 10, null, 7, 99, 11, 3, 4, 5], scale, {
      weights: [1.5, 2, 1, 1, 1, 1, 0.25, 1, 1],
      missing: [99],
      onInvalid: "count",
    });
    expect(tally).toEqual({
      ...expected,
      missing: { blank: 1, "code 99": 1, "code n/a": 1 },
      invalid: { "off-scale": 1, "not-a-number": 1 },
    });
    await expect(
      engine.tallyRatings({ ...all, rating: "nps", scale, missing: [], onInvalid: "throw" }),
    ).rejects.toMatchObject({ code: "sql.invalid-ratings" });
  });

  test("conditions compare trimmed texts, and plain numbers as numbers", async () => {
    const count = async (column: string, values: (string | null)[]) =>
      (await engine.countValues({ source: "answers", where: [{ column, in: values }], columns: [] })).rows;
    expect(await count("Channel", ["app"])).toBe(3);
    expect(await count("Channel", ["1"])).toBe(2);
    expect(await count("Channel", ["01", "O'Brien; DROP TABLE survey"])).toBe(2);
    expect(await count("w", ["2.0", "0.25"])).toBe(2);
    expect(await count("Channel", ["' OR 1=1 --"])).toBe(0);
    expect(await count("nps", [null])).toBe(1);
    expect(await count("w", [null, "2"])).toBe(2);
  });

  test("counts, sums and reads cells", async () => {
    const { cells } = await engine.countValues({ ...all, columns: ["w"] });
    expect(cells.find(({ values }) => values[0] === null)?.count).toBe(1);
    expect(cells.find(({ values }) => values[0] === "1.5")?.count).toBe(1);
    expect(await engine.sumColumns({ ...all, columns: ["nps", "w"], onInvalid: "count" })).toEqual({
      rows: 11,
      complete: 8,
      blank: 1,
      invalid: 2,
      sums: [148, 8.75],
    });
    const read = await engine.readNumbers({ ...all, columns: ["nps"], onInvalid: "count" });
    expect(read.invalid).toBe(2);
    expect(read.columns[0]?.toSorted((a, b) => (a ?? -1) - (b ?? -1))).toEqual([
      null,
      3,
      4,
      5,
      7,
      9,
      10,
      11,
      99,
    ]);
    const joint = await engine.tallyJoint({ ...all, readings: [["Channel"], ["w"]] });
    expect(joint.rows).toBe(11);
    expect(joint.pairs[0]?.cells).toContainEqual({ a: ["app"], b: ["1.5"], count: 1 });
    await expect(engine.sumColumns({ ...all, columns: ["nps"], onInvalid: "throw" })).rejects.toMatchObject({
      code: "sql.not-numbers",
    });
    await expect(engine.countValues({ ...all, columns: ["npz"] })).rejects.toMatchObject({
      code: "sql.unknown-column",
    });
  });

  test("follows a funnel with a predicate over a column of the log", async () => {
    const request = { source: "log", where: [], actor: "who", event: "what", time: "at", definition: funnel };
    const tally = await engine.tallyFunnel(request);
    const event = (actor: string, name: string, timeMs: number, amount: number | null) => ({
      actor,
      event: name,
      timeMs,
      properties: { amount },
    });
    expect(tally).toEqual(
      tallyFunnel(
        [
          event("1", "apply", 0, 20),
          event("1", "sign", 1000, null),
          event("2", "apply", 0, 5),
          event("2", "sign", 5, 1),
          event("3", "sign", 1, 1),
          event("3", "apply", 2, 10),
        ],
        funnel,
      ),
    );
    expect(tally.counts).toEqual([2, 1]);
  });
});
