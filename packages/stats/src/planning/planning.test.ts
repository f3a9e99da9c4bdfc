import fc from "fast-check";
import { describe, expect, test } from "vitest";
import python from "../../fixtures/python/comparisons.json" with { type: "json" };
import r from "../../fixtures/r/comparisons.json" with { type: "json" };
import { netShareInterval } from "../net-share-interval/net-share-interval.js";
import { proportionInterval } from "../proportion-interval/proportion-interval.js";
import { minimumDetectableChange } from "./minimum-detectable-change.js";
import { sampleSizeForDifference } from "./sample-size-for-difference.js";
import { sampleSizeForNetShare } from "./sample-size-for-net-share.js";
import { sampleSizeForNetShareDifference } from "./sample-size-for-net-share-difference.js";
import { sampleSizeForProportion } from "./sample-size-for-proportion.js";

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}
const near = (actual: number, expected: number, tolerance = 1e-12) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
const pair: [number, number] = [0.6, 0.6];

test("agrees with R's qnorm", () => {
  // R 4.2.2, fixtures/r/comparisons.R.
  const figures = r.planning;
  near(ok(sampleSizeForProportion({ margin: 0.05 })).unrounded, figures.proportion5);
  near(ok(sampleSizeForProportion({ margin: 0.05, population: 1000 })).unrounded, figures.proportion5of1000);
  near(
    ok(
      sampleSizeForProportion({
        margin: 0.03,
        proportion: 0.2,
        designEffect: 1.5,
        population: 5000,
        level: 0.9,
      }),
    ).unrounded,
    figures.proportion3p20deff15of5000level90,
  );
  const nps = { margin: 0.05, variance: 0.6, form: "wald" } as const;
  near(ok(sampleSizeForNetShare(nps)).unrounded, figures.nps5);
  near(ok(sampleSizeForNetShare({ ...nps, population: 2000 })).unrounded, figures.nps5of2000);
  near(ok(sampleSizeForNetShare({ ...nps, form: "adjusted-wald" })).unrounded, figures.nps5 - 3);
  const change = { difference: -0.05, variances: pair };
  near(ok(sampleSizeForDifference(change)).unrounded, figures.difference5);
  near(ok(sampleSizeForNetShareDifference(change)).unrounded, figures.difference5 - 3);
  near(
    ok(sampleSizeForDifference({ difference: 0.03, variances: [0.24, 0.21], level: 0.9, power: 0.9 }))
      .unrounded,
    figures.difference3level90power90,
  );
  near(ok(minimumDetectableChange({ n: 1000, variances: pair })).value, figures.change1000);
  near(
    ok(minimumDetectableChange({ n: [400, 900], variances: [0.6, 0.7], designEffect: 1.2 })).value,
    figures.change400and900deff12,
  );
});

test("agrees with statsmodels", () => {
  near(ok(sampleSizeForProportion({ margin: 0.05 })).unrounded, python.planning.proportion, 1e-10);
  // NormalIndPower also counts findings of the wrong sign, about 2e-6 of the size.
  near(
    ok(sampleSizeForDifference({ difference: 0.05, variances: pair })).unrounded,
    python.planning.difference,
    3e-6,
  );
});

test("figures in common use", () => {
  expect(ok(sampleSizeForProportion({ margin: 0.05 })).n).toBe(385);
  expect(ok(sampleSizeForProportion({ margin: 0.03 })).n).toBe(1068);
  // Plain form; the adjusted one spares three.
  expect(ok(sampleSizeForNetShare({ margin: 0.05, variance: 0.6, form: "wald" })).n).toBe(922);
  expect(ok(sampleSizeForNetShare({ margin: 0.05, variance: 0.6 })).n).toBe(919);
  expect(ok(sampleSizeForDifference({ difference: 0.05, variances: pair })).n).toBe(3768);
  expect(ok(sampleSizeForNetShareDifference({ difference: 0.05, variances: pair, form: "wald" })).n).toBe(
    3768,
  );
});

describe("laws", () => {
  const margin = fc.double({ min: 0.005, max: 0.4, noNaN: true });

  test("the planned size keeps the promised width, and one answer less does not", () => {
    fc.assert(
      fc.property(margin, fc.integer({ min: 1, max: 19 }), (margin, twentieths) => {
        const proportion = twentieths / 20;
        const { n } = ok(sampleSizeForProportion({ margin, proportion }));
        const width = (trials: number) => {
          const z = 1.959963984540054;
          return z * Math.sqrt((proportion * (1 - proportion)) / trials);
        };
        expect(width(n)).toBeLessThanOrEqual(margin * (1 + 1e-9));
        if (n > 1) expect(width(n - 1)).toBeGreaterThan(margin * (1 - 1e-9));
      }),
    );
  });

  test("the size for the adjusted form gives the adjusted Wald interval its width", () => {
    const { n } = ok(sampleSizeForNetShare({ margin: 0.05, upper: 0.5, lower: 0.2 }));
    const found = ok(netShareInterval({ upper: 0.5, lower: 0.2, n, method: "nps-adjusted-wald" }));
    expect((found.upper - found.lower) / 2).toBeCloseTo(0.05, 3);
    const share = ok(proportionInterval({ successes: 192.5, trials: 385, method: "wald" }));
    expect((share.upper - share.lower) / 2).toBeLessThan(0.05);
  });

  test("never more than the population; a larger margin, a smaller design effect need fewer", () => {
    const population = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(
        margin,
        population,
        fc.double({ min: 1, max: 5, noNaN: true }),
        (margin, population, deff) => {
          const size = (input: { margin: number; population?: number; designEffect?: number }) =>
            ok(sampleSizeForProportion(input)).n;
          expect(size({ margin, population, designEffect: deff })).toBeLessThanOrEqual(population);
          expect(size({ margin, population })).toBeLessThanOrEqual(size({ margin }));
          expect(size({ margin: margin * 1.5 })).toBeLessThanOrEqual(size({ margin }));
          expect(size({ margin, designEffect: deff })).toBeGreaterThanOrEqual(size({ margin }));
        },
      ),
    );
  });

  test("minimumDetectableChange is the inverse of sampleSizeForDifference", () => {
    fc.assert(
      fc.property(margin, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (difference, power) => {
        const { unrounded } = ok(sampleSizeForDifference({ difference, variances: [0.3, 0.7], power }));
        near(
          ok(minimumDetectableChange({ n: unrounded, variances: [0.3, 0.7], power })).value,
          difference,
          1e-10,
        );
      }),
    );
  });
});

test("edges", () => {
  expect(ok(sampleSizeForNetShare({ margin: 1.5, variance: 0.6 }))).toMatchObject({ n: 1 });
  expect(ok(sampleSizeForProportion({ margin: 0.05, population: 1 })).n).toBe(1);
  expect(ok(sampleSizeForProportion({ margin: 0.5, level: 0.6826894921370859 })).n).toBe(1);
  expect(sampleSizeForProportion({ margin: 0.05, proportion: 1 })).toMatchObject({
    reason: "no-planned-variation",
  });
  expect(sampleSizeForNetShare({ margin: 0.05, upper: 1, lower: 0 })).toMatchObject({
    reason: "no-planned-variation",
  });
  expect(minimumDetectableChange({ n: 10, variances: [0, 0] })).toMatchObject({
    reason: "no-planned-variation",
  });
});

test("mistakes are named", () => {
  const code = (call: () => unknown) => {
    try {
      call();
    } catch (thrown) {
      return (thrown as { code: string }).code;
    }
    return undefined;
  };
  expect(code(() => sampleSizeForProportion({ margin: 5 }))).toBe("parameter.out-of-range");
  expect(code(() => sampleSizeForNetShare({ margin: 0.05, variance: 0.6, upper: 0.5, lower: 0.2 }))).toBe(
    "variance.given-twice",
  );
  expect(code(() => sampleSizeForNetShare({ margin: 0.05, upper: 0.5 }))).toBe("argument.not-a-number");
  expect(code(() => sampleSizeForNetShare({ margin: 0.05, upper: 0.7, lower: 0.7 }))).toBe(
    "shares.exceed-one",
  );
  expect(code(() => sampleSizeForNetShare({ margin: 0.05, form: "plain" as "wald" }))).toBe("method.unknown");
  expect(code(() => sampleSizeForDifference({ difference: 0, variances: pair }))).toBe(
    "parameter.out-of-range",
  );
  expect(
    code(() => sampleSizeForDifference({ difference: 1, variances: [1] as unknown as [number, number] })),
  ).toBe("variances.not-two");
  // With a power below α/2 the formula's square would turn a negative sum into a size.
  expect(code(() => sampleSizeForDifference({ difference: 1, variances: pair, power: 0.01 }))).toBe(
    "parameter.out-of-range",
  );
  expect(code(() => sampleSizeForProportion({ margin: 5e-324 }))).toBe("result.not-representable");
});
