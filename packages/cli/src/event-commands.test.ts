import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
// Counted by funnel/fixtures/python/event-commands.py, Python 3 without libraries.
import counted from "../../funnel/fixtures/python/event-commands.json" with { type: "json" };
import { cxInFolder } from "../fixtures/cx-in-folder.js";

const { cx, json, put, folder } = cxInFolder();
const clicks = join(import.meta.dirname, "../../funnel/fixtures/ecommerce-clickstream.csv");
const columns = ["--actor", "user", "--time", "ts_ms", "--event", "event"];
const log = [clicks, ...columns, "--sequence", "seq"];

interface Rate {
  readonly bucket: string;
  readonly eligible: number;
  readonly retained: number;
}

describe("cx retention", () => {
  const run = ["retention", ...log, "--periods", "1,7", "--time-zone", "Asia/Shanghai"];

  test("agrees with a count in Python, cohorts sum to the whole", async () => {
    const { rows, definition } = await json(run);
    expect(definition.id).toBe("adhoc.retention");
    const [all, ...cohorts] = rows as { cohort: string | null; size: number; rates: Rate[] }[];
    expect(all?.cohort).toBeNull();
    expect(all?.rates.map(({ bucket, eligible, retained }) => [bucket, eligible, retained])).toEqual(
      Object.entries(counted.retention).map(([bucket, counts]) => [bucket, ...counts]),
    );
    expect(cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(all?.size);
    for (const [index, rate] of (all?.rates ?? []).entries())
      expect(cohorts.reduce((sum, { rates }) => sum + (rates[index]?.retained ?? 0), 0)).toBe(rate.retained);
  });

  test("speaks Chinese, and writes CSV whole", async () => {
    const said = await cx([...run, "--lang", "zh"]);
    expect(said.out).toContain("群组");
    expect(said.out).toContain("留存率");
    expect((await cx([...run, "-o", "kept.csv"])).code).toBe(0);
    const [head, first] = (await readFile(join(folder(), "kept.csv"), "utf8")).split(/\r?\n/);
    expect(head).toContain("cohort,bucket,observed,returned,rate");
    expect(first).toContain(`all,1,${counted.retention["1"].join(",")},`);
  });

  test("brackets hold both ends; the end of observation makes quiet days count", async () => {
    await put(
      "few.csv",
      "who,at,what\na,2026-01-01T00:00:00Z,open\na,2026-01-04T00:00:00Z,open\nb,2026-01-01T00:00:00Z,open\n",
    );
    const few = ["retention", "few.csv", "--actor", "who", "--time", "at", "--event", "what"];
    const { rows } = await json([
      ...few,
      "--mode",
      "bracket",
      "--periods",
      "1-3",
      "--until",
      "2026-01-05T00:00:00Z",
    ]);
    expect(rows[0].rates[0]).toMatchObject({ bucket: "[1, 4)", eligible: 2, retained: 1, rate: 0.5 });
    const early = await json([...few, "--mode", "bracket", "--periods", "1-3"]);
    expect(early.rows[0].rates[0]).toMatchObject({ eligible: 0, rate: null });
  });

  test.each([
    [["--periods", "1;7"], 2, "usage.bad-periods"],
    [["--periods", "1-7"], 2, "usage.bad-periods"],
    [["--periods", "7-1", "--mode", "bracket"], 2, "usage.bad-periods"],
    [["--periods", "1", "--until", "yesterday"], 2, "usage.bad-instant"],
    [["--periods", "1", "--mode", "sometimes"], 2, "usage.bad-choice"],
    [["--periods", "1", "--start", "hone"], 1, "events.unknown-event"],
    [["--periods", "1", "--time-zone", "Mars/Olympus"], 1, "calendar.unknown-time-zone"],
  ])("%j is refused", async (options, code, problem) => {
    expect((await json(["retention", ...log, ...options])).error.code).toBe(problem);
    expect((await cx(["retention", ...log, ...options])).code).toBe(code);
  });

  test("a log in which nobody starts says so, and rows without an actor are told of", async () => {
    await put("blank.csv", "who,at,what\n,2026-01-01T00:00:00Z,open\n");
    const { out, err } = await cx([
      "retention",
      "blank.csv",
      "--actor",
      "who",
      "--time",
      "at",
      "--event",
      "what",
      "--periods",
      "1",
    ]);
    expect(out).toContain("Nobody started");
    expect(err).toContain("1 rows were left out");
  });
});

describe("cx paths", () => {
  const run = ["paths", ...log, "--gap", "30m", "--first", "4"];

  test("moves and sessions agree with a count in Python; Sankey links carry them", async () => {
    const { result } = await json(run);
    expect(result.sessions).toBe(counted.sessions);
    const moves = result.edges.map((edge: Record<string, unknown>) => [
      edge["position"],
      edge["from"],
      edge["to"],
      edge["count"],
    ]);
    const sorted = (list: unknown[]) => list.map((move) => JSON.stringify(move)).sort();
    expect(sorted(moves)).toEqual(sorted(counted.moves));
    const carried = result.sankey.links.reduce((sum: number, { value }: { value: number }) => sum + value, 0);
    expect(carried).toBe(counted.moves.reduce((sum, move) => sum + Number(move[3]), 0));
  });

  test("lostness on the way to a goal agrees with Python at 1e-12", async () => {
    const { result } = await json([...run, "--from", "home", "--to", "purchase"]);
    const { lostness } = result;
    expect(lostness).toMatchObject({
      sessions: counted.lostness.sessions,
      reached: counted.lostness.reached,
    });
    expect(lostness.shortest).toHaveLength(counted.lostness.required);
    expect(lostness.meanLostness).toBeCloseTo(counted.lostness.mean, 12);
    expect(lostness.medianLostness).toBeCloseTo(counted.lostness.median, 12);
    expect(lostness.lost).toBe(counted.lostness.lost);
    expect(lostness.meanRatio).toBeCloseTo(counted.lostness.ratio, 12);
  });

  test("the top events and the rest, in both languages; Sankey data in a file", async () => {
    const said = await cx([...run, "--top", "2", "--lang", "zh", "--from", "home", "--to", "purchase"]);
    expect(said.out).toContain("（其他）");
    expect(said.out).toContain("迷失度");
    expect((await cx([...run, "-o", "paths.json"])).code).toBe(0);
    const { result } = JSON.parse(await readFile(join(folder(), "paths.json"), "utf8"));
    expect(result.sankey.nodes[0]).toMatchObject({ position: 0 });
  });

  test("declared links, sessions by a column, looking back from a goal", async () => {
    await put(
      "way.csv",
      "who,at,what,visit\na,1000000000000,home,v1\na,1000000001000,list,v1\na,1000000002000,help,v1\na,1000000003000,list,v1\na,1000000004000,pay,v1\nb,1000000000000,home,v2\nb,1000000001000,pay,v2\n",
    );
    const way = [
      "paths",
      "way.csv",
      "--actor",
      "who",
      "--time",
      "at",
      "--event",
      "what",
      "--session",
      "visit",
    ];
    const { result } = await json([...way, "--from", "home", "--to", "pay", "--links", "home>list,list>pay"]);
    // Smith's formula by hand: N = 4, S = 5, R = 3.
    expect(result.lostness).toMatchObject({ reached: 2, shortCuts: 1, meanRatio: 0.5 });
    expect(result.lostness.meanLostness).toBeCloseTo(Math.sqrt(0.2 ** 2 + 0.25 ** 2), 12);
    const back = await json([...way, "--before", "pay", "--last", "1"]);
    expect(back.result.edges).toEqual([
      { position: -1, from: "home", to: "pay", count: 1 },
      { position: -1, from: "list", to: "pay", count: 1 },
    ]);
  });

  test.each([
    [[], 2, "usage.session-rule"],
    [["--gap", "30m", "--whole-actor"], 2, "usage.session-rule"],
    [["--whole-actor", "--from", "home"], 2, "usage.needs-both-ends"],
    [
      ["--whole-actor", "--from", "home", "--to", "purchase", "--links", "home-purchase"],
      2,
      "usage.bad-link",
    ],
    [["--whole-actor", "--from", "home", "--to", "purchas"], 1, "events.unknown-event"],
    [["--whole-actor", "--first", "1"], 2, "usage.bad-number"],
    [["--whole-actor", "--first", "3", "--before", "purchase"], 1, "paths.one-end-only"],
  ])("%j is refused", async (options, code, problem) => {
    expect((await json(["paths", ...log, ...options])).error.code).toBe(problem);
    expect((await cx(["paths", ...log, ...options])).code).toBe(code);
  });
});
