import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaDistribution } from "./beta.js";
import { binomialDistribution } from "./binomial.js";
import { chiSquaredDistribution } from "./chi-squared.js";
import { fDistribution } from "./f.js";
import { gammaDistribution } from "./gamma.js";
import { normalDistribution } from "./normal.js";
import { tDistribution } from "./t.js";

const logUniform = (low: number, high: number) =>
  fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true })
    .map((exponent) => Math.min(high, Math.max(low, Math.exp(exponent))));
const shape = logUniform(0.01, 1e7);
const p = fc.oneof(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), logUniform(1e-200, 1e-3));

type Three = (argument: number, first: number, second: number) => number;
interface Law {
  readonly cdf: Three;
  readonly survival: Three;
  readonly quantile: Three;
}
const laws: readonly [string, Law][] = [
  ["normal", { ...normalDistribution }],
  ["t", { ...tDistribution }],
  ["chi-squared", { ...chiSquaredDistribution }],
  ["gamma", { ...gammaDistribution }],
  ["beta", { ...betaDistribution }],
  ["f", { ...fDistribution }],
];

describe.each(laws)("%s", (_, law) => {
  const first = law.cdf === normalDistribution.cdf ? fc.double({ min: -1e3, max: 1e3, noNaN: true }) : shape;

  test("cdf and survival add up to 1, stay within 0…1, and the cdf never falls", () => {
    fc.assert(
      fc.property(
        first,
        shape,
        logUniform(1e-6, 1e6),
        fc.boolean(),
        logUniform(1, 10),
        (a, b, size, sign, factor) => {
          const x = sign ? -size : size;
          const lower = law.cdf(x, a, b);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(1);
          expect(lower + law.survival(x, a, b)).toBeCloseTo(1, 13);
          // Rounding may dent the curve by a few units in the last place.
          expect(law.cdf(x + size * (factor - 1), a, b)).toBeGreaterThanOrEqual(lower * (1 - 1e-11));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("cdf(quantile(p)) = p", () => {
    fc.assert(
      fc.property(first, logUniform(0.5, 1e5), p, (a, b, probability) => {
        let x: number;
        try {
          x = law.quantile(probability, a, b);
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: "probability.out-of-range" });
          return;
        }
        // Where doubles cannot say x, or only coarsely, there is nothing to return to.
        fc.pre(Math.abs(x) > 1e-290 && (law.cdf !== betaDistribution.cdf || x < 0.999));
        // One unit in the last place of x moves the probability by this much.
        const h = Math.abs(x) * 1e-6;
        const bend = Math.abs(law.cdf(x + h, a, b) - law.cdf(x - h, a, b)) / 2e-6;
        const gap = Math.abs(law.cdf(x, a, b) - probability);
        expect(gap).toBeLessThanOrEqual(1e-11 * probability + 4e-13 * bend);
      }),
      { numRuns: 400 },
    );
  });
});

test("the normal and t distributions are symmetric", () => {
  fc.assert(
    fc.property(logUniform(1e-8, 30), shape, (x, df) => {
      expect(normalDistribution.cdf(-x)).toBe(normalDistribution.survival(x));
      expect(tDistribution.cdf(-x, df)).toBe(tDistribution.survival(x, df));
    }),
  );
  expect(tDistribution.quantile(0.25, 7)).toBe(-tDistribution.quantile(0.75, 7));
});

test("beta: swapping a and b mirrors the distribution", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1023 }),
      logUniform(0.01, 1e5),
      logUniform(0.01, 1e5),
      (k, a, b) => {
        // A dyadic x, so that 1 − x is exact.
        const mirrored = betaDistribution.survival(1 - k / 1024, b, a);
        expect(betaDistribution.cdf(k / 1024, a, b)).toBeCloseTo(mirrored, 12);
      },
    ),
  );
});

test("binomial: the quantile of a cumulative probability is its count", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, share, at) => {
        const k = Math.floor(at * n);
        const lower = binomialDistribution.cdf(k, n, share);
        expect(lower + binomialDistribution.survival(k, n, share)).toBeCloseTo(1, 13);
        // Beyond this, neighbouring counts share one double.
        fc.pre(lower > 1e-300 && binomialDistribution.survival(k, n, share) > 1e-9);
        expect(binomialDistribution.quantile(lower, n, share)).toBe(k);
      },
    ),
  );
});

test("binomial: the cdf is the sum of the probabilities", () => {
  // Pascal's triangle: exact binomial coefficients for 30 trials.
  let row = [1];
  for (let n = 0; n < 30; n++) row = [1, ...row.map((value, index) => value + (row[index + 1] ?? 0))];
  let sum = 0;
  for (let k = 0; k < 30; k++) {
    sum += (row[k] ?? 0) * 0.3 ** k * 0.7 ** (30 - k);
    expect(binomialDistribution.cdf(k, 30, 0.3)).toBeCloseTo(sum, 13);
  }
});
