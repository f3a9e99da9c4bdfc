import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IndexDefinition, IndexNode } from "../index-definition.js";
import type { IndexResult } from "../index-result.js";
import { scoreIndex } from "../score-index.js";
import { benchmarkUnits } from "./benchmark-units.js";
import { compareIndexResults } from "./compare-index-results.js";
import { competitionRanks } from "./competition-ranks.js";
import type { IndexWave } from "./index-wave.js";
import { linkChain } from "./link-chain.js";
import { linkSeries } from "./link-series.js";
import { trackIndex } from "./track-index.js";
import { yearBefore } from "./year-before.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };

const version = (name: string, best: number, extra: Partial<IndexDefinition> = {}): IndexDefinition => ({
  formatVersion: 1,
  id: "example.x",
  version: name,
  title,
  provenance,
  scale: { lower: 0, upper: 100 },
  root: "x",
  nodes: {
    x: {
      kind: "indicator",
      title,
      provenance,
      unit: "%",
      source: "survey",
      normalise: { method: "goalposts", worst: 0, best, cap: "none" },
    } as IndexNode,
  },
  ...extra,
});

const one = version("1.0.0", 100);
const two = version("2.0.0", 80);
const three = version("3.0.0", 50);

const wave = (definition: IndexDefinition, period: string, x: readonly (number | null)[]): IndexWave => ({
  period,
  result: scoreIndex(definition, { units: x.map((_, row) => `unit ${row}`), columns: { x: [...x] } }),
});

const near = (values: readonly (number | null | undefined)[] | undefined) =>
  values?.map((value) => (typeof value === "number" ? Number(value.toFixed(9)) : value));

describe("links", () => {
  // Values under two are 1.25 times those under one, on the same raw data.
  const old = [wave(one, "2023", [40, 60]), wave(one, "2024", [44, 66])];
  const now = [wave(two, "2024", [44, 66]), wave(two, "2025", [48, 60])];

  test("a change of unit is undone by a multiplicative link, exactly", () => {
    const linked = linkSeries(old, now, { method: "multiplicative" });
    if (linked.status !== "ok") throw new Error(linked.reason);
    expect(near(linked.links[0]?.lines.map((line) => line.slope))).toEqual([0.8, 0.8]);
    expect(near(linked.series[0]?.points.map((point) => point.value))).toEqual([40, 44, 48]);
    expect(linked.series[0]?.points.map((point) => point.links)).toEqual([0, 0, 1]);
  });

  test("one pair tells no error, and says so", () => {
    const linked = linkSeries(old, now, { method: "multiplicative" });
    if (linked.status !== "ok") throw new Error(linked.reason);
    expect(linked.series[0]?.points[2]?.linkError).toBeNull();
    expect(linked.warnings.map(({ code }) => code)).toContain("link.error-unknown");
  });

  test("an additive link of 2 pairs pooled: mean difference, its error by hand", () => {
    // Differences at the overlap: 44 − 55 = −11, 66 − 82.5 = −16.5; mean −13.75, sd 3.889, se 2.75.
    const linked = linkSeries(old, now, { method: "additive", factor: "pooled" });
    if (linked.status !== "ok") throw new Error(linked.reason);
    expect(linked.links[0]?.lines[0]?.intercept).toBeCloseTo(-13.75, 12);
    expect(linked.series[0]?.points[2]?.value).toBeCloseTo(60 - 13.75, 12);
    expect(linked.series[0]?.points[2]?.linkError).toBeCloseTo(2.75, 12);
    expect(linked.warnings).toEqual([]);
  });

  test("the bounded scale is warned of when a linked value leaves it, and then only", () => {
    const far = linkSeries(
      [wave(one, "2024", [90, 95, 20])],
      [wave(two, "2024", [75, 80, 20]), wave(two, "2025", [79, 85, 30])],
      { method: "additive" },
    );
    if (far.status !== "ok") throw new Error(far.reason);
    const outside = far.series.flatMap(({ points }) =>
      points.filter(({ value }) => value !== null && (value < 0 || value > 100)),
    );
    const told = (code: string) => far.warnings.find((warning) => warning.code === code)?.values?.["count"];
    expect(outside.length).toBeGreaterThan(0);
    expect(told("link.outside-scale")).toBe(outside.length);
    expect(told("link.bounded-scale")).toBe(outside.length);
  });

  test("a regression of an exact line has that line and no error", () => {
    const linked = linkSeries(
      [wave(one, "2024", [10, 20, 50])],
      [wave(two, "2024", [10, 20, 50]), wave(two, "2025", [30, 30, 30])],
      { method: "regression", factor: "pooled" },
    );
    if (linked.status !== "ok") throw new Error(linked.reason);
    expect(linked.links[0]?.lines[0]?.slope).toBeCloseTo(0.8, 12);
    expect(linked.series[0]?.points[1]?.value).toBeCloseTo(30, 10);
    expect(linked.series[0]?.points[1]?.linkError).toBeCloseTo(0, 10);
  });

  test("onto the new level, the past is moved instead", () => {
    const linked = linkSeries(old, now, { method: "multiplicative", onto: "new" });
    if (linked.status !== "ok") throw new Error(linked.reason);
    expect(linked.onto.version).toBe("2.0.0");
    expect(near(linked.series[1]?.points.map((point) => point.value))).toEqual([75, 82.5, 75]);
  });

  test("links chain", () => {
    const chain = linkChain([old, now, [wave(three, "2025", [48, 60]), wave(three, "2026", [10, 20])]], {
      method: "multiplicative",
    });
    if (chain.status !== "ok") throw new Error(chain.reason);
    expect(chain.series.map(({ points }) => points.map((point) => point.value?.toFixed(9)))).toEqual([
      ["40.000000000", "44.000000000", "48.000000000", "10.000000000"],
      ["60.000000000", "66.000000000", "60.000000000", "20.000000000"],
    ]);
    expect(chain.series[0]?.points.map((point) => point.links)).toEqual([0, 0, 1, 2]);
  });

  test("refusals name their reasons", () => {
    const reason = (outcome: ReturnType<typeof linkSeries>) =>
      outcome.status === "ok" ? "ok" : outcome.reason;
    expect(reason(linkSeries(old, [wave(two, "2025", [1, 2])], { method: "additive" }))).toBe("no-overlap");
    expect(reason(linkSeries(old, [wave(two, "2024", [null, null])], { method: "additive" }))).toBe(
      "nothing-to-link",
    );
    expect(reason(linkSeries(old, now, { method: "regression" }))).toBe("nothing-to-link");
    expect(reason(linkSeries(old, [...now, wave(three, "2026", [1, 2])], { method: "additive" }))).toBe(
      "mixed-series",
    );
    const batch = { period: "2024", result: { ...now[0]?.result, comparable: false } as IndexResult };
    expect(reason(linkSeries(old, [batch], { method: "additive" }))).toBe("not-comparable-before");
    expect(() => linkSeries(old, now, { method: "additive", overlap: ["2025"] })).toThrow(/not in both/);
  });

  test("a link undoes any change of level: series that differ by a line come out as one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 5, max: 95, noNaN: true }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 30, max: 300 }),
        (values, best) => {
          const other = version("2.0.0", best);
          const linked = linkSeries(
            [wave(one, "a", values)],
            [wave(other, "a", values), wave(other, "b", values)],
            { method: "multiplicative" },
          );
          if (linked.status !== "ok") throw new Error(linked.reason);
          linked.series.forEach(({ points }, row) => {
            expect(points[1]?.value).toBeCloseTo(values[row] ?? 0, 9);
          });
        },
      ),
    );
  });
});

describe("comparison", () => {
  const before = wave(one, "2023", [40, 60, 50, null]).result;
  const after = wave(one, "2024", [70, 60, null, 10]).result;

  test("differences and ranks among the units with both", () => {
    const comparison = compareIndexResults(before, after);
    if (comparison.status !== "ok") throw new Error(comparison.reason);
    expect(comparison.comparability.verdict).toBe("same-definition");
    expect(comparison.nodes[0]?.change).toEqual([30, 0, null, null]);
    expect(comparison.ranks).toEqual([
      { unit: "unit 0", before: 2, after: 1, move: 1 },
      { unit: "unit 1", before: 1, after: 2, move: -1 },
    ]);
  });

  test("there and back changes the sign alone", () => {
    const forth = compareIndexResults(before, after);
    const back = compareIndexResults(after, before);
    if (forth.status !== "ok" || back.status !== "ok") throw new Error("comparable");
    expect(back.nodes[0]?.change.map((value) => value && 0 - value)).toEqual(forth.nodes[0]?.change);
  });

  test("verdicts", () => {
    const verdict = (b: IndexDefinition) => {
      const outcome = compareIndexResults(before, wave(b, "2024", [70, 60, null, 10]).result);
      return outcome.status === "ok"
        ? outcome.comparability.verdict
        : outcome.reasons.map(({ reason }) => reason);
    };
    expect(verdict({ ...one, version: "1.0.1", title: { en: "New", zh: "新" } })).toBe("editorial-only");
    expect(verdict({ ...one, version: "1.1.0", outputs: ["x"] })).toBe("same-scores");
    expect(verdict(two)).toEqual(["definition-changed"]);
    expect(verdict({ ...two, id: "example.y" })).toEqual(["another-index", "definition-changed"]);
  });

  test("scores that look sideways are refused even under one definition", () => {
    const outcome = compareIndexResults(before, { ...after, comparable: false } as IndexResult);
    expect(outcome.status === "ok" ? [] : outcome.reasons.map(({ reason }) => reason)).toEqual([
      "not-comparable-after",
    ]);
  });

  test("a link makes two versions comparable, in either direction", () => {
    const link = linkSeries([wave(one, "2023", [40, 60])], [wave(two, "2023", [40, 60])], {
      method: "multiplicative",
    });
    if (link.status !== "ok") throw new Error(link.reason);
    const [first] = link.links;
    if (!first) throw new Error("one link");
    const b = wave(two, "2024", [44, 66]).result;
    const comparison = compareIndexResults(wave(one, "2023", [40, 60]).result, b, { link: first });
    if (comparison.status !== "ok") throw new Error(comparison.reason);
    expect(comparison.comparability.verdict).toBe("linked");
    expect(comparison.nodes[0]?.change.map((value) => value?.toFixed(9))).toEqual([
      "4.000000000",
      "6.000000000",
    ]);
    const back = compareIndexResults(b, wave(one, "2023", [40, 60]).result, { link: first });
    expect(back.status === "ok" && back.nodes[0]?.change[0]).toBeCloseTo(-4, 9);
    expect(() => compareIndexResults(b, wave(three, "2024", [1, 2]).result, { link: first })).toThrow(
      /link leads from/,
    );
  });

  test("a unit that stands twice is refused", () => {
    const twice = scoreIndex(one, { units: ["a", "a"], columns: { x: [1, 2] } });
    expect(() => compareIndexResults(twice, twice)).toThrow(/more than once/);
  });
});

describe("benchmark", () => {
  test("ranks and percentiles by hand, with ties", () => {
    expect(competitionRanks([3, 1, 3, null, 2])).toEqual([1, 4, 1, null, 3]);
    expect(competitionRanks([3, 1, 3, null, 2], "lower")).toEqual([3, 1, 3, null, 2]);
    const percentiles = (x: readonly number[], options: Parameters<typeof benchmarkUnits>[1]) =>
      benchmarkUnits(wave(one, "2024", x).result, { minimumPeers: 1, ...options }).units.map((unit) =>
        unit.status === "ok" ? unit.percentile : unit.reason,
      );
    expect(percentiles([10, 20, 20, 30], {})).toEqual([0.125, 0.5, 0.5, 0.875]);
    expect(percentiles([10, 20, 20, 30], { percentile: "cumulative" })).toEqual([0.25, 0.625, 0.625, 1]);
    expect(percentiles([10, 20, 20, 30], { percentile: "inclusive", better: "lower" })).toEqual([
      1, 0.5, 0.5, 0,
    ]);
    expect(percentiles([10], { percentile: "inclusive" })).toEqual([null]);
  });

  test("groups, gaps and reasons", () => {
    const { result } = wave(one, "2024", [40, 60, 50, 90, null]);
    const benchmark = benchmarkUnits(result, { peers: ["a", "a", "a", "b", "a"] });
    expect(benchmark.groups).toEqual([
      { group: "a", n: 3, best: 60, bestInClass: ["unit 1"], median: 50 },
      { group: "b", n: 1, best: 90, bestInClass: ["unit 3"], median: 90 },
    ]);
    expect(benchmark.units[0]).toEqual({
      status: "ok",
      unit: "unit 0",
      group: "a",
      value: 40,
      n: 3,
      rank: 3,
      percentile: 0.5 / 3,
      gapToBest: 20,
      leadOverMedian: -10,
    });
    expect(benchmark.units.slice(3).map((unit) => unit.status !== "ok" && unit.reason)).toEqual([
      "too-few-peers",
      "no-value",
    ]);
    expect(() => benchmarkUnits(result, { peers: ["a"] })).toThrow(/There are 1/);
  });

  test("a mean percentile by Hazen's rule is one half, whatever the ties", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (values) => {
        const { units } = benchmarkUnits(wave(one, "2024", values).result, { minimumPeers: 1 });
        const sum = units.reduce(
          (total, unit) => total + (unit.status === "ok" ? (unit.percentile ?? 0) : 0),
          0,
        );
        expect(sum / units.length).toBeCloseTo(0.5, 12);
      }),
    );
  });
});

describe("track", () => {
  test("labels of the year before", () => {
    expect(["2025", "2025-Q1", "2025年3月", "W12", "20251"].map(yearBefore)).toEqual([
      "2024",
      "2024-Q1",
      "2024年3月",
      undefined,
      undefined,
    ]);
  });

  test("changes, years and limits by hand", () => {
    const waves = [50, 54, 52, 56, 90].map((x, index) => wave(one, `202${index}`, [x]));
    const track = trackIndex(waves, { chart: { baseline: 4 } });
    if (track.status !== "ok") throw new Error(track.reason);
    const [unit] = track.units;
    expect(near(unit?.points.map((point) => point.change))).toEqual([null, 4, -2, 4, 34]);

    if (unit?.chart.status !== "ok") throw new Error("a chart");
    // Mean 53, mean moving range 10/3, limits 53 ± 3 · (10/3)/1.128.
    expect(unit.chart.centre).toBeCloseTo(53, 10);
    expect(unit.chart.points[4]?.upper).toBeCloseTo(53 + 10 / 1.128, 10);
    expect(unit.chart.points[4]?.signals).toContain("nelson-1");
  });

  test("waves of two definitions: refused without a link, one level with it", () => {
    const waves = [
      wave(one, "2023", [40]),
      wave(one, "2024", [44]),
      wave(two, "2024", [44]),
      wave(two, "2025", [48]),
    ];
    const refusal = trackIndex(waves);
    expect(refusal.status === "ok" ? "ok" : refusal.reason).toBe("definition-changed");
    const track = trackIndex(waves, { link: { method: "multiplicative" } });
    if (track.status !== "ok") throw new Error(track.reason);
    expect(near(track.units[0]?.points.map((point) => point.value))).toEqual([40, 44, 48]);
    expect(near(track.units[0]?.points.map((point) => point.yearOverYear))).toEqual([null, 4, 4]);
  });
});
