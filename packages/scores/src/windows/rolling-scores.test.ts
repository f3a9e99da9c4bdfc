import fc from "fast-check";
import { expect, test } from "vitest";
import { csatMean5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { estimateScore } from "../estimate-score.js";
import { mergeTallies } from "../merge-tallies.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { rollingScores } from "./rolling-scores.js";

function week(detractors: number, promoters: number) {
  return tallyFromCounts({ 0: detractors, 10: promoters }, nps.scale);
}

const weeks = [
  { period: "2024-W01", tally: week(10, 30) },
  { period: "2024-W02", tally: week(3, 0) },
  { period: "2024-W03", tally: week(20, 77) },
  { period: "2024-W04", tally: week(0, 0) },
];

test("windows pool answers, by hand", () => {
  const found = rollingScores(weeks, { width: 2 }, "nps");
  expect(found.map(({ period, from, periods, partial }) => [period, from, periods, partial])).toEqual([
    ["2024-W01", "2024-W01", 1, true],
    ["2024-W02", "2024-W01", 2, false],
    ["2024-W03", "2024-W02", 2, false],
    ["2024-W04", "2024-W03", 2, false],
  ]);
  // (30 − 13) / 43, (77 − 23) / 100, 57 / 97; the averages of weekly scores would be −25, −20.6 and no number.
  const scores = found.map(({ estimate }) => (estimate.status === "ok" ? estimate.value : null));
  expect(scores).toEqual([50, 1700 / 43, 54, 5700 / 97]);
});

test("a window of the width of the series is the score of all; width 1 is each period", () => {
  const tally = fc.tuple(fc.nat(20), fc.nat(20)).map(([down, up]) => week(down, up));
  fc.assert(
    fc.property(fc.array(tally, { minLength: 1, maxLength: 8 }), (tallies) => {
      const series = tallies.map((tally, period) => ({ period, tally }));
      const whole = rollingScores(series, { width: series.length }, nps).at(-1);
      expect(whole?.partial).toBe(false);
      expect(whole?.estimate).toEqual(estimateScore(mergeTallies(...tallies), nps));
      const single = rollingScores(series, { width: 1 }, nps);
      expect(single.map(({ estimate }) => estimate)).toEqual(
        tallies.map((tally) => estimateScore(tally, nps)),
      );
      expect(single.some(({ partial }) => partial)).toBe(false);
    }),
  );
});

test("a window without answers says so, no series gives no windows", () => {
  expect(rollingScores(weeks, { width: 1 }, nps)[3]?.estimate).toMatchObject({ reason: "no-valid-answers" });
  expect(rollingScores([], { width: 3 }, nps)).toEqual([]);
  expect(rollingScores(weeks, { width: 9 }, nps).every(({ partial }) => partial)).toBe(true);
});

test("the level reaches the intervals", () => {
  const [first] = rollingScores(weeks, { width: 2, level: 0.8 }, nps);
  expect(first?.estimate).toMatchObject({ interval: { level: 0.8 } });
});

test("what is not a series is refused", () => {
  const loosely = rollingScores as (...input: readonly unknown[]) => unknown;
  const cases: readonly (readonly [unknown, unknown, string])[] = [
    [weeks, { width: 0 }, "option.not-allowed"],
    [weeks, { width: 1.5 }, "option.not-allowed"],
    [weeks, { width: 2, averaging: true }, "option.unknown"],
    [weeks, undefined, "option.not-allowed"],
    [{ a: 1 }, { width: 2 }, "periods.not-a-list"],
    [[{ tally: week(1, 2) }], { width: 2 }, "periods.not-a-list"],
    [[weeks[0], weeks[0]], { width: 2 }, "period.repeated"],
    [[{ period: 1, tally: {} }], { width: 2 }, "scale.not-allowed"],
  ];
  for (const [periods, options, code] of cases)
    expect(() => loosely(periods, options, nps)).toThrow(expect.objectContaining({ code }));
  expect(() => rollingScores(weeks, { width: 2 }, csatMean5)).toThrow(
    expect.objectContaining({ code: "score.scale-mismatch" }),
  );
});
