import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { benefitOfDoubt } from "./benefit-of-doubt/benefit-of-doubt.js";
import { bordaScores } from "./borda-scores.js";
import { categoricalByPercentile } from "./categorical-by-percentile.js";
import { copelandScores } from "./copeland-scores.js";
import { kemenyRanking } from "./kemeny/kemeny-ranking.js";
import { outrankingMatrix } from "./outranking-matrix.js";
import { percentileRanks } from "./percentile-ranks.js";
import { rankReversals } from "./rank-reversals.js";
import { rankValues } from "./rank-values.js";

interface Handbook {
  countries: string[];
  tableA2: number[][];
  table15: { rank: number[]; percentile: number[]; categorical: number[] };
  table19: { scores: number[]; weights: Record<string, number[]> };
  table35: number[][];
  table36: number[][];
}
const book = JSON.parse(
  readFileSync(new URL("../../fixtures/cohort/handbook.json", import.meta.url), "utf8"),
) as Handbook;

function ok<T extends { status: string }>(result: T): Extract<T, { status: "ok" }> {
  expect(result.status).toBe("ok");
  return result as Extract<T, { status: "ok" }>;
}

/** Columns from a profile: how many criteria rank the units in which order, the best first. */
function profile(groups: readonly (readonly [count: number, order: string])[]) {
  const units = [...(groups[0]?.[1] ?? "")].sort();
  return {
    columns: groups.map(([, order]) => units.map((unit) => order.length - order.indexOf(unit))),
    weights: groups.map(([count]) => count),
  };
}

describe("OECD/JRC Handbook (2008)", () => {
  const schooling = book.tableA2[6] ?? [];

  test("table 15: rank, percentile and categorical scale of mean years of school", () => {
    const ranks = ok(rankValues(schooling, { order: "ascending" })).values;
    expect(ranks).toEqual(book.table15.rank);
    const shares = ok(percentileRanks(schooling, { rule: "cumulative", ties: "minimum" })).values;
    // Printed to one decimal.
    for (const [row, printed] of book.table15.percentile.entries())
      expect(Math.abs(100 * (shares[row] ?? 0) - printed), book.countries[row]).toBeLessThanOrEqual(0.05);
    const cuts = [0.05, 0.15, 0.35, 0.65, 0.85, 0.95].map((from, step) => ({
      from,
      value: [20, 40, 50, 60, 80, 100][step] ?? 0,
    }));
    const points = categoricalByPercentile(schooling, { rule: "cumulative", below: 0, cuts });
    expect(ok(points).values).toEqual(book.table15.categorical);
  });

  test("table 19: benefit of the doubt under weight shares 0.10 to 0.15 on min-max data", () => {
    const columns = book.tableA2.map((column) => {
      const [least, most] = [Math.min(...column), Math.max(...column)];
      return column.map((value) => (value - least) / (most - least));
    });
    const result = ok(
      benefitOfDoubt({ columns }, { bounds: { kind: "weight-shares", lower: 0.1, upper: 0.15 } }),
    );
    // Printed to two decimals from data with more digits than table A.2 shows.
    for (const [row, printed] of book.table19.scores.entries())
      expect(Math.abs((result.values[row] ?? 0) - printed), book.countries[row]).toBeLessThanOrEqual(0.0101);
    for (const [country, printed] of Object.entries(book.table19.weights)) {
      const weights = result.weights[book.countries.indexOf(country)] ?? [];
      for (const [column, weight] of printed.entries())
        expect(Math.abs((weights[column] ?? 0) - weight), `${country} ${column}`).toBeLessThanOrEqual(0.0101);
    }
    expect(result.unique.filter((unique) => unique === false)).toHaveLength(3);
  });

  test("tables 25 to 27: Borda elects b, Condorcet and Copeland elect c", () => {
    const table = profile([
      [3, "abcd"],
      [5, "acbd"],
      [7, "bdca"],
      [6, "cbda"],
    ]);
    expect(ok(bordaScores(table, { scale: "sum" })).values).toEqual([24, 44, 38, 20]);
    const matrix = ok(outrankingMatrix(table)).matrix.map((row) =>
      row.map((share) => Math.round(share * 21)),
    );
    expect(matrix).toEqual([
      [0, 8, 8, 8],
      [13, 0, 10, 21],
      [13, 11, 0, 14],
      [13, 0, 7, 0],
    ]);
    const copeland = ok(copelandScores(table));
    expect(copeland.condorcetWinner).toBe(2);
    expect(copeland.values).toEqual([-3, 1, 3, -1]);
    expect(ok(kemenyRanking(table)).orders).toEqual([[2, 1, 3, 0]]);
  });

  test("tables 28 to 30: a cycle, solved by Kemeny as b, c, a with support 104", () => {
    const table = profile([
      [23, "abc"],
      [17, "bca"],
      [2, "bac"],
      [10, "cab"],
      [8, "cba"],
    ]);
    expect(ok(bordaScores(table, { scale: "sum" })).values).toEqual([58, 69, 53]);
    const ranking = ok(kemenyRanking(table));
    expect(ranking.orders).toEqual([[1, 2, 0]]);
    expect(ranking.support * 60).toBeCloseTo(104, 10);
    expect(ok(copelandScores(table)).condorcetWinner).toBeNull();
  });

  test("tables 31 to 33: dropping the last unit turns Borda's order round", () => {
    const table = profile([
      [3, "cbad"],
      [2, "badc"],
      [2, "adcb"],
    ]);
    expect(ok(bordaScores(table, { scale: "sum" })).values).toEqual([13, 12, 11, 6]);
    const report = ok(rankReversals(table, { method: "borda", scale: "sum" }));
    expect(report.dropped[3]).toMatchObject({
      row: 3,
      leaderChanged: true,
      pairs: [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    });
    expect(report.stable).toBe(false);
  });

  test("table 34: the paradox of three has three best orders", () => {
    const ranking = ok(
      kemenyRanking(
        profile([
          [1, "abc"],
          [1, "cab"],
          [1, "bca"],
        ]),
      ),
    );
    expect(ranking.count).toBe(3);
    expect(ranking.values).toEqual([2, 2, 2]);
  });

  test("tables 35 to 37: the five countries have three best orders", () => {
    expect(ok(outrankingMatrix({ columns: book.table35 })).matrix).toEqual(book.table36);
    const ranking = ok(kemenyRanking({ columns: book.table35 }));
    expect(ranking.support).toBeCloseTo(6.375, 12);
    expect(ranking.count).toBe(3);
    // Finland 0, United States 1, Sweden 2, Japan 3, Korea 4.
    expect(new Set(ranking.orders.map((order) => order.join("")))).toEqual(
      new Set(["12034", "20134", "21034"]),
    );
    expect(ranking.best).toEqual([2, 1, 1, 4, 5]);
    expect(ranking.worst).toEqual([3, 3, 2, 4, 5]);
  });
});
