import { describe, expect, test } from "vitest";
import { aalenJohansen } from "./aalen-johansen.js";
import { kaplanMeier } from "./kaplan-meier.js";
import { logRank } from "./log-rank.js";

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}

const times = [5, 2, 1, 3, 2, 4, 6, 5];
const events = [1, 1, 1, 0, 0, 1, 0, 1];

describe("a curve by hand", () => {
  const curve = () => ok(kaplanMeier({ times, events, at: [4.5, 7, 2, 0.5] }));

  test("who was at risk, had the event or was lost, point by point and in the table", () => {
    const found = curve();
    expect([found.n, found.events, found.censored]).toEqual([8, 5, 3]);
    const rowOf = ({ time, atRisk, events, censored, survival }: (typeof found.points)[number]) => [
      time,
      atRisk,
      events,
      censored,
      Number(survival.toFixed(12)),
    ];
    expect(found.points.map(rowOf)).toEqual([
      [1, 8, 1, 0, 0.875],
      [2, 7, 1, 1, 0.75],
      [4, 4, 1, 1, 0.5625],
      [5, 3, 2, 0, 0.1875],
    ]);
    expect(found.table.map(rowOf)).toEqual([
      [0.5, 8, 0, 0, 1],
      [2, 7, 2, 1, 0.75],
      [4.5, 3, 3, 2, 0.5625],
      [7, 0, 5, 3, 0.1875],
    ]);
    // Greenwood: 1/(8 · 7) + 1/(7 · 6) + 1/(4 · 3) + 2/(3 · 1).
    expect(found.points[3]?.standardError).toBeCloseTo(
      0.1875 * Math.sqrt(1 / 56 + 1 / 42 + 1 / 12 + 2 / 3),
      12,
    );
  });

  test("the restricted mean, its error and its limits, cut to the time looked at", () => {
    const mean = ok(curve().restrictedMean);
    // Areas 1, 0.875, 1.5, 0.5625 and 0.1875; what lies ahead of each event 3.125, 2.25, 0.75 and 0.1875.
    expect(mean.value).toBeCloseTo(4.125, 12);
    const error = Math.sqrt(3.125 ** 2 / 56 + 2.25 ** 2 / 42 + 0.75 ** 2 / 12 + (2 * 0.1875 ** 2) / 3);
    expect(mean.standardError).toBeCloseTo(error, 12);
    if (mean.interval.status !== "ok") throw new Error(mean.interval.reason);
    expect(mean.interval.lower).toBeCloseTo(4.125 - 1.959963984540054 * error, 10);
    expect(mean.interval.upper).toBeCloseTo(4.125 + 1.959963984540054 * error, 10);
    const wide = ok(ok(kaplanMeier({ times, events, level: 1 - 1e-12 })).restrictedMean);
    expect(wide.interval).toMatchObject({ lower: 0, upper: 6 });
  });

  test("a curve that has come down to 0 has a mean beyond its last time, another has none", () => {
    const down = ok(kaplanMeier({ times: [1, 2], events: [1, 1], until: 3 }));
    expect(down.restrictedMean).toMatchObject({ status: "ok", value: 1.5 });
    expect(ok(down.restrictedMean).standardError).toBeCloseTo(Math.sqrt(0.125), 12);
    expect(ok(kaplanMeier({ times, events, until: 7 })).restrictedMean.status).toBe("not-computable");
    // Up to an event itself: 1 + 0.875 + 1.5.
    expect(ok(ok(kaplanMeier({ times, events, until: 4 })).restrictedMean).value).toBeCloseTo(3.375, 12);
  });

  test("the median is the first time at or below one half, or the middle of a flat piece at one half", () => {
    expect(curve().median).toMatchObject({ value: 5 });
    // ½ from 2 to 3.
    expect(ok(kaplanMeier({ times: [1, 2, 3, 4], events: [1, 1, 1, 1] })).median).toMatchObject({
      value: 2.5,
    });
  });
});

describe("the log-rank test", () => {
  test("a group that was lost before the first event takes no part in it", () => {
    const groups = ["a", "b", "a", "b", "a", "b", "a", "b"];
    const two = ok(logRank({ times, events, groups }));
    const three = ok(logRank({ times: [0.1, ...times], events: [0, ...events], groups: ["c", ...groups] }));
    expect(two.groups.map(({ n }) => n)).toEqual([4, 4]);
    expect(three.groups.map(({ n, expected }) => [n, expected > 0])).toEqual([
      [1, false],
      [4, true],
      [4, true],
    ]);
    expect(three.degreesOfFreedom).toBe(1);
    expect(three.chiSquared).toBeCloseTo(two.chiSquared, 12);
  });

  test("no subject, or no event, has no test", () => {
    expect(logRank({ times: [], events: [], groups: [] })).toMatchObject({
      status: "not-computable",
      reason: "no-observations",
    });
    expect(logRank({ times: [1, 2], events: [0, 0], groups: ["a", "b"] })).toMatchObject({
      status: "not-computable",
      reason: "no-events",
    });
  });
});

test("outcomes that exclude one another are counted each, and those who were lost apart", () => {
  const outcomes = ["signed", "declined", null, "signed", null, "signed"];
  const found = ok(aalenJohansen({ times: [1, 2, 3, 4, 5, 4], outcomes }));
  expect([found.n, found.censored]).toEqual([6, 2]);
  expect(found.outcomes.map(({ outcome, events }) => [outcome, events])).toEqual([
    ["signed", 3],
    ["declined", 1],
  ]);
  // 1/6, and 2/3 of the 4/6 that still wait at 4.
  expect(found.outcomes[0]?.final).toBeCloseTo(1 / 6 + (4 / 6) * (2 / 3), 12);
  expect(found.waiting).toBeCloseTo(4 / 18, 12);
  expect(aalenJohansen({ times: [], outcomes: [] })).toMatchObject({ reason: "no-observations" });
});
