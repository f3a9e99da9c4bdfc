import { describe, expect, test } from "vitest";
import python from "../../fixtures/python/agreement.json" with { type: "json" };
import resampling from "../../fixtures/python/resampling.json" with { type: "json" };
import r from "../../fixtures/r/agreement.json" with { type: "json" };
import { cohenKappa, type KappaWeights } from "./cohen-kappa.js";
import type { MeasurementLevel } from "./coincidences.js";
import { cronbachAlpha } from "./cronbach-alpha.js";
import { fleissKappa } from "./fleiss-kappa.js";
import { gwetAc1 } from "./gwet-ac1.js";
import { type IntraclassForm, intraclassCorrelation } from "./intraclass-correlation.js";
import { kendallW } from "./kendall-w.js";
import { krippendorffAlpha } from "./krippendorff-alpha.js";
import { mcDonaldOmega } from "./mcdonald-omega.js";

// Figures: fixtures/r/agreement.R (psych, base R) and fixtures/python/agreement.py (statsmodels, scipy, exact fractions).

/** Relative to the size of the figure, or to 1 for figures near 0. */
function near(found: number | null, wanted: number | null, tolerance = 1e-9): void {
  if (found === null || wanted === null) {
    expect(found).toBe(wanted);
    return;
  }
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
}

function ok<T extends { status: string }>(outcome: T): Extract<T, { status: "ok" }> {
  expect(outcome.status).toBe("ok");
  return outcome as Extract<T, { status: "ok" }>;
}

describe("Cohen's kappa", () => {
  test.each(python.cohen)("of $table with weights $weights agrees with statsmodels", (wanted) => {
    const kappa = ok(cohenKappa(wanted.table, { weights: wanted.weights as KappaWeights }));
    near(kappa.value, wanted.value);
    near(kappa.standardError, wanted.standardError);
    near(kappa.standardError, wanted.byDerivative);
    const interval = ok(kappa.interval);
    near(interval.lower, Math.max(-1, wanted.lower));
    near(interval.upper, Math.min(1, wanted.upper));
    near(kappa.z, wanted.z);
    near(kappa.p, wanted.p);
  });

  // psych's variance of weighted kappa is not that of Fleiss, Cohen and Everitt; the derivative by each cell is.
  test.each(r.kappa)("of $table agrees with psych", ({ table, value, variance, quadratic }) => {
    const plain = ok(cohenKappa(table));
    near(plain.value, value);
    near(plain.standardError, Math.sqrt(variance));
    near(ok(cohenKappa(table, { weights: "quadratic" })).value, quadratic);
  });
});

describe("Fleiss' kappa and AC1", () => {
  test.each(python.fleiss)("Fleiss' kappa agrees with statsmodels: $value", (wanted) => {
    const kappa = ok(fleissKappa(wanted.counts));
    near(kappa.value, wanted.statsmodels);
    near(kappa.standardError, wanted.standardError);
    near(ok(kappa.interval).lower, wanted.value - wanted.margin);
  });

  test("Fleiss (1971) prints 0.430; the R package irr prints z = 17.7", () => {
    const kappa = ok(fleissKappa(python.fleiss[0]?.counts ?? []));
    near(kappa.value, 0.43, 5e-4);
    near(kappa.z, 17.7, 0.05 / 17.7);
  });

  test.each(python.gwet)("AC1 agrees with its definition: $value", (wanted) => {
    const ac1 = ok(gwetAc1(wanted.counts));
    near(ac1.value, wanted.value);
    near(ac1.standardError, wanted.standardError);
    near(ok(ac1.interval).upper, wanted.value + wanted.margin);
  });

  test("AC1 with gaps: 0.77544, standard error 0.14295, 0.461…1, as the R package irrCAC 1.0 prints for these ratings", () => {
    const ac1 = ok(gwetAc1({ ratings: python.krippendorff[0]?.ratings ?? [] }));
    near(ac1.value, 0.77544, 5e-6);
    near(ac1.standardError, 0.14295, 5e-6);
    near(ok(ac1.interval).lower, 0.461, 5e-4);
    expect([ac1.units, ac1.singleUnits, ac1.droppedUnits]).toEqual([11, 1, 0]);
  });
});

describe("Krippendorff's alpha", () => {
  test.each(python.krippendorff)(
    "$level: $value from every pair in exact fractions",
    ({ ratings, level, value }) => {
      near(ok(krippendorffAlpha(ratings, { level: level as MeasurementLevel })).value, value, 1e-12);
    },
  );

  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("published %s alpha of four coders and twelve units: %d", (level, value) => {
    const alpha = ok(krippendorffAlpha(python.krippendorff[0]?.ratings ?? [], { level }));
    near(alpha.value, value, 5e-4);
    expect([alpha.units, alpha.droppedUnits, alpha.ratings]).toEqual([11, 1, 40]);
  });
});

describe("intraclass correlation", () => {
  const cases = r.icc.flatMap((table, at) =>
    table.flatMap(({ ratings, level, forms }) => forms.map((wanted) => ({ at, ratings, level, ...wanted }))),
  );
  test.each(cases)("table $at, $form at $level agrees with psych", (wanted) => {
    const { ratings, level } = wanted;
    const icc = ok(intraclassCorrelation(ratings, { form: wanted.form as IntraclassForm, level }));
    near(icc.value, wanted.value);
    near(icc.f, wanted.f);
    near(icc.p, wanted.p);
    expect([icc.df1, icc.df2]).toEqual([wanted.df1, wanted.df2]);
    const interval = ok(icc.interval);
    near(interval.lower, wanted.lower);
    near(interval.upper, wanted.upper);
  });

  test.each([
    ["ICC(1,1)", 0.17],
    ["ICC(2,1)", 0.29],
    ["ICC(3,1)", 0.71],
    ["ICC(1,k)", 0.44],
    ["ICC(2,k)", 0.62],
    ["ICC(3,k)", 0.91],
  ] as const)("Shrout and Fleiss (1979), table 4: %s is %d", (form, value) => {
    near(ok(intraclassCorrelation(r.icc[0]?.[0]?.ratings ?? [], { form })).value, value, 5e-3);
  });
});

test.each(r.kendall)("Kendall's W $value agrees with friedman.test", (wanted) => {
  const w = ok(kendallW(wanted.ratings));
  near(w.value, wanted.value);
  near(w.chiSquared, wanted.chiSquared);
  near(w.p, wanted.p);
  near(w.meanSpearman, wanted.meanSpearman);
  expect(w.df).toBe(wanted.df);
});

test.each(r.cronbach)("Cronbach's alpha $value agrees with psych", (wanted) => {
  const alpha = ok(cronbachAlpha(wanted.answers));
  near(alpha.value, wanted.value);
  near(alpha.standardised, wanted.standardised);
  near(alpha.meanCorrelation, wanted.meanCorrelation);
  for (const [item, { alphaWithout, itemRestCorrelation }] of alpha.items.entries()) {
    near(alphaWithout, wanted.without[item] ?? Number.NaN);
    near(itemRestCorrelation, wanted.itemRest[item] ?? Number.NaN);
  }
  const interval = ok(alpha.interval);
  near(interval.lower, wanted.lower);
  near(interval.upper, wanted.upper);
});

describe("McDonald's omega", () => {
  test.each(python.omega)("$value agrees with scipy", ({ answers, loadings, value, standardised }) => {
    const omega = ok(mcDonaldOmega(answers));
    near(omega.value, value);
    near(omega.standardised, standardised);
    for (const [item, loading] of omega.loadings.entries()) near(loading, loadings[item] ?? Number.NaN);
  });

  test.each(r.cronbach.slice(0, 3))(
    "loadings of psych's minres, which stops early",
    ({ answers, loadings }) => {
      const omega = ok(mcDonaldOmega(answers));
      for (const [item, loading] of omega.loadings.entries())
        near(loading, loadings[item] ?? Number.NaN, 1e-4);
    },
  );
});

test.each(resampling.krippendorff)("bootstrap of $metric alpha on the documented stream", (wanted) => {
  const { ratings, metric, resamples, seed, level } = wanted;
  const options = { level: metric as MeasurementLevel, bootstrap: { resamples, seed, level } };
  const { interval } = ok(krippendorffAlpha(ratings, options));
  if (interval?.status !== "ok") throw new Error("no interval");
  near(interval.lower, wanted.lower);
  near(interval.upper, wanted.upper);
  near(interval.standardError, wanted.standardError);
  expect(interval.nulls).toBe(wanted.nulls);
});
