import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/proportions.json" with { type: "json" };
import { binomialDistribution } from "../distributions/binomial.js";
import {
  type ProportionIntervalInput,
  type ProportionIntervalMethod,
  proportionInterval,
} from "./proportion-interval.js";
import { proportionIntervalMethods } from "./registry.js";

const ids = proportionIntervalMethods.map((method) => method.id as ProportionIntervalMethod);

function limits(input: ProportionIntervalInput): { lower: number; upper: number } {
  const interval = proportionInterval(input);
  if (interval.status !== "ok") throw new Error(interval.reason);
  return interval;
}

test("agrees with statsmodels to 1e-11", () => {
  // statsmodels 0.13.5 proportion_confint, fixtures/python/proportions.py; its limits are clipped to 0…1 too.
  expect(figures.single.length).toBe(135);
  for (const [method, successes, trials, level, lower, upper] of figures.single as [
    ProportionIntervalMethod,
    number,
    number,
    number,
    number,
    number,
  ][]) {
    const found = limits({ successes, trials, level, method });
    const label = `${method} ${successes}/${trials} ${level}`;
    expect(Math.abs(found.lower - lower), label).toBeLessThan(1e-11);
    expect(Math.abs(found.upper - upper), label).toBeLessThan(1e-11);
  }
});

test("Wilson, Newcombe's published case 81/263: 0.2553 to 0.3662", () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  const { lower, upper } = limits({ successes: 81, trials: 263 });
  expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
});

test("Brown, Cai and DasGupta differ from Jeffreys only at the ends", () => {
  const bcd = "jeffreys-brown-cai-dasgupta";
  expect(limits({ successes: 0, trials: 10, method: bcd }).lower).toBe(0);
  expect(limits({ successes: 10, trials: 10, method: bcd }).upper).toBe(1);
  expect(limits({ successes: 0, trials: 10, method: bcd }).upper).toBe(
    limits({ successes: 0, trials: 10, method: "jeffreys" }).upper,
  );
  expect(limits({ successes: 0, trials: 10, method: "jeffreys" }).lower).toBeGreaterThan(0);
});

test("the default is Wilson at 0.95, and no trials give no interval", () => {
  expect(proportionInterval({ successes: 3, trials: 7 })).toMatchObject({ level: 0.95, method: "wilson" });
  expect(proportionInterval({ successes: 0, trials: 0 })).toMatchObject({
    status: "not-computable",
    reason: "no-trials",
  });
});

describe("laws", () => {
  // Whole counts, shrunk as an effective size shrinks them.
  const counts = fc
    .tuple(fc.nat(100_000), fc.nat(100_000), fc.double({ min: 0.6, max: 1, noNaN: true }))
    .map(([a, b, factor]) => ({ successes: a * factor, trials: (a + b + 1) * factor }));
  const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

  test.each(ids)("%s stays in 0…1, holds its middle, grows with the level, and mirrors", (method) => {
    fc.assert(
      fc.property(counts, level, ({ successes, trials }, level) => {
        const { lower, upper } = limits({ successes, trials, level, method });
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(upper);
        const wider = limits({ successes, trials, level: (1 + level) / 2, method });
        expect(wider.lower).toBeLessThanOrEqual(lower + 1e-12);
        expect(wider.upper).toBeGreaterThanOrEqual(upper - 1e-12);
        const mirrored = limits({ successes: trials - successes, trials, level, method });
        expect(1 - mirrored.upper).toBeCloseTo(lower, 9);
      }),
    );
  });

  test.each(ids)("%s: the share itself lies inside, but for Jeffreys at the ends", (method) => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        fc.pre(method !== "jeffreys" || successes > 0);
        const { lower, upper } = limits({ successes, trials, method });
        const share = successes / trials;
        expect(lower).toBeLessThanOrEqual(share + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });
});

test("Clopper–Pearson limits leave half of α in each binomial tail", () => {
  const { lower, upper } = limits({ successes: 7, trials: 40, method: "clopper-pearson" });
  expect(binomialDistribution.survival(6, 40, lower)).toBeCloseTo(0.025, 13);
  expect(binomialDistribution.cdf(7, 40, upper)).toBeCloseTo(0.025, 13);
});

test("mistakes are named", () => {
  const code = (input: unknown) => {
    try {
      proportionInterval(input as ProportionIntervalInput);
    } catch (thrown) {
      return thrown as { code: string; path: unknown[]; message: string };
    }
    return undefined;
  };
  expect(code({ successes: 8, trials: 7 })).toMatchObject({
    code: "parameter.out-of-range",
    path: ["successes"],
    message: "successes must be at most the number of trials, 7; found 8. Choose a value in that range.",
  });
  expect(code({ successes: 3, trials: 7, level: 95 })?.code).toBe("level.out-of-range");
  expect(code({ successes: 3, trials: 7, method: "wilsen" })?.message).toContain("Choose one of: wilson,");
  expect(code({ successes: "3", trials: 7 })?.code).toBe("argument.not-a-number");
  expect(code(7)?.code).toBe("argument.not-an-object");
});

test("every method can be catalogued", () => {
  expect(new Set(ids).size).toBe(10);
  for (const method of proportionIntervalMethods) {
    for (const text of [
      method.title.en,
      method.title.zh,
      method.source,
      method.formula,
      method.edgeCases.en,
      method.edgeCases.zh,
    ]) {
      expect(text.length).toBeGreaterThan(3);
    }
  }
});
