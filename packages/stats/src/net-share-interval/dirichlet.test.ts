import fc from "fast-check";
import { expect, test } from "vitest";
import figures from "../../fixtures/python/net-share-laws.json" with { type: "json" };
import { betaDistribution } from "../distributions/beta.js";
import { dirichletTail } from "./dirichlet-tail.js";
import { netShareInterval } from "./net-share-interval.js";

test("agrees with mpmath's quadrature to 1e-12", () => {
  // mpmath 1.2.1, another decomposition (Beta × Beta), fixtures/python/net-share-laws.py.
  expect(figures.dirichlet.length).toBe(22);
  for (const [
    up = 0,
    middle = 0,
    down = 0,
    prior = 0,
    level = 0,
    lower = 0,
    upper = 0,
  ] of figures.dirichlet) {
    const n = up + middle + down;
    const found = netShareInterval({
      upper: up / n,
      lower: down / n,
      n,
      level,
      prior,
      method: "nps-dirichlet",
    });
    if (found.status !== "ok") throw new Error(found.reason);
    expect(found.prior).toBe(prior);
    expect(Math.abs(found.lower - lower), `${up} ${middle} ${down} ${level}`).toBeLessThan(1e-12);
    expect(Math.abs(found.upper - upper), `${up} ${middle} ${down} ${level}`).toBeLessThan(1e-12);
  }
});

test("at δ = 0 the tail is a beta tail: only upper and lower answers matter", () => {
  // G_u > G_l exactly when the Beta(u, l) share exceeds ½.
  const shape = fc.double({ min: 0.1, max: 3000, noNaN: true });
  fc.assert(
    fc.property(shape, shape, shape, (upper, middle, lower) => {
      const wanted = betaDistribution.survival(0.5, upper, lower);
      expect(Math.abs(dirichletTail({ upper, middle, lower }, 0) - wanted)).toBeLessThan(1e-10);
    }),
  );
});

test("the tail falls from 1 to 0 and its mirror is its complement", () => {
  const shape = fc.double({ min: 0.3, max: 500, noNaN: true });
  const delta = fc.double({ min: -0.99, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(shape, shape, shape, delta, (upper, middle, lower, delta) => {
      const tail = dirichletTail({ upper, middle, lower }, delta);
      expect(tail).toBeGreaterThanOrEqual(0);
      expect(tail).toBeLessThanOrEqual(1);
      expect(dirichletTail({ upper: lower, middle, lower: upper }, -delta)).toBeCloseTo(1 - tail, 10);
      expect(dirichletTail({ upper, middle, lower }, delta + 0.005)).toBeLessThanOrEqual(tail + 1e-12);
    }),
  );
});

test("a stronger prior pulls towards 0, and a prior out of range is refused", () => {
  const input = { upper: 0.8, lower: 0.1, n: 20, method: "nps-dirichlet" } as const;
  const weak = netShareInterval({ ...input, prior: 0.5 });
  const strong = netShareInterval({ ...input, prior: 20 });
  if (weak.status !== "ok" || strong.status !== "ok") throw new Error("no interval");
  expect(strong.upper).toBeLessThan(weak.upper);
  expect(() => netShareInterval({ ...input, prior: 0 })).toThrow(
    expect.objectContaining({ code: "parameter.out-of-range", path: ["prior"] }),
  );
});
