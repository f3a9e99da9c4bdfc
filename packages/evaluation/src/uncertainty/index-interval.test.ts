import { covarianceOfScores, tallyJoint } from "@cxmetrics/scores";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoPlan, demoRows, evaluateDemo } from "../../fixtures/demo.js";
import { evaluateMean, type MeanRun, rootOf } from "../../fixtures/uncertain.js";
import { renderSummary } from "../render-summary.js";

const rating = (rating: string, more = {}) => ({
  kind: "score",
  source: "survey",
  definition: "csat.mean-5@1.0.0",
  rating,
  ...more,
});
const survey = [
  [5, 4],
  [4, 5],
  [2, 1],
  [1, 2],
  [3, 3],
  [5, 5],
  [4, null],
  [null, 2],
  [2, 2],
  [5, 3],
].map(([a = null, b = null]) => ({ a, b, x: (a ?? 0) * 7, yes: (b ?? 0) > 3 ? "yes" : "no" }));
const two: MeanRun = {
  leaves: { a: "survey", b: "survey" },
  measures: { a: rating("a"), b: rating("b") },
  rows: { survey },
};
// A leaf runs over 2000 points of 100 on the scale, and the index is the mean of two.
const slope = 100 / 2000 / 2;

describe("indicators of the same rows", () => {
  it("go together as the joint tally of scores says", async () => {
    const scale = { min: 1, max: 5 };
    const column = (name: "a" | "b") => survey.map((row) => row[name]);
    const both = covarianceOfScores(
      tallyJoint(column("a"), column("b"), scale, scale),
      "csat.mean-5",
      "csat.mean-5",
    );
    const result = await evaluateMean(two);
    const [a, b] = [result.estimates["a"]?.["it"], result.estimates["b"]?.["it"]];
    const root = result.roots["it"];
    if (both.status !== "ok" || a?.status !== "ok" || b?.status !== "ok" || root?.status !== "ok")
      throw new Error("no estimate");
    const [sa, sb] = [a.standardError ?? 0, b.standardError ?? 0];
    const expected = slope * Math.sqrt(sa ** 2 + sb ** 2 + 2 * (both.correlation ?? 0) * sa * sb);
    expect(both.correlation).toBeGreaterThan(0.5);
    expect(root.standardError).toBeCloseTo(expected, 12);
    expect(root.interval).toMatchObject({ status: "ok", method: "delta-t" });
    const shares = root.shares?.indicators ?? {};
    expect((shares["a"] ?? 0) + (shares["b"] ?? 0)).toBeCloseTo(1, 12);
    expect(root.shares?.sources).toEqual({ survey: expect.closeTo(1, 12) });
  });

  it("are one measure when they read one column", async () => {
    const once = await rootOf({ ...two, leaves: { a: "survey" }, measures: { a: rating("a") } });
    const twice = await rootOf({ ...two, measures: { a: rating("a"), b: rating("a") } });
    // One leaf has the whole weight, two have half each: the same index.
    expect(twice.standardError).toBeCloseTo(once.standardError ?? 0, 12);
  });

  it("go together whatever their kind: scores, shares, means, ratios", async () => {
    const measures = {
      a: rating("a"),
      b: { kind: "share", source: "survey", column: "yes", in: ["yes"], as: "percent" },
      c: { kind: "mean", source: "survey", column: "x" },
      d: { kind: "ratio-of-sums", source: "survey", numerator: "x", denominator: "one", times: 10 },
    };
    const rows = { survey: survey.map((row) => ({ ...row, one: 1 })) };
    const leaves = { a: "survey", b: "survey", c: "survey", d: "survey" };
    const root = await rootOf({ leaves, measures, rows, sources: { survey: { inference: "sample" } } });
    // c is the mean of x, d ten times the same.
    const cd = { c: measures.c, d: measures.d };
    const both = await rootOf({
      leaves: { c: "survey", d: "survey" },
      measures: cd,
      rows,
      sources: { survey: { inference: "sample" } },
    });
    const alone = await rootOf({ leaves: { c: "survey" }, measures: { c: cd.c }, rows });
    expect(both.standardError).toBeCloseTo(((1 + 10) / 2) * (alone.standardError ?? 0), 10);
    expect(root.interval.status).toBe("ok");
  });

  it("are apart when no row can be in both", async () => {
    const where = (item: string) => ({
      kind: "share",
      source: "checks",
      column: "ok",
      in: ["y"],
      as: "percent",
      where: { item },
    });
    const checks = [..."yyynyyynny"].map((ok, i) => ({ ok, item: i % 2 === 0 ? "p" : "q" }));
    const result = await evaluateMean({
      leaves: { a: "expert", b: "expert" },
      measures: { a: where("p"), b: where("q") },
      rows: { checks },
    });
    const variance = ["a", "b"].reduce((sum, id) => {
      const outcome = result.estimates[id]?.["it"];
      return sum + (outcome?.status === "ok" ? (100 * (outcome.standardError ?? 0)) ** 2 : 0);
    }, 0);
    expect(result.roots["it"]).toMatchObject({
      standardError: expect.closeTo(slope * Math.sqrt(variance), 10),
    });
  });

  it("do not depend on the order of rows, and the weights' unit changes nothing", async () => {
    const weighted = survey.map((row, i) => ({ ...row, w: 1 + (i % 3) }));
    const measures = { a: rating("a", { weight: "w" }), b: rating("b", { weight: "w" }) };
    const expected = await rootOf({ ...two, measures, rows: { survey: weighted } });
    const heavier = await rootOf({
      ...two,
      measures,
      rows: { survey: weighted.map((row) => ({ ...row, w: row.w * 8 })) },
    });
    expect(heavier.standardError).toBeCloseTo(expected.standardError ?? 0, 12);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(weighted, { minLength: weighted.length }), async (rows) => {
        const root = await rootOf({ ...two, measures, rows: { survey: rows } });
        expect(root.standardError).toBeCloseTo(expected.standardError ?? 0, 12);
      }),
      { numRuns: 15 },
    );
  });

  it("give some interval or a reason for any answers, never NaN", async () => {
    const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    const row = fc.record({ a: answer, b: answer, yes: fc.constantFrom("yes", "no", "") });
    const measures = {
      ...two.measures,
      c: { kind: "share", source: "survey", column: "yes", in: ["yes"], as: "percent" },
    };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const leaves = { a: "survey", b: "survey", c: "survey" };
        const result = await evaluateMean({ leaves, measures, rows: { survey: rows } });
        const root = result.roots["it"];
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        if (root?.status !== "ok" || root.interval.status !== "ok") return;
        expect(root.interval.lower).toBeLessThanOrEqual(root.value);
        expect(root.interval.upper).toBeGreaterThanOrEqual(root.value);
        expect(root.standardError ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what the plan must say", () => {
  it("asks what logs stand for, and takes a survey for a sample", async () => {
    const log = { kind: "share", source: "log", column: "ok", in: ["y"], as: "percent" };
    const run = {
      leaves: { a: "behaviour" },
      measures: { a: log },
      rows: { log: [..."yyny"].map((ok) => ({ ok })) },
    };
    const silent = await rootOf(run);
    expect(silent.interval).toMatchObject({
      reason: "inference-not-stated",
      message: { en: expect.stringContaining('"log"'), zh: expect.stringContaining("“log”") },
    });
    const process = await rootOf({ ...run, sources: { log: { inference: "process" } } });
    expect(process.standardError).toBeCloseTo(5 * Math.sqrt((0.75 * 0.25) / 4), 12);
    const fact = await rootOf({ ...run, sources: { log: { inference: "none" } } });
    expect(fact).toMatchObject({ standardError: 0, method: "exact", interval: { status: "ok" } });
  });

  it("takes different sources for different people unless it says samePeople", async () => {
    const run = {
      leaves: { a: "survey", b: "survey" },
      measures: { a: rating("a"), b: rating("b", { source: "panel" }) },
      rows: { survey, panel: survey, between: survey },
    };
    const apart = await rootOf(run);
    expect(apart.interval.status).toBe("ok");
    for (const sources of [
      { survey: { samePeople: ["panel"] } },
      { panel: { samePeople: ["survey"] } },
      { survey: { samePeople: ["between"] }, panel: { samePeople: ["between"] } },
    ])
      expect((await rootOf({ ...run, sources })).interval).toMatchObject({
        reason: "same-people-in-sources",
      });
    await expect(evaluateMean({ ...run, sources: { survey: { samePeople: ["pannel"] } } })).rejects.toThrow(
      expect.objectContaining({ code: "plan.unknown-source" }),
    );
  });

  it("gives no interval to given figures alone, and warns of those among others", async () => {
    const given = { kind: "given", value: 40, basis: "test" };
    const alone = await rootOf({ leaves: { a: "survey" }, measures: { a: given }, rows: {} });
    expect(alone.interval).toMatchObject({ reason: "given-values-only" });
    const result = await evaluateMean({ ...two, measures: { a: given, b: rating("b") } });
    expect(result.roots["it"]).toMatchObject({ interval: { status: "ok" } });
    expect(result.warnings.map(({ code }) => code)).toContain("uncertainty.taken-as-exact");
  });

  it("lets it choose method, draws and seed", async () => {
    const options = (uncertainty: object) => ({ ...two, plan: { options: { uncertainty, level: 0.9 } } });
    const straight = await rootOf(options({ method: "linearised" }));
    const drawn = await rootOf(options({ method: "monte-carlo", draws: 20_000, seed: 5 }));
    expect(drawn.method).toBe("monte-carlo");
    // Answers of nine people: t errors with 8 degrees of freedom have 8/6 of the variance of normal ones.
    expect((drawn.standardError ?? 0) / (straight.standardError ?? 1) / Math.sqrt(8 / 6)).toBeCloseTo(1, 1);
    expect(drawn.interval).toMatchObject({ level: 0.9 });
    await expect(evaluateMean(options({ method: "guess" }))).rejects.toThrow();
    await expect(evaluateMean(options({ draws: 5 }))).rejects.toThrow();
    await expect(evaluateMean(options({ seeds: 5 }))).rejects.toThrow();
  });
});

describe("what has no covariance", () => {
  it("is said: an engine that cannot tally two questions together", async () => {
    const withoutJoint: MeanRun["engine"] = ({ tallyJoint: _, ...engine }) => engine;
    const root = await rootOf({ ...two, engine: withoutJoint ?? ((engine) => engine) });
    expect(root.interval).toMatchObject({
      reason: "engine-without-joint-tally",
      message: { en: expect.stringContaining('"a" and "b"') },
    });
    const single = await rootOf({
      ...two,
      leaves: { a: "survey" },
      measures: { a: rating("a") },
      engine: withoutJoint,
    });
    expect(single.interval.status).toBe("ok");
  });

  it("is said: a percentile and a share of the same rows", async () => {
    const starts = [900, 1500, 2100, 2600, 3300, 1200, 1800, 2500].map((ms, i) => ({
      ms,
      ok: i % 3 === 0 ? "n" : "y",
    }));
    const root = await rootOf({
      leaves: { a: "operational", b: "operational" },
      measures: {
        a: { kind: "duration-percentile", source: "starts", duration: "ms", percentile: 0.5, as: "s" },
        b: { kind: "share", source: "starts", column: "ok", in: ["y"], as: "percent" },
      },
      rows: { starts },
      sources: { starts: { inference: "process" } },
    });
    expect(root.interval).toMatchObject({ reason: "covariance-unknown" });
  });

  it("keeps the answers of people who all agree uncertain (Wilson), and apart from the rest", async () => {
    const rows = { survey: survey.map((row) => ({ ...row, same: 5 })) };
    const top = rating("same", { definition: "csat.top-2-of-5@1.0.0", as: "percent" });
    const root = await rootOf({ leaves: { a: "survey" }, measures: { a: top }, rows });
    const z2 = 1.959963984540054 ** 2;
    // Half the width of Wilson's interval over z: 10 of 10.
    expect(root.standardError).toBeCloseTo((5 * Math.sqrt(z2 / 400)) / (1 + z2 / 10), 10);
    const both = await rootOf({ ...two, measures: { a: top, b: rating("b") }, rows });
    expect(both.interval.status).toBe("ok");
    const nps = rating("ten", { definition: "nps@1.0.0" });
    const loved = { survey: survey.map((row) => ({ ...row, ten: 10 })) };
    expect(
      (await rootOf({ leaves: { a: "survey" }, measures: { a: nps }, rows: loved })).interval,
    ).toMatchObject({ status: "ok" });
  });

  it("knows no error of a mean whose numbers are all alike", async () => {
    const rows = { survey: [1, 2, 3].map(() => ({ x: 4 })) };
    const measures = { a: { kind: "mean", source: "survey", column: "x" } };
    expect((await rootOf({ leaves: { a: "survey" }, measures, rows })).interval).toMatchObject({
      reason: "standard-error-unknown",
    });
  });
});

describe("raters", () => {
  const item = (item: string) => ({
    kind: "rubric-mean",
    source: "experts",
    rater: "rater",
    level: "level",
    levels: { "1": 10, "2": 20, "3": 30, "4": 40, "5": 50 },
    where: { item },
  });
  const rate = (name: string, levels: string) =>
    [...levels].map((level, i) => ({ rater: `r${i}`, item: name, level, channel: "M" }));
  const run: MeanRun = {
    leaves: { a: "expert", b: "expert" },
    measures: { a: item("p"), b: item("q") },
    rows: { experts: [...rate("p", "24355"), ...rate("q", "13454")] },
  };

  it("who gave two figures make them go together, with k − 1 degrees of freedom", async () => {
    const root = await rootOf(run);
    // The mean of both figures, rater by rater, has the standard error of a mean of five.
    const means = [15, 35, 35, 50, 45].map((sum) => sum * 0.05);
    const mean = means.reduce((a, b) => a + b) / 5;
    const spread = Math.sqrt(means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 4 / 5);
    expect(root.standardError).toBeCloseTo(spread, 12);
    if (root.interval.status !== "ok") throw new Error("no interval");
    // t with 4 degrees of freedom: R, qt(0.975, 4).
    expect((root.interval.upper - root.value) / spread).toBeCloseTo(2.7764451051977934, 8);
  });

  it("do not make a survey beside them as unsure as five people", async () => {
    const people = Array.from({ length: 400 }, (_, i) => ({ x: 1 + (i % 5), y: 1 + ((i * i) % 5) }));
    const root = await rootOf({
      leaves: { ...run.leaves, c: "survey", d: "survey" },
      measures: {
        ...run.measures,
        c: { kind: "mean", source: "people", column: "x" },
        d: { kind: "mean", source: "people", column: "y" },
      },
      rows: { ...run.rows, people },
    });
    if (root.interval.status !== "ok") throw new Error("no interval");
    const share = root.shares?.sources["experts"] ?? 0;
    const df = 1 / (share ** 2 / 4 + (1 - share) ** 2 / 399);
    expect(df).toBeGreaterThan(4);
    const t = (root.interval.upper - root.value) / (root.standardError ?? 1);
    expect(t).toBeLessThan(2.7764451051977934);
  });

  it("who rated both sides leave the difference without an interval", async () => {
    const title = { en: "x", zh: "x" };
    const units = ["M", "W"].map((channel) => ({ id: channel, title, attributes: { channel } }));
    const experts = (names: string) =>
      run.rows["experts"]?.flatMap((row) => [
        row,
        { ...row, channel: "W", rater: `${names}${row["rater"]}` },
      ]) ?? [];
    const plan = { units, changes: [{ from: "M", to: "W" }] };
    const sources = { experts: { rows: { channel: "channel" } } };
    const same = await evaluateMean({ ...run, rows: { experts: experts("") }, plan, sources });
    expect(same.changes[0]?.interval).toMatchObject({ reason: "units-may-share" });
    const others = await evaluateMean({ ...run, rows: { experts: experts("other ") }, plan, sources });
    expect(others.changes[0]?.interval).toMatchObject({ status: "ok", method: "mover" });
  });
});

describe("the difference of two units", () => {
  it("has the interval of two independent values, and none where rows overlap", async () => {
    const title = { en: "x", zh: "x" };
    const rows = { survey: survey.map((row, i) => ({ ...row, channel: i % 2 === 0 ? "M" : "W" })) };
    const units = ["M", "W", "*"].map((channel) => ({
      id: channel === "*" ? "all" : channel,
      title,
      attributes: { channel },
    }));
    const result = await evaluateMean({
      ...two,
      rows,
      sources: { survey: { rows: { channel: "channel" } } },
      plan: {
        units,
        changes: [
          { from: "M", to: "W" },
          { from: "all", to: "W" },
        ],
        options: { uncertainty: { method: "linearised" } },
      },
    });
    const [apart, overlapping] = result.changes;
    if (apart?.interval.status !== "ok" || apart.root === null) throw new Error("no interval");
    const half = (id: string) => {
      const root = result.roots[id];
      return root?.status === "ok" && root.interval.status === "ok" ? root.interval.upper - root.value : 0;
    };
    // Symmetric intervals: MOVER is the root of the sum of squares.
    expect(apart.interval.upper - apart.root).toBeCloseTo(Math.hypot(half("M"), half("W")), 12);
    expect(apart.root - apart.interval.lower).toBeCloseTo(Math.hypot(half("M"), half("W")), 12);
    expect(overlapping?.interval).toMatchObject({ reason: "units-may-share" });
  });

  it("is told in the summary, with where the doubt comes from", async () => {
    const sources = {
      survey: { ...demoPlan().sources["survey"] },
      starts: { ...demoPlan().sources["starts"], inference: "process" },
    };
    const starts = Array.from({ length: 30 }, (_, i) => ({ channel: "M", ms: 900 + 97 * i }));
    const changes = [{ from: "web", to: "app" }];
    const result = await evaluateDemo(demoPlan({ sources, changes }), { ...demoRows, starts });
    const page = renderSummary(result, "en");
    expect(page).toMatch(
      /\| App \| simulated \| survey \d+ %, starts \d+ % \| Ease \d+ %, Cold start \d+ % \| 59\.7 \| \[/,
    );
    expect(page).toMatch(/\| Web → App \| limited \| [+-]\d+\.\d \[/);
    expect(renderSummary(result, "zh")).toContain("## 指数的不确定性");
  });
});
