import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/r/net-share-score.json" with { type: "json" };
import {
  type NetShareIntervalInput,
  type NetShareIntervalMethod,
  netShareInterval,
} from "./net-share-interval.js";
import { netShareIntervalMethods } from "./registry.js";

const ids = netShareIntervalMethods.map((method) => method.id as NetShareIntervalMethod);

function limits(input: NetShareIntervalInput) {
  const interval = netShareInterval(input);
  if (interval.status !== "ok") throw new Error(interval.reason);
  return interval;
}

test.each(figures.rows)(
  "score limits of %d and %d of %d at %d agree with a numerical maximisation",
  (...row) => {
    // R 4.2.2 optimise and uniroot on the trinomial likelihood, fixtures/r/net-share-score.R; uniroot stops near 1e-12.
    const [up = 0, down = 0, n = 0, level = 0, lower = 0, upper = 0] = row;
    const found = limits({ upper: up / n, lower: down / n, n, level });
    expect(Math.abs(found.lower - lower)).toBeLessThan(1e-11);
    expect(Math.abs(found.upper - upper)).toBeLessThan(1e-11);
  },
);

test.each([
  [50, 20, 100, 14.05, 44.2],
  [10, 4, 20, -5.72, 57.9],
  [600, 250, 1000, 29.62, 40.17],
  [0, 0, 10, -18.47, 18.47],
])("adjusted Wald of %d and %d of %d, in points", (up, down, n, lower, upper) => {
  // Figures of the MeasuringU worked example and of R scripts that follow Rocks (2016); two decimals.
  const found = limits({ upper: up / n, lower: down / n, n, method: "nps-adjusted-wald" });
  expect(Math.abs(100 * found.lower - lower)).toBeLessThan(0.0051);
  expect(Math.abs(100 * found.upper - upper)).toBeLessThan(0.0051);
});

test("ten promoters of ten", () => {
  const input = { upper: 1, lower: 0, n: 10 };
  // Closed form: 1 − 2z²/(n + z²), with z² from R's qchisq(0.95, 1).
  const square = 3.841458820694124;
  expect(limits(input).lower).toBeCloseTo(1 - (2 * square) / (10 + square), 13);
  expect(limits(input).upper).toBe(1);
  expect(limits({ ...input, upper: 0, lower: 1 }).lower).toBe(-1);
  const adjusted = limits({ ...input, method: "nps-adjusted-wald" });
  expect(adjusted.upper).toBe(1);
  expect(adjusted.rawUpper).toBeCloseTo(1.063, 3);
  expect(limits({ ...input, method: "nps-wald" })).toMatchObject({ lower: 1, upper: 1, rawUpper: 1 });
  expect(netShareInterval({ ...input, method: "nps-t" })).toMatchObject({ reason: "no-variation" });
});

test("few answers", () => {
  expect(netShareInterval({ upper: 0, lower: 0, n: 0 })).toMatchObject({ reason: "no-observations" });
  expect(netShareInterval({ upper: 1, lower: 0, n: 1, method: "nps-t" })).toMatchObject({
    reason: "single-observation",
  });
  expect(limits({ upper: 1, lower: 0, n: 1 }).lower).toBeCloseTo(-0.586901371245525, 12);
});

test("nps-t is the t interval of the answers scored −1, 0 and +1", () => {
  // R 4.2.2: t.test(rep(c(1, 0, -1), c(50, 30, 20)))$conf.int
  const found = limits({ upper: 0.5, lower: 0.2, n: 100, method: "nps-t" });
  expect(found.lower).toBeCloseTo(0.144246980162, 11);
  expect(found.upper).toBeCloseTo(0.455753019838, 11);
});

describe("laws", () => {
  const shares = fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([a, b]) => ({ upper: a * b, lower: a * (1 - b) }));
  const n = fc.double({ min: 2, max: 1e5, noNaN: true });

  // The bootstrap takes whole counts only: its laws stand in bootstrap.test.ts.
  const smooth = ids.filter((id) => id !== "nps-bootstrap");
  test.each(smooth)("%s stays in −1…1, mirrors, and narrows with n", (method) => {
    fc.assert(
      fc.property(shares, n, ({ upper, lower }, n) => {
        fc.pre(upper + lower > 1e-6 && upper < 0.999999 && lower < 0.999999);
        const found = limits({ upper, lower, n, method });
        expect(found.lower).toBeGreaterThanOrEqual(-1);
        expect(found.upper).toBeLessThanOrEqual(1);
        expect(found.lower).toBeLessThanOrEqual(found.upper);
        const mirrored = limits({ upper: lower, lower: upper, n, method });
        expect(mirrored.lower).toBeCloseTo(-found.upper, 11);
        const larger = limits({ upper, lower, n: 4 * n, method });
        expect(larger.upper - larger.lower).toBeLessThanOrEqual(found.upper - found.lower + 1e-12);
      }),
      // The quadrature takes milliseconds.
      { numRuns: method === "nps-dirichlet" ? 25 : 100 },
    );
  });

  test("the score interval holds the estimate", () => {
    fc.assert(
      fc.property(shares, n, ({ upper, lower }, n) => {
        const found = limits({ upper, lower, n });
        expect(found.lower).toBeLessThanOrEqual(upper - lower);
        expect(found.upper).toBeGreaterThanOrEqual(upper - lower);
      }),
    );
  });
});

describe("exact coverage by enumerating every sample of n answers", () => {
  const logFactorials = [0];
  for (let k = 1; k <= 100; k++) logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
  const logFactorial = (k: number) => logFactorials[k] ?? 0;

  function coverage(method: NetShareIntervalMethod, [d, p, r]: readonly number[], n: number): number {
    const truth = (r ?? 0) - (d ?? 0);
    let covered = 0;
    for (let down = 0; down <= n; down++) {
      for (let up = 0; up + down <= n; up++) {
        const rest = n - up - down;
        const interval = netShareInterval({ upper: up / n, lower: down / n, n, method });
        // The table counts a degenerate t interval as the point it would be.
        const inside =
          interval.status === "ok"
            ? interval.lower <= truth + 1e-12 && interval.upper >= truth - 1e-12
            : Math.abs((up - down) / n - truth) < 1e-12;
        if (!inside) continue;
        covered += Math.exp(
          logFactorial(n) -
            logFactorial(up) -
            logFactorial(down) -
            logFactorial(rest) +
            up * Math.log(r ?? 0) +
            down * Math.log(d ?? 0) +
            rest * Math.log(p ?? 0),
        );
      }
    }
    return covered;
  }

  // Enumerated independently of this code (Python, three decimals).
  test.each([
    [[0.15, 0.25, 0.6], 10, 0.899, 0.913, 0.956, 0.963],
    [[0.15, 0.25, 0.6], 50, 0.939, 0.947, 0.952, 0.952],
    [[0.03, 0.12, 0.85], 10, 0.793, 0.802, 0.949, 0.965],
    [[0.03, 0.12, 0.85], 50, 0.923, 0.923, 0.964, 0.955],
    [[0.01, 0.04, 0.95], 10, 0.4, 0.401, 0.914, 0.962],
    [[0.01, 0.04, 0.95], 100, 0.906, 0.907, 0.97, 0.961],
    [[0.48, 0.04, 0.48], 10, 0.873, 0.971, 0.913, 0.971],
    [[0.1, 0.8, 0.1], 10, 0.937, 0.987, 0.998, 0.987],
  ] as const)("truth %j, n = %d", (truth, n, wald, t, adjusted, score) => {
    const found = (["nps-wald", "nps-t", "nps-adjusted-wald", "nps-score"] as const).map((method) =>
      coverage(method, truth, n),
    );
    for (const [index, expected] of [wald, t, adjusted, score].entries()) {
      expect(Math.abs((found[index] ?? 0) - expected), `column ${index}`).toBeLessThan(0.00051);
    }
  });
});

test("shares that overlap are refused", () => {
  expect(() => netShareInterval({ upper: 0.7, lower: 0.4, n: 10 })).toThrow(
    expect.objectContaining({ code: "shares.exceed-one" }),
  );
  expect(() => netShareInterval({ upper: 50, lower: 20, n: 10 })).toThrow(
    expect.objectContaining({ code: "parameter.out-of-range" }),
  );
});
