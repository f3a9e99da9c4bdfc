import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benefitOfDoubt } from "./benefit-of-doubt/benefit-of-doubt.js";
import { bordaOfColumn } from "./borda-of-column.js";
import type { CohortParameters } from "./cohort-method.js";
import type { CohortTable } from "./cohort-table.js";
import { copelandScores } from "./copeland-scores.js";
import { optimiseImportance } from "./importance/optimise-importance.js";
import { kemenyRanking } from "./kemeny/kemeny-ranking.js";
import { outrankingMatrix } from "./outranking-matrix.js";
import { percentileRanks } from "./percentile-ranks.js";
import { quotaGrades } from "./quota-grades.js";
import { rankReversals } from "./rank-reversals.js";
import { rankSimilarity } from "./rank-similarity.js";
import { rankValues } from "./rank-values.js";
import { cohortMethodOf } from "./registry.js";

function ok<T extends { status: string }>(result: T): Extract<T, { status: "ok" }> {
  expect(result.status).toBe("ok");
  return result as Extract<T, { status: "ok" }>;
}

const several: readonly CohortParameters[] = [
  { method: "borda" },
  { method: "copeland" },
  { method: "kemeny" },
  { method: "benefit-of-doubt", bounds: { kind: "weight-shares", lower: 0.1, upper: 0.6 } },
  { method: "benefit-of-doubt", bounds: { kind: "none" } },
  { method: "benefit-of-doubt", bounds: { kind: "pie-shares", lower: 0.1, upper: 0.6 } },
  { method: "topsis" },
  { method: "topsis", normalisation: "min-max" },
  { method: "grey-relational" },
];

/** Units by rows; positive whole numbers with ties, so that every method can score most tables. */
const table = fc
  .record({ units: fc.integer({ min: 2, max: 7 }), criteria: fc.integer({ min: 2, max: 4 }) })
  .chain(({ units, criteria }) =>
    fc.record({
      columns: fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: units, maxLength: units }), {
        minLength: criteria,
        maxLength: criteria,
      }),
      weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: criteria, maxLength: criteria }),
    }),
  );

function compute(parameters: CohortParameters, input: CohortTable): readonly (number | null)[] | null {
  const result = cohortMethodOf(parameters).compute(parameters, input);
  return result.status === "ok" ? result.values : null;
}

function alike(a: readonly (number | null)[] | null, b: readonly (number | null)[] | null): void {
  expect(a?.length).toBe(b?.length);
  for (const [place, value] of (a ?? []).entries()) {
    const other = b?.[place] ?? null;
    if (value === null || other === null) expect(value).toBe(other);
    else expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-8);
  }
}

describe.each(several)("$method $bounds.kind $normalisation", (parameters) => {
  const sign = cohortMethodOf(parameters).better(parameters) === "higher" ? 1 : -1;

  test("does not depend on the order of the units", () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.nat()), ({ columns, weights }, keys) => {
        const order = (columns[0] ?? []).map((_, unit) => ({ unit, key: keys.next().value ?? 0 }));
        order.sort((a, b) => a.key - b.key);
        const mixed = columns.map((column) => order.map(({ unit }) => column[unit] ?? 0));
        const straight = compute(parameters, { columns, weights });
        alike(
          compute(parameters, { columns: mixed, weights }),
          straight && order.map(({ unit }) => straight[unit] ?? null),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("does not depend on the scale of the weights nor on the order of the columns", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(0.1, 3, 1e6), ({ columns, weights }, factor) => {
        const straight = compute(parameters, { columns, weights });
        alike(compute(parameters, { columns, weights: weights.map((weight) => weight * factor) }), straight);
        alike(
          compute(parameters, { columns: [...columns].reverse(), weights: [...weights].reverse() }),
          straight,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("places a unit that is better everywhere no worse, and equal units alike", () => {
    fc.assert(
      fc.property(table, ({ columns, weights }) => {
        const longer = columns.map((column) => [...column, 7, column[0] ?? 0]);
        const values = compute(parameters, { columns: longer, weights });
        if (values === null) return;
        const scores = values.map((value) => (value ?? 0) * sign);
        const top = scores[scores.length - 2] ?? 0;
        for (const score of scores) expect(top).toBeGreaterThanOrEqual(score - 1e-8);
        expect(Math.abs((scores[0] ?? 0) - (scores.at(-1) ?? 0))).toBeLessThanOrEqual(1e-8);
      }),
      { numRuns: 60 },
    );
  });

  test("a unit with a gap takes no part and leaves the others as they are without it", () => {
    fc.assert(
      fc.property(table, ({ columns, weights }) => {
        const withGap = columns.map((column, place) => [place === 1 ? null : 4, ...column]);
        const values = compute(parameters, { columns: withGap, weights });
        const without = compute(parameters, { columns, weights });
        alike(values, without && [null, ...without]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("duels", () => {
  test("a Condorcet winner tops Copeland and every Kemeny order", () => {
    fc.assert(
      fc.property(table, (input) => {
        const winner = ok(copelandScores(input)).condorcetWinner;
        if (winner === null) return;
        const { values } = ok(copelandScores(input));
        for (const [unit, value] of values.entries())
          if (unit !== winner) expect(values[winner] ?? 0).toBeGreaterThan(value ?? 0);
        for (const order of ok(kemenyRanking(input)).orders) expect(order[0]).toBe(winner);
      }),
    );
  });

  test("e_ij + e_ji = 1, and an increasing transformation changes nothing", () => {
    fc.assert(
      fc.property(table, ({ columns, weights }) => {
        const { matrix } = ok(outrankingMatrix({ columns, weights }));
        for (const [i, row] of matrix.entries())
          for (const [j, share] of row.entries())
            if (i !== j) expect(share + (matrix[j]?.[i] ?? 0)).toBeCloseTo(1, 14);
        const bent = columns.map((column) => column.map((value) => Math.exp(value) - 50));
        expect(ok(outrankingMatrix({ columns: bent, weights })).matrix).toEqual(matrix);
        expect(ok(kemenyRanking({ columns: bent, weights })).orders).toEqual(
          ok(kemenyRanking({ columns, weights })).orders,
        );
      }),
    );
  });

  test("weights that are equal on paper tie: 0.1 + 0.2 against 0.3", () => {
    const input = {
      columns: [
        [2, 1],
        [2, 1],
        [1, 2],
      ],
      weights: [0.1, 0.2, 0.3],
    };
    expect(ok(copelandScores(input)).values).toEqual([0, 0]);
    expect(ok(kemenyRanking(input)).count).toBe(2);
  });

  test("equal units tie in Copeland and stand in both orders in Kemeny", () => {
    const input = {
      columns: [
        [3, 3, 1],
        [2, 2, 1],
        [4, 4, 4],
      ],
    };
    expect(ok(copelandScores(input)).values).toEqual([1, 1, -2]);
    expect(ok(kemenyRanking(input)).orders).toEqual([
      [0, 1, 2],
      [1, 0, 2],
    ]);
    expect(ok(kemenyRanking(input)).values).toEqual([1.5, 1.5, 3]);
  });

  test("groups that majorities separate are solved exactly however many units there are", () => {
    const column = Array.from({ length: 60 }, (_, unit) => unit);
    const ranking = ok(kemenyRanking({ columns: [column, column, [...column].reverse()] }));
    expect(ranking.exact).toBe(true);
    expect(ranking.count).toBe(1);
    expect(ranking.values[59]).toBe(1);
  });

  test("a tangled group beyond the limit is searched, marked, and never beyond the bound", () => {
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7 }), {
          minLength: 3,
          maxLength: 5,
        }),
        (columns) => {
          const exact = ok(kemenyRanking({ columns }));
          const searched = ok(kemenyRanking({ columns }, { exactUpTo: 2 }));
          expect(searched.support).toBeLessThanOrEqual(exact.support + 1e-9);
          expect(exact.support).toBeLessThanOrEqual(exact.bound + 1e-9);
          expect(searched.exact).toBe(Math.max(...searched.groups) <= 2);
          if (!searched.exact) expect(searched.count).toBeNull();
        },
      ),
    );
  });

  test("all ties: the orders are counted although only some are listed", () => {
    const ranking = ok(kemenyRanking({ columns: [new Array<number>(9).fill(3)] }, { list: 5 }));
    expect(ranking.count).toBe(362_880);
    expect(ranking.orders).toHaveLength(5);
    expect(ranking.values.every((value) => Math.abs((value ?? 0) - 5) < 1e-9)).toBe(true);
  });
});

describe("ranks", () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 30 });

  test("average ranks and Borda points have a sum that ties do not change", () => {
    fc.assert(
      fc.property(values, (list) => {
        const n = list.filter((value) => value !== null).length;
        if (n < 2) return;
        const sum = (numbers: readonly (number | null)[]) =>
          numbers.reduce<number>((all, x) => all + (x ?? 0), 0);
        expect(sum(ok(rankValues(list, { ties: "average" })).values)).toBeCloseTo((n * (n + 1)) / 2, 9);
        expect(sum(ok(bordaOfColumn(list)).values)).toBeCloseTo((n * (n - 1)) / 2, 9);
      }),
    );
  });

  test("Hazen percentiles turn round with the values; all rules stay within 0…1 and keep the order", () => {
    fc.assert(
      fc.property(
        values,
        fc.constantFrom("inclusive" as const, "cumulative" as const, "hazen" as const),
        (list, rule) => {
          const shares = percentileRanks(list, { rule });
          if (shares.status !== "ok") return;
          for (const [i, share] of shares.values.entries()) {
            expect(share === null).toBe(list[i] === null);
            if (share === null) continue;
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
            for (const [j, other] of shares.values.entries())
              if (other !== null && (list[i] ?? 0) > (list[j] ?? 0)) expect(share).toBeGreaterThan(other);
          }
          if (rule !== "hazen") return;
          const turned = ok(
            percentileRanks(
              list.map((value) => (value === null ? null : -value)),
              { rule },
            ),
          ).values;
          for (const [i, share] of shares.values.entries())
            if (share !== null) expect(share + (turned[i] ?? 0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  test("quotas: nobody with a smaller value gets a better grade, equal values get the same, all places are used up", () => {
    fc.assert(
      fc.property(
        values,
        fc.constantFrom("floor" as const, "half-up" as const, "ceiling" as const),
        fc.constantFrom("better" as const, "worse" as const),
        (list, rounding, ties) => {
          const grades = [
            { id: "__proto__", share: 0.1 },
            { id: "B", share: 0.2 },
            { id: "C", share: 0.4 },
            { id: "D" },
          ];
          const result = quotaGrades(list, { grades, rounding, ties });
          if (result.status !== "ok") return;
          const place = (grade: string | null | undefined) => grades.findIndex(({ id }) => id === grade);
          for (const [i, mine] of list.entries())
            for (const [j, other] of list.entries()) {
              if (mine === null || other === null) continue;
              if (mine === other) expect(result.grades[i]).toBe(result.grades[j]);
              if (mine > other) expect(place(result.grades[i])).toBeLessThanOrEqual(place(result.grades[j]));
            }
          expect(result.used.reduce((sum, { given }) => sum + given, 0)).toBe(result.n);
          expect(result.used.reduce((sum, { places }) => sum + places, 0)).toBe(result.n);
        },
      ),
    );
  });

  test("cumulated shares are decimal: 10 % and 20 % of 10 units are 1 and 2 places however they are rounded", () => {
    const grades = [{ id: "A", share: 0.1 }, { id: "B", share: 0.2 }, { id: "C" }];
    for (const rounding of ["floor", "half-up", "ceiling"] as const) {
      const { used } = ok(quotaGrades([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { grades, rounding, ties: "worse" }));
      expect(used.map(({ given }) => given)).toEqual([1, 2, 7]);
    }
  });

  test("a ranking is like itself and unlike its reverse", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 40 }), (list) => {
        const same = ok(rankSimilarity(list, list, { given: "values" }));
        expect(
          [same.kendallTauB, same.spearman, same.weightedSpearman, same.ws].map((c) => ok(c).value),
        ).toEqual([1, 1, 1, 1]);
        const turned = ok(
          rankSimilarity(
            list,
            list.map((value) => -value),
            { given: "values" },
          ),
        );
        expect(ok(turned.kendallTauB).value).toBe(-1);
        expect(ok(turned.weightedSpearman).value).toBeCloseTo(-1, 12);
        expect(ok(turned.ws).value).toBeGreaterThan(-1);
      }),
    );
  });
});

describe("benefit of the doubt", () => {
  test("scores stay within 0…1, the best is 1, no weights under the bounds do better, tighter bounds never help", () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
        ({ columns }, raw) => {
          const free = ok(benefitOfDoubt({ columns }, { bounds: { kind: "none" } }));
          const held = ok(benefitOfDoubt({ columns }, { bounds: { kind: "weight-shares", lower: 0.15 } }));
          expect(Math.max(...free.values.map((value) => value ?? 0))).toBe(1);
          const guess = columns.map((_, column) => raw[column] ?? 1);
          const scores = (columns[0] ?? []).map((_, unit) =>
            columns.reduce((sum, column, at) => sum + (guess[at] ?? 0) * (column[unit] ?? 0), 0),
          );
          for (const [unit, value] of free.values.entries()) {
            expect(value ?? 0).toBeGreaterThanOrEqual((held.values[unit] ?? 0) - 1e-9);
            expect(value ?? 0).toBeGreaterThanOrEqual((scores[unit] ?? 0) / Math.max(...scores) - 1e-9);
            const shares = held.weights[unit] ?? [];
            const sum = shares.reduce((all, weight) => all + weight, 0);
            for (const weight of shares) expect(weight / sum).toBeGreaterThanOrEqual(0.15 - 1e-9);
            expect((free.pieShares[unit] ?? []).reduce((all, share) => all + share, 0)).toBeCloseTo(1, 9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("without bounds and with pie shares the unit of a column does not matter", () => {
    const columns = [
      [4, 9, 2, 7],
      [30, 10, 40, 25],
    ];
    const wide = [columns[0] ?? [], (columns[1] ?? []).map((value) => value * 1e6)];
    for (const bounds of [{ kind: "none" } as const, { kind: "pie-shares", lower: 0.2, upper: 0.8 } as const])
      alike(
        ok(benefitOfDoubt({ columns: wide }, { bounds })).values,
        ok(benefitOfDoubt({ columns }, { bounds })).values,
      );
  });

  test("weights at a score of 1 are told to be many, inside the front to be one", () => {
    const result = ok(
      benefitOfDoubt(
        {
          columns: [
            [5, 1, 2],
            [1, 5, 2],
          ],
        },
        { bounds: { kind: "none" } },
      ),
    );
    expect(result.values.slice(0, 2)).toEqual([1, 1]);
    expect(result.unique.slice(0, 2)).toEqual([false, false]);
    const inside = ok(
      benefitOfDoubt(
        {
          columns: [
            [5, 1, 2.5],
            [1, 5, 2],
          ],
        },
        { bounds: { kind: "none" } },
      ),
    );
    expect(inside.unique[2]).toBe(true);
    expect(inside.benchmarks[2]).toEqual([0, 1]);
  });

  test("a zero against a pie-share floor has no score, and the others keep theirs", () => {
    const columns = [
      [5, 0, 2],
      [1, 5, 2],
    ];
    const result = ok(benefitOfDoubt({ columns }, { bounds: { kind: "pie-shares", lower: 0.2 } }));
    expect(result.values[1]).toBeNull();
    expect(result.reasons).toEqual([null, "shares-infeasible", null]);
    expect(benefitOfDoubt({ columns: [[-1, 2]] }, { bounds: { kind: "none" } })).toMatchObject({
      reason: "negative-values",
    });
    expect(benefitOfDoubt({ columns: [[0, 0]] }, { bounds: { kind: "none" } })).toMatchObject({
      reason: "all-zero",
    });
  });
});

describe("importance", () => {
  test("weights are never negative and sum to 1, also where a column opposes the rest", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 }), {
          minLength: 2,
          maxLength: 4,
        }),
        fc.constantFrom("squared-correlation" as const, "correlation" as const, "covariance-share" as const),
        (columns, measure) => {
          const found = optimiseImportance({ columns }, { measure });
          if (found.status !== "ok") return;
          expect(Math.min(...found.weights)).toBeGreaterThanOrEqual(0);
          expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
          expect(found.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
          expect(Number.isFinite(found.residual)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("covariance shares can always be had: the problem is convex", () => {
    const columns = [
      [1, 2, 3, 4, 9],
      [1, 2, 4, 3, 8],
      [5, 1, 1, 2, 0],
    ];
    const found = ok(optimiseImportance({ columns }, { measure: "covariance-share", target: [2, 1, 1] }));
    expect(found.reached).toBe(true);
    expect(found.shares[0]).toBeCloseTo(0.5, 6);
  });
});

describe("rank reversal", () => {
  test("methods that look at each unit by itself never turn: TOPSIS with given ideals, unnormalised", () => {
    fc.assert(
      fc.property(table, ({ columns, weights }) => {
        if ((columns[0]?.length ?? 0) < 3) return;
        const ideals = { best: columns.map(() => 9), worst: columns.map(() => 0) };
        const report = ok(
          rankReversals({ columns, weights }, { method: "topsis", normalisation: "none", ideals }),
        );
        expect(report.stable).toBe(true);
        expect(report.reversedShare).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test("ranks of one column never turn", () => {
    const report = ok(rankReversals({ columns: [[4, 2, null, 9, 9]] }, { method: "rank" }));
    expect(report.stable).toBe(true);
    expect(report.dropped.map(({ row }) => row)).toEqual([0, 1, 3, 4]);
    expect(report.dropped.every(({ leaderChanged }) => !leaderChanged)).toBe(true);
  });
});
