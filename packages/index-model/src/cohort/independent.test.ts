import { readFileSync } from "node:fs";
import { evaluate } from "@cxmetrics/formula";
import { describe, expect, test } from "vitest";
import { benefitOfDoubt } from "./benefit-of-doubt/benefit-of-doubt.js";
import type { ShareBounds } from "./benefit-of-doubt/share-bounds.js";
import { fitGreyReference } from "./grey/fit-grey-reference.js";
import { greyRelational } from "./grey/grey-relational.js";
import { greyRelationalRow } from "./grey/grey-relational-row.js";
import { lowerGreyRelational } from "./grey/lower-grey-relational.js";
import type { ImportanceMeasure } from "./importance/importance-model.js";
import { optimiseImportance } from "./importance/optimise-importance.js";
import { kemenyRanking } from "./kemeny/kemeny-ranking.js";
import type { TieRule } from "./rank-numbers.js";
import { rankSimilarity } from "./rank-similarity.js";
import { rankValues } from "./rank-values.js";
import { fitTopsisIdeals } from "./topsis/fit-topsis-ideals.js";
import { lowerTopsis } from "./topsis/lower-topsis.js";
import type { CohortNormalisation } from "./topsis/normalise-column.js";
import { topsis } from "./topsis/topsis.js";
import { topsisRow } from "./topsis/topsis-row.js";

interface Figures {
  bod: { columns: number[][]; kind: ShareBounds["kind"]; lower: number; upper: number; scores: number[] }[];
  kemeny: {
    columns: number[][];
    weights: number[];
    support: number;
    orders: number[][];
    mean: number[];
    best: number[];
    worst: number[];
  }[];
  topsis: { columns: number[][]; weights: number[]; normalisation: CohortNormalisation; values: number[] }[];
  grey: { columns: number[][]; weights: number[]; rho: number; values: number[] }[];
  importance: {
    columns: number[][];
    target: number[];
    measure: ImportanceMeasure;
    weights: number[];
    residual: number;
  }[];
  similarity: { first: number[]; second: number[]; tau: number; rho: number; weighted: number; ws: number }[];
  ties: { values: number[] } & Record<TieRule, number[]>;
}
const figures = JSON.parse(
  readFileSync(new URL("../../fixtures/cohort/cohort.json", import.meta.url), "utf8"),
) as Figures;

function ok<T extends { status: string }>(result: T): Extract<T, { status: "ok" }> {
  expect(result.status).toBe("ok");
  return result as Extract<T, { status: "ok" }>;
}

function near(
  found: readonly (number | null | undefined)[],
  wanted: readonly number[],
  tolerance: number,
): void {
  expect(found).toHaveLength(wanted.length);
  for (const [place, value] of wanted.entries())
    expect(
      Math.abs((found[place] ?? Number.NaN) - value),
      `${place}: ${found[place]} for ${value}`,
    ).toBeLessThanOrEqual(tolerance);
}

describe("fixtures/cohort/cohort.py (NumPy, SciPy)", () => {
  test.each(figures.bod)("benefit of the doubt agrees with HiGHS: $kind $lower to $upper", (figure) => {
    const { columns, kind, lower, upper, scores } = figure;
    const bounds: ShareBounds = kind === "none" ? { kind } : { kind, lower, upper };
    near(ok(benefitOfDoubt({ columns }, { bounds })).values, scores, 1e-9);
  });

  test.each(figures.kemeny)(
    "Kemeny finds the orders that all permutations give: $orders.length",
    (figure) => {
      const { columns, weights } = figure;
      const ranking = ok(kemenyRanking({ columns, weights }));
      expect(ranking.support).toBeCloseTo(figure.support, 11);
      expect(ranking.count).toBe(figure.orders.length);
      expect(new Set(ranking.orders.map(String))).toEqual(new Set(figure.orders.map(String)));
      near(ranking.values, figure.mean, 1e-12);
      expect(ranking.best).toEqual(figure.best);
      expect(ranking.worst).toEqual(figure.worst);
    },
  );

  test.each(figures.topsis)("TOPSIS $normalisation: cohort, row and formula", (figure) => {
    const { columns, weights, normalisation, values } = figure;
    near(ok(topsis({ columns, weights }, { normalisation })).values, values, 1e-12);
    const ideals = ok(fitTopsisIdeals({ columns, weights }, { normalisation }));
    const names = columns.map((_, column) => `x${column}`);
    const formula = lowerTopsis(ideals, names, weights);
    for (const [unit, value] of values.entries()) {
      const row = columns.map((column) => column[unit] ?? null);
      near([ok(topsisRow(ideals, row, { weights })).value], [value], 1e-12);
      const inputs = Object.fromEntries(names.map((name, column) => [name, row[column] ?? null]));
      near([ok(evaluate(formula, inputs)).value], [value], 1e-12);
    }
  });

  test.each(figures.grey)("grey relational grade, ρ = $rho: cohort, row and formula", (figure) => {
    const { columns, weights, rho, values } = figure;
    near(ok(greyRelational({ columns, weights }, { rho })).values, values, 1e-12);
    const reference = ok(fitGreyReference({ columns, weights }));
    const names = columns.map((_, column) => `x${column}`);
    const formula = lowerGreyRelational(reference, names, weights, rho);
    for (const [unit, value] of values.entries()) {
      const row = columns.map((column) => column[unit] ?? null);
      near([ok(greyRelationalRow(reference, row, { weights, rho })).value], [value], 1e-12);
      const inputs = Object.fromEntries(names.map((name, column) => [name, row[column] ?? null]));
      near([ok(evaluate(formula, inputs)).value], [value], 1e-12);
    }
  });

  test.each(figures.importance)(
    "importance weights are no worse than SLSQP's from 200 starts: $measure",
    (figure) => {
      const { columns, target, measure, weights, residual } = figure;
      const found = ok(optimiseImportance({ columns }, { target, measure }));
      expect(found.residual).toBeLessThanOrEqual(residual + 1e-9);
      expect(Math.min(...found.weights)).toBeGreaterThanOrEqual(0);
      expect(found.reached).toBe(residual < 1e-12);
      near(found.weights, weights, 1e-5);
    },
  );

  test.each(figures.similarity)("similarity of rankings", (figure) => {
    const found = ok(rankSimilarity(figure.first, figure.second, { given: "values" }));
    near([ok(found.kendallTauB).value], [figure.tau], 1e-12);
    near([ok(found.spearman).value], [figure.rho], 1e-12);
    near([ok(found.weightedSpearman).value], [figure.weighted], 1e-12);
    near([ok(found.ws).value], [figure.ws], 1e-12);
  });

  test.each(["minimum", "average", "maximum", "dense", "ordinal"] as const)("ties: %s", (ties) => {
    expect(ok(rankValues(figures.ties.values, { ties })).values).toEqual(figures.ties[ties]);
  });
});

describe("published examples", () => {
  test("TOPSIS: Hwang and Yoon's fighter aircraft, cost negated", () => {
    const columns = [
      [2.0, 2.5, 1.8, 2.2],
      [1500, 2700, 2000, 1800],
      [20000, 18000, 21000, 20000],
      [-5.5, -6.5, -4.5, -5.0],
      [5, 3, 7, 5],
      [9, 5, 7, 5],
    ];
    const { values } = ok(topsis({ columns, weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3] }));
    // Multiple Attribute Decision Making (1981), ch. III: printed from intermediate figures of four digits.
    near(values, [0.643, 0.268, 0.613, 0.312], 0.0011);
  });

  test("TOPSIS: Papathanasiou and Ploskas, Multiple Criteria Decision Aid (2018), ch. 1", () => {
    const columns = [
      [8, 5, 7, 9, 11, 6],
      [7, 3, 5, 9, 10, 9],
      [2, 7, 6, 7, 3, 5],
      [1, 5, 4, 3, 7, 4],
    ];
    const { values } = ok(topsis({ columns, weights: [0.4, 0.3, 0.1, 0.2] }));
    near(values, [0.387, 0.327, 0.391, 0.615, 0.868, 0.493], 0.0005);
  });

  test("grey relational analysis: the example of JMcDM (Julia, MIT), least of columns 1, 3 and 6 best", () => {
    const columns = [
      [-105000, -120000, -150000, -115000, -135000],
      [105, 110, 120, 105, 115],
      [-10, -15, -12, -20, -15],
      [4, 4, 3, 4, 5],
      [300, 500, 550, 600, 400],
      [-10, -8, -12, -9, -9],
    ];
    const { values } = ok(greyRelational({ columns, weights: [0.05, 0.2, 0.1, 0.15, 0.1, 0.4] }));
    near(
      values,
      [0.525, 0.7007142857142857, 0.5464285714285715, 0.5762820512820512, 0.650952380952381],
      1e-12,
    );
  });

  test("similarity: the rankings of Paradowski, Bączkiewicz and Wątróbski (2021)", () => {
    const first = [7, 11, 2, 1, 4, 9, 6, 3, 5, 10, 8, 12];
    const second = [7, 11, 3, 2, 4, 9, 6, 1, 5, 10, 8, 12];
    const found = ok(rankSimilarity(first, second, { given: "ranks" }));
    near([ok(found.weightedSpearman).value], [0.96], 0.005);
    near([ok(found.ws).value], [0.9], 0.005);
  });
});
