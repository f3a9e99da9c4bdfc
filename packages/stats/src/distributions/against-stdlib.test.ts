import stdlibBetaCdf from "@stdlib/stats-base-dists-beta-cdf";
import stdlibBetaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import stdlibGammaCdf from "@stdlib/stats-base-dists-gamma-cdf";
import stdlibGammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";
import stdlibTCdf from "@stdlib/stats-base-dists-t-cdf";
import stdlibTQuantile from "@stdlib/stats-base-dists-t-quantile";
import { expect, test } from "vitest";
import { betaDistribution } from "./beta.js";
import { gammaDistribution } from "./gamma.js";
import { tDistribution } from "./t.js";

// A second oracle at ordinary points; versions stand in package.json.
const probabilities = [0.001, 0.025, 0.2, 0.5, 0.7, 0.95, 0.999];
const agree = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected) + 1e-300);

test.each([
  [0.5, 0.5],
  [2, 7.5],
  [81.5, 182.5],
  [1000, 3],
])("beta %d, %d", (a, b) => {
  for (const p of probabilities) {
    const x = betaDistribution.quantile(p, a, b);
    agree(x, stdlibBetaQuantile(p, a, b));
    agree(betaDistribution.cdf(x, a, b), stdlibBetaCdf(x, a, b));
  }
});

test.each([
  [0.5, 2],
  [3, 1],
  [40, 0.1],
  [900, 5],
])("gamma %d, %d", (shape, rate) => {
  for (const p of probabilities) {
    const x = gammaDistribution.quantile(p, shape, rate);
    agree(x, stdlibGammaQuantile(p, shape, rate));
    agree(gammaDistribution.cdf(x, shape, rate), stdlibGammaCdf(x, shape, rate));
  }
});

test.each([1, 3, 9, 24.5, 300])("t %d", (df) => {
  for (const p of probabilities.filter((each) => each !== 0.5)) {
    const x = tDistribution.quantile(p, df);
    agree(x, stdlibTQuantile(p, df));
    agree(tDistribution.cdf(x, df), stdlibTCdf(x, df));
  }
});
