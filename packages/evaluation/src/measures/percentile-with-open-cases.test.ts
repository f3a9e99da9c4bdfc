import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentileWithOpenCases } from "./percentile-with-open-cases.js";

interface Case {
  readonly id: string;
  readonly completed: readonly number[];
  readonly open: number;
  readonly percentile: number;
  readonly level: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

// Printed by fixtures/r/order-statistics.R; null where R gives infinity. Relative tolerance 1e-12.
const { cases } = JSON.parse(
  readFileSync(new URL("../../fixtures/order-statistics.json", import.meta.url), "utf8"),
) as { cases: readonly Case[] };
const near = (value: number) =>
  expect.closeTo(value, 12 - Math.max(0, Math.ceil(Math.log10(Math.abs(value)))));

describe("percentileWithOpenCases", () => {
  it.each(cases)("$id agrees with R", ({ id: _, value, lower, upper, ...input }) => {
    const result = percentileWithOpenCases(input);
    if (value === null)
      expect(result).toMatchObject({ status: "not-computable", reason: "too-many-open-cases" });
    else {
      expect(result).toMatchObject({ status: "ok", value: near(value) });
      expect(result).toMatchObject({
        interval:
          lower === null || upper === null
            ? { status: "not-computable" }
            : { status: "ok", lower: near(lower), upper: near(upper), level: input.level },
      });
    }
  });

  const spans = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 60 });
  const percentile = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  it("lies within its interval, and within the data", () => {
    fc.assert(
      fc.property(spans, fc.nat(20), percentile, (completed, open, p) => {
        const result = percentileWithOpenCases({ completed, open, percentile: p });
        if (result.status !== "ok") return;
        expect(result.value).toBeGreaterThanOrEqual(Math.min(...completed));
        expect(result.value).toBeLessThanOrEqual(Math.max(...completed));
        if (result.interval.status !== "ok") return;
        expect(result.interval.lower).toBeLessThanOrEqual(result.value);
        expect(result.interval.upper).toBeGreaterThanOrEqual(result.value);
      }),
    );
  });

  it("never falls when a case is still open instead of completed", () => {
    fc.assert(
      fc.property(spans, percentile, (completed, p) => {
        fc.pre(completed.length > 1);
        const all = percentileWithOpenCases({ completed, open: 0, percentile: p });
        const fewer = percentileWithOpenCases({ completed: completed.slice(1), open: 1, percentile: p });
        if (all.status === "ok" && fewer.status === "ok")
          expect(fewer.value).toBeGreaterThanOrEqual(all.value);
      }),
    );
  });

  const wholeSpans = fc.array(fc.nat(1e9), { maxLength: 60 });

  it("does not depend on order and scales with its unit", () => {
    fc.assert(
      fc.property(wholeSpans, fc.nat(5), percentile, (completed, open, p) => {
        const one = percentileWithOpenCases({ completed, open, percentile: p });
        const other = percentileWithOpenCases({
          completed: completed.map((x) => x * 2).reverse(),
          open,
          percentile: p,
        });
        expect(other.status).toBe(one.status);
        if (one.status === "ok" && other.status === "ok") expect(other.value).toBe(2 * one.value);
      }),
    );
  });

  it("has nothing to say of no case", () => {
    expect(percentileWithOpenCases({ completed: [], open: 0, percentile: 0.5 })).toMatchObject({
      reason: "no-cases",
    });
  });
});
