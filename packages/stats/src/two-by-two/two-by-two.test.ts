import fc from "fast-check";
import { describe, expect, test } from "vitest";
import python from "../../fixtures/python/comparisons.json" with { type: "json" };
import r from "../../fixtures/r/comparisons.json" with { type: "json" };
import { fisherExact } from "./fisher-exact.js";
import { type McNemarMethod, mcNemar } from "./mc-nemar.js";
import { nMinusOneChiSquared } from "./n-minus-one-chi-squared.js";
import type { TwoByTwoTable } from "./two-by-two-table.js";

const table = ([xa = 0, na = 0, xb = 0, nb = 0]: readonly number[]): TwoByTwoTable => ({
  a: { successes: xa, trials: na },
  b: { successes: xb, trials: nb },
});
function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}
const near = (actual: number, expected: number, tolerance = 1e-10) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));

test("fisherExact and nMinusOneChiSquared agree with R", () => {
  // R 4.2.2 fisher.test and chisq.test × (N − 1)/N, fixtures/r/comparisons.R.
  expect(r.two.length).toBe(9);
  for (const { counts, fisher, chiSquared, p } of r.two) {
    near(ok(fisherExact(table(counts))).p, fisher);
    const test = ok(nMinusOneChiSquared(table(counts)));
    near(test.chiSquared, chiSquared);
    near(test.p, p);
  }
});

test("the conditional odds ratio agrees with SciPy to 1e-9", () => {
  // SciPy 1.10.1 contingency.odds_ratio(kind="conditional"), fixtures/python/comparisons.py; null stands for infinity.
  for (const [xa, na, xb, nb, estimate, lower, upper, p] of python.oddsRatio as (number | null)[][]) {
    const found = ok(fisherExact(table([xa ?? 0, na ?? 0, xb ?? 0, nb ?? 0])));
    near(found.p, p ?? 0);
    if (estimate === null || estimate === undefined) expect(found.oddsRatio.estimate).toBeNull();
    else near(found.oddsRatio.estimate ?? -1, estimate, 1e-9);
    if (upper === null || upper === undefined) expect(found.oddsRatio.upper).toBeNull();
    else near(found.oddsRatio.upper ?? -1, upper, 1e-9);
    near(found.oddsRatio.lower, lower ?? 0, 1e-9);
  }
});

test("Fisher's tea: 3 of 4 and 1 of 4, p = 34/70", () => {
  // Fisher, The Design of Experiments (1935), chapter II; two-sided.
  near(ok(fisherExact(table([3, 4, 1, 4]))).p, 34 / 70, 1e-14);
});

test("mcNemar agrees with R and statsmodels", () => {
  // R 4.2.2 binom.test, dbinom and mcnemar.test; statsmodels 0.13.5 mcnemar.
  const p = (counts: readonly number[], method: McNemarMethod) =>
    ok(mcNemar({ onlyBefore: counts[0] ?? 0, onlyAfter: counts[1] ?? 0 }, { method })).p;
  expect(r.mcnemar.length).toBe(7);
  for (const row of r.mcnemar) {
    near(p(row.counts, "exact"), row.exact);
    near(p(row.counts, "mid-p"), row.midP);
    near(p(row.counts, "asymptotic"), row.asymptotic);
    // R lets the corrected |c − b| − 1 of equal counts count as 1; here it is 0.
    if (row.counts[0] !== row.counts[1]) near(p(row.counts, "asymptotic-corrected"), row.corrected);
  }
  for (const [before = 0, after = 0, exact = 0, asymptotic = 0] of python.paired) {
    near(p([before, after], "exact"), exact);
    near(p([before, after], "asymptotic"), asymptotic);
  }
});

test("published: airway responsiveness of 21 children, 1 and 7 discordant", () => {
  // Fagerland, Lydersen and Laake, BMC Medical Research Methodology 13 (2013) 91: 0.034, 0.077, 0.070 and 0.039.
  const p = (method: McNemarMethod) => ok(mcNemar({ onlyBefore: 1, onlyAfter: 7 }, { method })).p.toFixed(3);
  expect(p("asymptotic")).toBe("0.034");
  expect(p("asymptotic-corrected")).toBe("0.077");
  expect(p("exact")).toBe("0.070");
  expect(p("mid-p")).toBe("0.039");
});

describe("laws", () => {
  const counts = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40));

  test("fisherExact: swapping a and b turns the odds ratio over and leaves p", () => {
    fc.assert(
      fc.property(counts, ([sa, fa, sb, fb]) => {
        fc.pre(sa + fa > 0 && sb + fb > 0 && sa + sb > 0 && fa + fb > 0);
        const there = ok(fisherExact(table([sa, sa + fa, sb, sb + fb])));
        const back = ok(fisherExact(table([sb, sb + fb, sa, sa + fa])));
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
        near(back.p, there.p, 1e-9);
        const { estimate, lower, upper } = there.oddsRatio;
        if (estimate !== null && estimate > 0) near(back.oddsRatio.estimate ?? -1, 1 / estimate, 1e-8);
        if (upper !== null) near(back.oddsRatio.lower, 1 / upper, 1e-8);
        expect(lower).toBeLessThanOrEqual(estimate ?? Number.MAX_VALUE);
      }),
    );
  });

  test("mcNemar: mid-P is below exact, and the order of the waves only turns z", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (onlyBefore, onlyAfter) => {
        fc.pre(onlyBefore + onlyAfter > 0);
        const there = { onlyBefore, onlyAfter };
        const back = { onlyBefore: onlyAfter, onlyAfter: onlyBefore };
        expect(ok(mcNemar(there)).p).toBeLessThan(ok(mcNemar(there, { method: "exact" })).p);
        expect(ok(mcNemar(there)).p).toBe(ok(mcNemar(back)).p);
        const z = ok(mcNemar(there, { method: "asymptotic" })).z ?? Number.NaN;
        expect(ok(mcNemar(back, { method: "asymptotic" })).z).toBe(-z + 0);
      }),
    );
  });
});

test("large tables end quickly, and what cannot be computed is named", () => {
  near(ok(fisherExact(table([2_500_000, 5_000_000, 2_500_000, 5_000_000]))).p, 1, 1e-12);
  expect(fisherExact(table([1e9, 1e10, 1e9, 1e10]))).toMatchObject({ reason: "too-many-answers" });
  expect(fisherExact(table([0.5, 2, 1, 2]))).toMatchObject({ reason: "counts-not-whole" });
  expect(fisherExact(table([0, 2, 0, 2]))).toMatchObject({ reason: "no-variation" });
  expect(fisherExact(table([0, 0, 0, 2]))).toMatchObject({ reason: "no-trials" });
  expect(mcNemar({ onlyBefore: 0, onlyAfter: 0 })).toMatchObject({ reason: "no-discordant-pairs" });
  expect(mcNemar({ onlyBefore: 0.5, onlyAfter: 2 })).toMatchObject({ reason: "counts-not-whole" });
  expect(mcNemar({ onlyBefore: 0.5, onlyAfter: 2 }, { method: "asymptotic" })).toMatchObject({
    status: "ok",
  });
  expect(() => mcNemar({ onlyBefore: 1, onlyAfter: 2 }, { method: "midp" as "mid-p" })).toThrow(
    expect.objectContaining({ code: "method.unknown" }),
  );
});
