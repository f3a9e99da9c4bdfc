import { expect, test } from "vitest";
import figures from "../../fixtures/r/comparisons.json" with { type: "json" };
import { binomialDistribution } from "../distributions/binomial.js";
import { type ProportionIntervalMethod, proportionInterval } from "./proportion-interval.js";

test("mid-p, logit and the arcsines agree with R to 1e-10", () => {
  // R 4.2.2: mid-p by uniroot on pbeta (stops near 1e-12), the others by plogis, qbeta and asin; fixtures/r/comparisons.R.
  expect(figures.single.length).toBe(108);
  for (const [method, successes, trials, level, lower, upper] of figures.single as [
    ProportionIntervalMethod,
    number,
    number,
    number,
    number,
    number,
  ][]) {
    const found = proportionInterval({ successes, trials, level, method });
    if (found.status !== "ok") throw new Error(found.reason);
    const label = `${method} ${successes}/${trials} ${level}`;
    expect(Math.abs(found.lower - lower), label).toBeLessThan(1e-10);
    expect(Math.abs(found.upper - upper), label).toBeLessThan(1e-10);
  }
});

test("mid-p limits leave half of α in each tail, half of the observed count counted", () => {
  const found = proportionInterval({ successes: 7, trials: 40, method: "mid-p" });
  if (found.status !== "ok") throw new Error(found.reason);
  const beyond = binomialDistribution.survival(7, 40, found.lower);
  const reached = binomialDistribution.survival(6, 40, found.lower);
  expect((beyond + reached) / 2).toBeCloseTo(0.025, 13);
});

test("mid-p lies inside clopper-pearson", () => {
  for (let successes = 0; successes <= 25; successes++) {
    const [mid, exact] = (["mid-p", "clopper-pearson"] as const).map((method) =>
      proportionInterval({ successes, trials: 25, method }),
    );
    if (mid?.status !== "ok" || exact?.status !== "ok") throw new Error("no interval");
    expect(mid.lower).toBeGreaterThanOrEqual(exact.lower);
    expect(mid.upper).toBeLessThanOrEqual(exact.upper);
  }
});
