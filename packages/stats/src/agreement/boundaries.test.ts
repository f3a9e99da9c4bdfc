import { expect, test } from "vitest";
import r from "../../fixtures/r/one-factor.json" with { type: "json" };
import { normalDistribution } from "../distributions/normal.js";
import { cohenKappa } from "./cohen-kappa.js";
import { cronbachAlpha } from "./cronbach-alpha.js";
import { fleissKappa } from "./fleiss-kappa.js";
import { gwetAc1 } from "./gwet-ac1.js";
import { mcDonaldOmega } from "./mcdonald-omega.js";

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}

const table = [
  [20, 5, 0],
  [3, 10, 2],
  [1, 4, 15],
];

test("weighted agreement, observed and by chance", () => {
  // By hand, 60 pairs: 45 on the diagonal, 14 one step and 1 two steps off it; products of the sums 1225, 1470 and 905.
  const linear = ok(cohenKappa(table, { weights: "linear" }));
  expect(linear.observedAgreement).toBeCloseTo((45 + 14 / 2) / 60, 14);
  expect(linear.expectedAgreement).toBeCloseTo((1225 + 1470 / 2) / 3600, 14);
  const quadratic = ok(cohenKappa(table, { weights: "quadratic" }));
  expect(quadratic.observedAgreement).toBeCloseTo((45 + 0.75 * 14) / 60, 14);
  expect(quadratic.expectedAgreement).toBeCloseTo((1225 + 0.75 * 1470) / 3600, 14);
});

test("pairs count in the order of their categories, numbers by size and missing ones left out", () => {
  const pairs: [number | null, number | null][] = [];
  const places = [2, 10, 100];
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      for (let n = 0; n < count; n++) pairs.push([places[i] ?? 0, places[j] ?? 0]);
    });
  });
  const found = ok(cohenKappa({ pairs: [...pairs.toReversed(), [7, null]] }, { weights: "linear" }));
  expect(found.value).toBeCloseTo(ok(cohenKappa(table, { weights: "linear" })).value, 14);
  expect(found.droppedPairs).toBe(1);
  const named = ok(
    cohenKappa({
      pairs: [
        ["b", "b"],
        ["a", "b"],
        ["a", "a"],
        ["b", "a"],
        ["a", "a"],
      ],
    }),
  );
  // By hand: 3/5 observed, (3·3 + 2·2)/25 by chance.
  expect(named.value).toBeCloseTo((0.6 - 0.52) / 0.48, 14);
});

test("the p-value of Fleiss' kappa is that of its z", () => {
  const found = ok(
    fleissKappa([
      [0, 3],
      [1, 2],
      [3, 0],
      [2, 1],
      [3, 0],
    ]),
  );
  expect(found.p).toBeCloseTo(2 * normalDistribution.survival(Math.abs(found.z)), 14);
});

test("one factor of the attitude data agrees with R's psych", () => {
  // psych's fa(fm = "minres") stops near 1e-5; fixtures/r/one-factor.R.
  const found = ok(mcDonaldOmega(r.answers));
  const { loadings, uniquenesses, rootMeanSquareResidual, heywood } = found;
  for (const [item, loading] of r.loadings.entries()) {
    expect(Math.abs((loadings[item] ?? 0) - loading)).toBeLessThan(1e-4);
    expect(Math.abs((uniquenesses[item] ?? 0) - (r.uniquenesses[item] ?? 0))).toBeLessThan(1e-4);
  }
  expect(Math.abs(rootMeanSquareResidual - r.rms)).toBeLessThan(1e-6);
  expect(heywood).toBe(false);
  // Turning every answer round leaves the loadings: they are positive on the whole.
  const turned = ok(mcDonaldOmega(r.answers.map((row) => row.map((answer) => 100 - answer))));
  expect(turned.loadings[0]).toBeCloseTo(loadings[0] ?? 0, 10);
});

test("a unit that nobody rated has no say", () => {
  const ratings = [
    [1, 1, 2],
    [2, 2, 2],
    [1, 2, null],
    [1, 1, 1],
    [3, null, null],
  ];
  expect(ok(gwetAc1({ ratings })).value).toBeCloseTo(
    ok(gwetAc1({ ratings: [...ratings, [null, null, null]] })).value,
    14,
  );
});

test("an item has no correlation with others whose sum does not vary", () => {
  const found = ok(
    cronbachAlpha([
      [1, 2, 8],
      [4, 5, 5],
      [2, 7, 3],
      [5, 1, 9],
    ]),
  );
  expect(found.items[0]?.itemRestCorrelation).toBeNull();
});

test("units without a rating change no figure", () => {
  const rated = [
    [3, 0],
    [1, 2],
    [0, 3],
    [2, 1],
  ];
  const { droppedUnits, ...found } = ok(gwetAc1([...rated, [0, 0]]));
  const { droppedUnits: none, ...wanted } = ok(gwetAc1(rated));
  expect([droppedUnits, none]).toEqual([1, 0]);
  expect(found).toEqual(wanted);
  // By hand: agreements 1, 1/3, 1, 1/3; both shares ½, so ½ by chance.
  expect(found.value).toBeCloseTo((2 / 3 - 1 / 2) / (1 / 2), 14);
});

test("items that cancel one another leave the third no correlation with the rest", () => {
  const found = ok(
    cronbachAlpha([
      [1, 5, 1],
      [2, 4, 3],
      [4, 2, 4],
      [5, 1, 5],
    ]),
  );
  expect(found.items[2]).toEqual({ alphaWithout: null, itemRestCorrelation: null });
  expect(found.items[0]?.itemRestCorrelation).not.toBeNull();
});

test("a Heywood case is told where one loading alone stops at 1", () => {
  // NumPy: correlations 0.703, 0.803 and 0.310, so λ₁² would be 0.703 · 0.803/0.310 = 1.82.
  const answers = [
    [3, 3, 2],
    [1, 2, 2],
    [2, 1, 4],
    [5, 4, 5],
    [1, 3, 1],
    [5, 3, 5],
    [4, 4, 5],
    [1, 1, 3],
  ];
  const found = ok(mcDonaldOmega(answers));
  expect(found.heywood).toBe(true);
  expect(found.loadings[0]).toBeCloseTo(1, 9);
  expect(found.loadings[1]).toBeLessThan(0.9);
});

test("loadings point to the side of most items, whichever way the answers are coded", () => {
  const base = [
    [1, 2, 1, 3],
    [2, 2, 3, 3],
    [3, 4, 3, 5],
    [4, 3, 5, 4],
    [5, 5, 4, 5],
    [2, 1, 2, 2],
    [4, 5, 4, 3],
  ];
  for (const turned of [[], [0], [1], [2], [3], [0, 1, 2], [1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2, 3]]) {
    const answers = base.map((row) => row.map((value, item) => (turned.includes(item) ? 6 - value : value)));
    const { loadings } = ok(mcDonaldOmega(answers));
    expect(loadings.reduce((sum, loading) => sum + loading, 0)).toBeGreaterThan(0);
    // Turning an item turns its loading; the smaller side is negative.
    const side = turned.length > 2 ? 1 : -1;
    loadings.forEach((loading, item) => {
      expect(Math.sign(loading)).toBe(turned.includes(item) ? side : -side);
    });
  }
});
