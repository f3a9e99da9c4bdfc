import { proportionInterval } from "@cxmetrics/stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/funnel-mathematics.json" with { type: "json" };
import survey from "../../fixtures/r/clustered-rate.json" with { type: "json" };
import {
  compareClusteredRates,
  compareFunnels,
  correlateFunnel,
  estimateClusteredRate,
  type FunnelTally,
  orderedFunnel,
  rankDropOff,
  sampleRatioMismatch,
  simultaneousStepIntervals,
} from "../index.js";

const tallyOf = (counts: readonly number[], digest = "sha256:00"): FunnelTally => ({
  definition: { id: "x", version: "1.0.0", digest },
  stepNames: counts.map((_, index) => `s${index}`),
  counts,
  elapsedMs: counts.slice(1).map(() => []),
  actors: counts[0] as number,
  events: 0,
});

/** scipy prints 17 digits. */
const near = (actual: number | null | undefined, wanted: number, tolerance = 1e-9) =>
  expect(Math.abs((actual ?? Number.NaN) - wanted)).toBeLessThanOrEqual(
    tolerance * Math.max(1e-3, Math.abs(wanted)),
  );

describe(`against ${figures.tool}`, () => {
  test.each(figures.sampleRatio)("sample ratio $counts", ({ counts, shares, chiSquared, p }) => {
    const check = sampleRatioMismatch(counts, shares ?? undefined);
    if (check.status !== "ok") throw new Error("no check");
    near(check.chiSquared, chiSquared);
    near(check.p, p);
    expect(check.alarm).toBe(p < 0.001);
  });

  test.each(figures.comparisons)("two funnels $a $b", ({ a, b, level, lower, upper, z, p, fisher }) => {
    const [one, other] = [a, b].map(([successes, trials]) =>
      tallyOf([trials as number, successes as number]),
    );
    const result = compareFunnels(one as FunnelTally, other as FunnelTally, { level, test: "fisher" });
    const { overall } = result;
    if (overall?.status !== "ok" || overall.tests.pooledZ.status !== "ok") throw new Error("no comparison");
    near(overall.interval.lower, lower);
    near(overall.interval.upper, upper);
    near(overall.tests.pooledZ.z, z);
    near(overall.tests.pooledZ.p, p);
    near(result.steps[0]?.adjustedP, fisher);
  });

  test("clustered rates: numpy, and R's survey", () => {
    const { actors, ...wanted } = figures.clustered;
    const rate = estimateClusteredRate(actors);
    if (rate.status !== "ok" || rate.interval.status !== "ok") throw new Error("no rate");
    near(rate.rate, wanted.rate);
    near(rate.standardError, wanted.standardError);
    near(rate.interval.lower, wanted.lower);
    near(rate.interval.upper, wanted.upper);
    const [y, n] = [
      [2, 1, 0, 4, 3, 0, 6],
      [3, 1, 5, 4, 7, 2, 9],
    ];
    const small = estimateClusteredRate(y.map((successes, nth) => ({ successes, trials: n[nth] as number })));
    if (small.status !== "ok" || small.interval.status !== "ok") throw new Error("no rate");
    near(small.rate, survey.rate);
    near(small.standardError, survey.standardError);
    near(small.interval.lower, survey.lower);
    near(small.interval.upper, survey.upper);
  });

  test.each(figures.gains)(
    "gain from step $step of $counts",
    ({ counts, target, lambda, step, gain, lower, upper }) => {
      const rates = counts.slice(1).map((_, index) => (index === step ? target : 1));
      const ranking = rankDropOff(tallyOf(counts), { benchmark: rates, lambda });
      const found = ranking.steps.find((one) => one.step === `s${step + 1}`);
      near(found?.expectedGain, gain);
      if (found?.gainInterval.status !== "ok") throw new Error("no interval");
      // Their gradient is a finite difference.
      near(found.gainInterval.lower, lower, 1e-7);
      near(found.gainInterval.upper, upper, 1e-7);
    },
  );

  test("correlation: odds ratio, Woolf, Fisher, Benjamini–Hochberg", () => {
    const events: { actor: number; event: string; timeMs: number }[] = [];
    const [{ table: margins }] = figures.correlation as [(typeof figures.correlation)[number]];
    const { a, b, c, d } = margins;
    const entered = a + b + c + d;
    // Actors below a + c convert; those who did event k stand first in each part.
    for (let actor = 0; actor < entered; actor++) {
      events.push({ actor, event: "in", timeMs: 0 });
      for (const [k, { table }] of figures.correlation.entries())
        if (actor < a + c ? actor < table.a : actor - a - c < table.b)
          events.push({ actor, event: `e${k}`, timeMs: 1 });
      if (actor < a + c) events.push({ actor, event: "out", timeMs: 2 });
    }
    const result = correlateFunnel(events, orderedFunnel({ steps: ["in", "out"] }), { leastActors: 1 });
    expect(result).toMatchObject({
      entered,
      converted: a + c,
      warnings: [],
    });
    for (const [k, wanted] of figures.correlation.entries()) {
      const told = result.events.find(({ event }) => event === `e${k}`);
      expect(told?.table).toEqual(wanted.table);
      near(told?.oddsRatio, wanted.oddsRatio);
      near(told?.p, wanted.p);
      near(told?.adjustedP, wanted.adjusted);
      if (told?.interval.status !== "ok") throw new Error("no interval");
      near(told.interval.lower, wanted.lower);
      near(told.interval.upper, wanted.upper);
    }
  });
});

const countsOf = fc
  .array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 5 })
  .map((list) => [...list].sort((x, y) => y - x));

describe("compareFunnels", () => {
  test("exchanging a and b turns the sign; corrections never narrow and never lower a p", () => {
    fc.assert(
      fc.property(countsOf, countsOf, (one, other) => {
        const length = Math.min(one.length, other.length);
        const [a, b] = [tallyOf(one.slice(0, length)), tallyOf(other.slice(0, length))];
        const plain = compareFunnels(a, b, { correction: "none" });
        const turned = compareFunnels(b, a, { correction: "none" });
        const holm = compareFunnels(a, b);
        for (const [nth, { fromPrevious, adjustedP }] of plain.steps.entries()) {
          const [back, corrected] = [turned.steps[nth]?.fromPrevious, holm.steps[nth]];
          if (
            fromPrevious.status !== "ok" ||
            back?.status !== "ok" ||
            corrected?.fromPrevious.status !== "ok"
          )
            continue;
          expect(back.difference).toBeCloseTo(-fromPrevious.difference, 12);
          expect(back.interval.lower).toBeCloseTo(-fromPrevious.interval.upper, 12);
          expect(corrected.fromPrevious.interval.lower).toBeLessThanOrEqual(
            fromPrevious.interval.lower + 1e-12,
          );
          if (adjustedP !== null) expect(corrected.adjustedP).toBeGreaterThanOrEqual(adjustedP - 1e-15);
        }
      }),
    );
  });

  test("an experiment is checked and warns; segments are not; others are refused", () => {
    const [a, b] = [tallyOf([600, 60]), tallyOf([400, 50])];
    expect(compareFunnels(a, b).sampleRatio).toBeNull();
    expect(compareFunnels(a, b, { kind: "experiment" })).toMatchObject({
      sampleRatio: { alarm: true },
      warnings: [{ code: "funnel.sample-ratio-mismatch" }],
    });
    expect(compareFunnels(a, b, { kind: "experiment", shares: [6, 4] }).warnings).toEqual([]);
    expect(() => compareFunnels(a, tallyOf([4, 2], "sha256:11"))).toThrow(
      expect.objectContaining({ code: "funnel.definition-mismatch" }),
    );
    expect(() => compareFunnels(a, tallyOf([4, 2, 1]))).toThrow(
      expect.objectContaining({ code: "funnel.steps-differ" }),
    );
    expect(() => compareFunnels(a, b, { method: "x" as never })).toThrow(
      expect.objectContaining({ code: "method.unknown" }),
    );
    expect(compareFunnels(tallyOf([0, 0]), tallyOf([0, 0])).overall).toMatchObject({ reason: "no-trials" });
    expect(compareFunnels(tallyOf([3]), tallyOf([4]))).toMatchObject({ steps: [], overall: null });
  });
});

describe("simultaneousStepIntervals", () => {
  test("Bonferroni contains Šidák, and one step needs no correction", () => {
    const tally = tallyOf([500, 200, 80, 20]);
    const [wide, narrow] = [
      simultaneousStepIntervals(tally),
      simultaneousStepIntervals(tally, { correction: "sidak" }),
    ];
    // 0.95^(1/3)
    expect(narrow.stepLevel).toBeCloseTo(0.983047572491559, 12);
    for (const [nth, { interval }] of wide.steps.entries()) {
      const inner = narrow.steps[nth]?.interval;
      if (interval.status !== "ok" || inner?.status !== "ok") throw new Error("no interval");
      expect(interval.lower).toBeLessThan(inner.lower);
    }
    expect(simultaneousStepIntervals(tallyOf([5, 2])).stepLevel).toBeCloseTo(0.95, 12);
  });
});

describe("clusters", () => {
  test("one attempt each: Wald's standard error with m − 1; order and actors without attempts change nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 40 }), (list) => {
        const rate = estimateClusteredRate(
          list.map((success) => ({ successes: success ? 1 : 0, trials: 1 })),
        );
        if (rate.status !== "ok") throw new Error("no rate");
        near(rate.standardError, Math.sqrt((rate.rate * (1 - rate.rate)) / (list.length - 1)));
        const again = estimateClusteredRate([
          ...list.reverse().map((success) => ({ successes: success ? 1 : 0, trials: 1 })),
          { successes: 0, trials: 0 },
        ]);
        expect(again).toMatchObject({ rate: rate.rate, actors: rate.actors });
      }),
    );
  });
  test("too few, too alike, too odd", () => {
    expect(estimateClusteredRate([])).toMatchObject({ reason: "no-observations" });
    expect(estimateClusteredRate([{ successes: 1, trials: 2 }])).toMatchObject({ reason: "single-actor" });
    const alike = [
      { successes: 1, trials: 2 },
      { successes: 2, trials: 4 },
    ];
    expect(estimateClusteredRate(alike)).toMatchObject({ interval: { reason: "no-variation" } });
    expect(compareClusteredRates(alike, alike)).toMatchObject({ reason: "no-variation" });
    expect(() => estimateClusteredRate([{ successes: 3, trials: 2 }])).toThrow(
      expect.objectContaining({ code: "funnel.bad-clusters" }),
    );
  });
});

describe("tallies of attempts", () => {
  // Three actors with 2, 3 and 5 attempts, of which 1, 0 and 4 converted: the example of estimateClusteredRate.
  const attempts: FunnelTally = {
    ...tallyOf([10, 5]),
    actors: 3,
    unit: "attempts",
    clusters: { actors: 3, squares: [38, 17], withFirst: [38, 22], withPrevious: [0, 22] },
  };
  test("intervals run at the effective number, with the standard error of the clustered rate", () => {
    const { standardError } = estimateClusteredRate([
      { successes: 1, trials: 2 },
      { successes: 0, trials: 3 },
      { successes: 4, trials: 5 },
    ]) as { standardError: number };
    const effective = 0.25 / standardError ** 2;
    const wanted = proportionInterval({ successes: effective / 2, trials: effective, level: 0.95 });
    const [step] = simultaneousStepIntervals(attempts).steps;
    if (wanted.status !== "ok" || step?.interval.status !== "ok") throw new Error("no interval");
    near(step.interval.lower, wanted.lower);
    const plain = compareFunnels(tallyOf([10, 5]), tallyOf([10, 5])).overall;
    const wide = compareFunnels(attempts, attempts, { kind: "experiment" });
    if (plain?.status !== "ok" || wide.overall?.status !== "ok") throw new Error("no comparison");
    expect(wide.overall.interval.upper).toBeGreaterThan(plain.interval.upper);
    expect(wide.sampleRatio).toMatchObject({ expected: [3, 3] });
    expect(rankDropOff(attempts, { benchmark: [0.8] }).steps[0]).toMatchObject({
      expectedGain: expect.closeTo(3, 9),
      excessInterval: { method: "wilson" },
      gainInterval: { reason: "clustered" },
    });
  });
  test("without clusters there is no interval", () => {
    const { clusters: _, ...bare } = attempts;
    expect(simultaneousStepIntervals(bare).steps[0]?.interval).toMatchObject({ reason: "too-few-actors" });
    expect(compareFunnels(bare, bare).overall).toMatchObject({ reason: "too-few-actors" });
  });
});

describe("sampleRatioMismatch", () => {
  test.each([
    [[5], undefined, "funnel.bad-arms"],
    [[5, 5], [1], "funnel.bad-arms"],
    [[5, 0.5], undefined, "document.wrong-type"],
    [[5, 5], [1, 0], "document.wrong-type"],
  ])("refuses %j %j", (counts, shares, code) => {
    expect(() => sampleRatioMismatch(counts, shares)).toThrow(expect.objectContaining({ code }));
  });
  test("nobody", () => expect(sampleRatioMismatch([0, 0])).toMatchObject({ reason: "no-observations" }));
});

describe("rankDropOff", () => {
  test("lambda scales gains; lost actors add up; with no benchmark and λ = 1 the gain is the lost conversions", () => {
    fc.assert(
      fc.property(countsOf, (counts) => {
        const full = rankDropOff(tallyOf(counts));
        const half = rankDropOff(tallyOf(counts), { lambda: 0.5 });
        expect(full.steps.reduce((sum, { lostActors }) => sum + lostActors, 0)).toBe(
          (counts[0] as number) - (counts.at(-1) as number),
        );
        for (const one of full.steps) {
          const other = half.steps.find(({ step }) => step === one.step);
          if (one.expectedGain === null) continue;
          near(one.expectedGain, one.lostConversions as number);
          near(other?.expectedGain, one.expectedGain / 2);
        }
      }),
    );
  });
  test("a benchmark tally; nothing to gain; unknown rates", () => {
    const ranking = rankDropOff(tallyOf([100, 50, 10]), { benchmark: tallyOf([200, 120, 24]) });
    expect(ranking).toMatchObject({
      lambda: 1,
      steps: [
        {
          step: "s1",
          targetRate: 0.6,
          excessInterval: { method: "newcombe" },
          gainInterval: { method: "delta-log" },
        },
        { step: "s2", expectedGain: 0, gainInterval: { reason: "nothing-to-gain" } },
      ],
    });
    expect(rankDropOff(tallyOf([5, 0, 0])).steps).toMatchObject([
      { step: "s1", lostConversions: null, expectedGain: null, gainInterval: { reason: "rate-unknown" } },
      { step: "s2", rate: null, lostConversions: 0 },
    ]);
  });
  test.each([
    [{ benchmark: [0.5] }, "funnel.bad-benchmark"],
    [{ benchmark: [0.5, 2] }, "funnel.bad-benchmark"],
    [{ lambda: 2 }, "document.wrong-type"],
  ])("refuses %j", (options, code) => {
    expect(() => rankDropOff(tallyOf([5, 4, 3]), options)).toThrow(expect.objectContaining({ code }));
  });
});

describe("correlateFunnel", () => {
  const row = (actor: number, event: string, timeMs: number) => ({ actor, event, timeMs });
  test("only what stands between entry and conversion counts, within the window", () => {
    const events = [
      ...[row(1, "x", 0), row(1, "in", 1), row(1, "out", 2), row(1, "x", 3)],
      ...[row(2, "in", 0), row(2, "x", 11)],
      ...[row(3, "in", 0), row(3, "x", 10)],
    ];
    const definition = orderedFunnel({ steps: ["in", "out"], windowMs: 10 });
    const result = correlateFunnel(events, definition, { leastActors: 1, prior: "none" });
    expect(result.events).toMatchObject([
      {
        event: "x",
        table: { a: 0, b: 1, c: 1, d: 1 },
        oddsRatio: 0,
        direction: "failure",
        interval: { reason: "empty-cell" },
      },
    ]);
  });
  test("small tables are skipped and counted; one outcome and imbalance are warned of", () => {
    const events = [row(1, "in", 0), row(1, "x", 1)];
    const definition = orderedFunnel({ steps: ["in", "out"] });
    expect(correlateFunnel(events, definition)).toMatchObject({
      events: [],
      skipped: 1,
      warnings: [{ code: "funnel.one-outcome" }],
    });
    const many = Array.from({ length: 12 }, (_, actor) => row(actor, "in", 0));
    expect(correlateFunnel([...many, row(0, "out", 1)], definition).warnings).toMatchObject([
      { code: "funnel.imbalanced" },
    ]);
    expect(correlateFunnel([], definition)).toMatchObject({ entered: 0, warnings: [] });
  });
});
