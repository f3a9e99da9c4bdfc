import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cxInFolder } from "../fixtures/cx-in-folder.js";

const { cx, folder, json, put } = cxInFolder();

/** What a command says by both engines must be the same, to the last character. */
async function sameByBoth(argv: readonly string[]): Promise<number> {
  const pushed = await cx([...argv, "--json"]);
  const memory = await cx([...argv, "--engine", "memory", "--json"]);
  expect(pushed).toEqual(memory);
  return pushed.code;
}

const cell = fc.constantFrom("10", " 9 ", "9.0", "7", "6", "0", "", "  ", "99", "n/a", "N/A", "+3", "3e0");
const odd = fc.constantFrom("11", "4.5", "abc", "1,2");
const group = fc.constantFrom("app", " app", "web", '"a ""b"""', "", "__proto__", "门店");

describe("scores of files: DuckDB counts, memory reads", () => {
  test("any CSV gives the same answer, warnings and refusals, by group or not", async () => {
    const met = { answered: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, group), { minLength: 1, maxLength: 30 }),
        fc.option(fc.tuple(odd, group), { freq: 4 }),
        fc.boolean(),
        async (rows, strange, grouped) => {
          const all = strange === null ? rows : [...rows, strange];
          await put("s.csv", `score , channel\n${all.map(([a, b]) => `${a},${b}`).join("\n")}\n`);
          const argv = ["score", "s.csv", "--metric", "nps", "--rating", "score", "--missing", "99,n/a"];
          const answer = await sameByBoth(grouped ? [...argv, "--by", "channel"] : argv);
          met[answer === 0 ? "answered" : "refused"]++;
        },
      ),
      { numRuns: 20 },
    );
    expect(met.answered).toBeGreaterThan(5);
    expect(met.refused).toBeGreaterThan(2);
  });

  test("JSON lines, a delimiter that is a question mark, weights and comparisons", async () => {
    await put(
      "s.jsonl",
      '{"s":9,"c":"a"}\n{"s":"10","c":"b"}\n{"c":"a"}\n{"s":3,"c":"a"}\n{"s":2,"c":"b"}\n',
    );
    await sameByBoth(["score", "s.jsonl", "--metric", "nps", "--rating", "s", "--by", "c"]);
    await sameByBoth(["compare", "s.jsonl", "--metric", "nps", "--rating", "s", "--group", "c"]);
    await sameByBoth(["compare", "s.jsonl", "s.jsonl", "--metric", "nps", "--rating", "s"]);
    await put("q.csv", "s?w\n9?1\n10?0.1\n3?0.2\n");
    await sameByBoth([
      "score",
      "q.csv",
      "--metric",
      "nps",
      "--rating",
      "s",
      "--weight",
      "w",
      "--delimiter",
      "?",
    ]);
    await sameByBoth(["score", "q.csv", "--metric", "nps", "--rating", "s", "--delimiter", "?"]);
    await put("none.csv", "s\n");
    await sameByBoth(["score", "none.csv", "--metric", "nps", "--rating", "s"]);
    await sameByBoth(["score", "q.csv", "--metric", "nps", "--rating", "z", "--delimiter", "?"]);
    await put("ragged.csv", "s,c\n9,a\n3\n");
    await sameByBoth(["score", "ragged.csv", "--metric", "nps", "--rating", "s"]);
    await put("long.csv", '"a\nname",s\n1,9\n2,3\n');
    await sameByBoth(["score", "long.csv", "--metric", "nps", "--rating", "s"]);
  });
});

describe("funnels of files: DuckDB follows, memory follows", () => {
  const origin = 1_767_225_600_000;
  test("any log gives the same answer, warnings and refusals", async () => {
    const met = { answered: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom("a", " b", "c", "", "7"),
            fc.constantFrom("view", "view", "cart", "buy", " buy ", "", "x"),
            fc.integer({ min: 0, max: 60 }).map((step) => `${origin + step}`),
          ),
          { minLength: 1, maxLength: 40 },
        ),
        fc.constantFrom("", "", "", "2026-01-01T00:00:00Z", "12", "soon"),
        fc.boolean(),
        fc.boolean(),
        async (rows, strange, sequenced, unseen) => {
          const all = strange === "" ? rows : [...rows, ["a", "view", strange] as const];
          const lines = all.map(([who, what, at], nth) => `${who},${what},${at},${nth}`);
          await put("e.csv", `who,what,at,nth\n${lines.join("\n")}\n`);
          const argv = ["funnel", "e.csv", "--actor", "who", "--event", "what", "--time", "at"];
          const more = [...(sequenced ? ["--sequence", "nth"] : []), ...(unseen ? ["--allow-unseen"] : [])];
          const answer = await sameByBoth([...argv, "--steps", "view,cart,buy", "--window", "20ms", ...more]);
          met[answer === 0 ? "answered" : "refused"]++;
        },
      ),
      { numRuns: 20 },
    );
    for (const found of Object.values(met)) expect(found).toBeGreaterThan(2);
  });

  test("seconds, groups and JSON", async () => {
    await put("s.csv", "w,e,t,g\n1,a,10,x\n1,b,12.5,y\n2,a,11,x\n2,b,900,x\n");
    const argv = ["funnel", "s.csv", "--actor", "w", "--event", "e", "--time", "t", "--steps", "a,b"];
    await sameByBoth([...argv, "--time-unit", "s", "--window", "1m"]);
    await sameByBoth([...argv, "--time-unit", "s", "--by", "g"]);
    await sameByBoth(argv);
    await put("s.json", `[{"w":"x","e":"a","t":${origin}},{"w":"x","e":"b","t":${origin + 5}}]`);
    await sameByBoth(["funnel", "s.json", "--actor", "w", "--event", "e", "--time", "t", "--steps", "a,b"]);
  });
});

/** A driver of the user's own folder that is PGlite: a real PostgreSQL, without a server. */
async function installPostgres(): Promise<void> {
  const pglite = pathToFileURL(
    join(import.meta.dirname, "../../../node_modules/@electric-sql/pglite/dist/index.js"),
  );
  await mkdir(join(folder(), "node_modules/pg"), { recursive: true });
  await writeFile(
    join(folder(), "node_modules/pg/package.json"),
    '{"name":"pg","type":"module","main":"index.js"}',
  );
  await writeFile(
    join(folder(), "node_modules/pg/index.js"),
    `const { PGlite } = await import(${JSON.stringify(pglite.href)});
     export class Client {
       constructor({ connectionString }) { this.address = connectionString; }
       async connect() {
         if (this.address.includes("nowhere")) throw new Error("getaddrinfo ENOTFOUND nowhere");
         if (globalThis.cxServer) { this.server = globalThis.cxServer; return; }
         this.server = globalThis.cxServer = await PGlite.create();
         await this.server.exec("CREATE SCHEMA cx; CREATE TABLE cx.answers (channel TEXT, nps TEXT, w DOUBLE PRECISION)");
         await this.server.exec("INSERT INTO cx.answers VALUES ('app', '9', 1), ('app', '3', 2), ('web', '10', 1), (NULL, '99', 1)");
         await this.server.exec("CREATE TABLE log (who TEXT, what TEXT, at BIGINT); INSERT INTO log VALUES ('a','view',1767225600000), ('a','buy',1767225600900), ('b','view',1767225600001)");
       }
       query(sql, values) { return this.server.query(sql, values); }
       async end() {}
     }`,
  );
}

describe("a database takes the tally", () => {
  const address = "postgres://cx:secret@db.example/feedback";

  test("PostgreSQL, over the driver of the user's folder", async () => {
    await installPostgres();
    const score = [
      "score",
      "cx.answers",
      "--metric",
      "nps",
      "--rating",
      "nps",
      "--missing",
      "99",
      "--by",
      "channel",
    ];
    const { rows } = await json([...score, "--engine", address]);
    await put("answers.csv", "channel,nps,w\n,99,1\napp,9,1\napp,3,2\nweb,10,1\n");
    expect(rows).toEqual((await json(["score", "answers.csv", ...score.slice(2)])).rows);
    const funnel = [
      "--actor",
      "who",
      "--event",
      "what",
      "--time",
      "at",
      "--steps",
      "view,buy",
      "--window",
      "1s",
    ];
    const found = await json(["funnel", "log", ...funnel, "--engine", address]);
    expect(found.rows[0].steps.map(({ count }: { readonly count: number }) => count)).toEqual([2, 1]);
  });

  test.each([
    [["--engine", "oracle://x"], "usage.bad-engine", 2],
    [["--engine", "postgres://cx:secret@nowhere/x"], "engine.unreachable", 1],
    [["--engine", address, "--strata", "channel"], "usage.not-with-database", 2],
  ] as const)("%j is refused", async (more, code, exit) => {
    await installPostgres();
    const said = await cx(["score", "cx.answers", "--metric", "nps", "--rating", "nps", ...more, "--json"]);
    expect(said.code).toBe(exit);
    expect(JSON.parse(said.out).error.code).toBe(code);
    expect(said.err).not.toContain("secret");
  });

  test("a table that is not there, and a column", async () => {
    await installPostgres();
    const gone = await cx(["score", "nothing", "--metric", "nps", "--rating", "nps", "--engine", address]);
    expect(gone.err).toMatch(/refused the query over the table "nothing"/);
    const column = await cx([
      "score",
      "cx.answers",
      "--metric",
      "nps",
      "--rating",
      "npz",
      "--engine",
      address,
      "--lang",
      "zh",
    ]);
    expect(column.err).toContain("没有列“npz”");
  });

  test("ClickHouse where nobody answers", async () => {
    const said = await cx([
      "score",
      "t",
      "--metric",
      "nps",
      "--rating",
      "r",
      "--engine",
      "clickhouse://x:secret@127.0.0.1:9/db",
    ]);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/did not answer|is not installed here/);
    expect(said.err).not.toContain("secret");
  });
});

describe("cx sql", () => {
  const funnel = `formatVersion: 1
id: our.loan
version: 1.0.0
title: { en: Loan, zh: 贷款 }
provenance: { status: illustrative, source: example }
steps:
  - { name: apply, event: apply, where: { property: amount, range: { from: 10, inclusive: both } } }
  - { name: sign, event: o'sign }
order: ordered
windowMs: 604800000
ties: simultaneous
entry: best
reuse: once
`;
  const retention = `formatVersion: 1
id: our.return
version: 1.0.0
title: { en: Return, zh: 回访 }
provenance: { status: illustrative, source: example }
start: open
return: null
mode: "on"
clock: calendar
period: day
timeZone: Asia/Shanghai
periods: [1, 7]
cohort: week
`;

  test("a score, ready to run", async () => {
    const said = await cx([
      "sql",
      "nps",
      "--dialect",
      "duckdb",
      "--table",
      "main.s",
      "--column",
      "rating=score",
    ]);
    expect(said.err).toBe("");
    expect(said.out).toContain('FROM "main"."s" AS cx_src');
    expect(said.out).toContain('cx_src."score"');
    expect(said.out.trimEnd().endsWith(";")).toBe(true);
  });

  test("a funnel and a retention out of documents, texts inside or bound", async () => {
    await put("f.yaml", funnel);
    await put("r.yaml", retention);
    const inside = await cx(["sql", "f.yaml", "--dialect", "trino", "--column", "time=ts"]);
    expect(inside.out).toContain("'o''sign'");
    expect(inside.err).toContain("our tests do not execute it");
    const bound = await json(["sql", "f.yaml", "--dialect", "postgresql", "--bound"]);
    expect(bound.result.kind).toBe("funnel");
    expect(bound.result.parameters).toEqual(["apply", "o'sign"]);
    expect(bound.result.sql).toContain('cx_src."amount"');
    const form = await cx(["sql", "f.yaml", "--dialect", "clickhouse", "--form", "window-funnel"]);
    expect(form.out).toContain("windowFunnel(");
    const kept = await json(["sql", "r.yaml", "--dialect", "clickhouse", "--until", "2026-02-01"]);
    expect(kept.result.sql).toContain("groupArray(");
    expect(kept.result.support).toBe("executed");
  });

  test("an index that comes with cx", async () => {
    const said = await cx(["sql", "undp.hdi", "--dialect", "postgresql", "--column", "unit=country"]);
    expect(said.code).toBe(0);
    expect(said.out).toContain('cx_src."country" AS cx_unit');
  });

  test.each([
    [["sql", "npz", "--dialect", "duckdb"], "definition.unknown", 1],
    [["sql", "nps"], "usage.missing-option", 2],
    [["sql", "nps", "--dialect", "oracle"], "usage.bad-choice", 2],
    [["sql", "nps", "--dialect", "duckdb", "--form", "asof"], "usage.not-for-definition", 2],
    [["sql", "nps", "--dialect", "duckdb", "--missing", "n/a"], "usage.codes-only", 2],
    [["sql", "nps", "--dialect", "duckdb", "--column", "rating"], "usage.bad-assignment", 2],
    [["sql", "f.yaml", "--dialect", "duckdb", "--form", "window-funnel"], "sql.not-compiled", 1],
    [["sql", "undp.hdi", "--dialect", "spark"], "document.not-allowed", 1],
  ] as const)("%j is refused by name", async (argv, code, exit) => {
    await put("f.yaml", funnel);
    const said = await cx([...argv, "--json"]);
    expect([JSON.parse(said.out).error.code, said.code]).toEqual([code, exit]);
  });

  test("help in both languages", async () => {
    for (const lang of ["en", "zh"])
      expect((await cx(["sql", "--help", "--lang", lang])).out).toContain("--dialect");
    expect((await cx(["score", "--help", "--lang", "zh"])).out).toContain("由谁计数");
  });
});
