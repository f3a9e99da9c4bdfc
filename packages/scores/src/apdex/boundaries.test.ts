import { netShareInterval } from "@cxmetrics/stats";
import { expect, test } from "vitest";
import { apdex } from "./apdex.js";
import { apdexFromTimes } from "./apdex-from-times.js";

test("standard error and interval of 60 satisfied, 25 tolerating, 15 frustrated", () => {
  const found = apdex({ satisfied: 60, tolerating: 25, frustrated: 15 }, { level: 0.9 });
  if (found.status !== "ok" || found.interval.status !== "ok") throw new Error("no estimate");
  // By hand: mean of 1, ½ and 0 is 0.725, mean square 0.6625, variance 0.136875.
  expect(found.value).toBe(0.725);
  expect(found.standardError).toBeCloseTo(Math.sqrt(0.136875 / 100), 15);
  // Apdex is (1 + net share)/2, and so are its limits.
  const net = netShareInterval({ upper: 0.6, lower: 0.15, n: 100, level: 0.9, method: "nps-score" });
  if (net.status !== "ok") throw new Error(net.reason);
  expect(2 * found.interval.lower - 1).toBeCloseTo(net.lower, 14);
  expect(2 * found.interval.upper - 1).toBeCloseTo(net.upper, 14);
});

test("all samples alike, and the largest counts", () => {
  expect(apdex({ satisfied: 7, tolerating: 0, frustrated: 0 })).toMatchObject({ value: 1, standardError: 0 });
  expect(apdex({ satisfied: 1e11, tolerating: 0, frustrated: 1e11 })).toMatchObject({ value: 0.5 });
});

test("a time of 0 is a time; a target may be as long as times can be; no samples carry no target", () => {
  expect(apdexFromTimes([0, 9], { thresholdMs: 2 })).toMatchObject({ value: 0.5 });
  expect(apdexFromTimes([9], { thresholdMs: 1e15 })).toMatchObject({ value: 1, thresholdMs: 1e15 });
  expect(apdexFromTimes([null], { thresholdMs: 5 })).not.toHaveProperty("thresholdMs");
});
