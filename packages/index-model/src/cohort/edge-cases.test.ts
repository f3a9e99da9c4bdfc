import { describe, expect, test } from "vitest";
import { benefitOfDoubt } from "./benefit-of-doubt/benefit-of-doubt.js";
import { bordaScores } from "./borda-scores.js";
import { copelandScores } from "./copeland-scores.js";
import { fitGreyReference } from "./grey/fit-grey-reference.js";
import { greyRelational } from "./grey/grey-relational.js";
import { greyRelationalRow } from "./grey/grey-relational-row.js";
import { optimiseImportance } from "./importance/optimise-importance.js";
import { kemenyRanking } from "./kemeny/kemeny-ranking.js";
import { outrankingMatrix } from "./outranking-matrix.js";
import { percentileRanks } from "./percentile-ranks.js";
import { quotaGrades } from "./quota-grades.js";
import { rankSimilarity } from "./rank-similarity.js";
import { rankValues } from "./rank-values.js";
import { fitTopsisIdeals } from "./topsis/fit-topsis-ideals.js";
import { topsis } from "./topsis/topsis.js";
import { topsisRow } from "./topsis/topsis-row.js";

const code = (name: string) => expect.objectContaining({ code: name });
const reason = (name: string) => expect.objectContaining({ status: "not-computable", reason: name });

function ok<T extends { status: string }>(result: T): Extract<T, { status: "ok" }> {
  expect(result.status).toBe("ok");
  return result as Extract<T, { status: "ok" }>;
}

describe("what data cannot support is told, never a silent number", () => {
  test("nobody to compare with", () => {
    const alone = { columns: [[4], [2]] };
    for (const method of [bordaScores, copelandScores, kemenyRanking, outrankingMatrix])
      expect(method(alone)).toEqual(reason("too-few-units"));
    expect(percentileRanks([4], { rule: "inclusive" })).toEqual(reason("too-few-units"));
    expect(rankValues([null, Number.NaN])).toEqual(reason("no-units"));
    expect(
      topsis({
        columns: [
          [null, 1],
          [2, null],
        ],
      }),
    ).toEqual(reason("no-units"));
  });

  test("a constant column is named, not dropped with its weight handed to the others", () => {
    const table = {
      columns: [
        [1, 2, 3],
        [5, 5, 5],
      ],
    };
    expect(topsis(table, { normalisation: "min-max" })).toEqual(reason("constant-column"));
    expect(greyRelational(table)).toEqual(reason("constant-column"));
    expect(optimiseImportance(table)).toEqual(reason("constant-column"));
    expect(
      topsis({
        columns: [
          [1, 2, 3],
          [0, 0, 0],
        ],
      }),
    ).toEqual(reason("constant-column"));
    // Weight 0 says that it is not meant to count.
    expect(topsis({ ...table, weights: [1, 0] }, { normalisation: "min-max" })).toMatchObject({
      values: [0, 0.5, 1],
    });
  });

  test("units that are all alike have no distance", () => {
    expect(
      topsis({
        columns: [
          [3, 3],
          [2, 2],
        ],
      }),
    ).toEqual(reason("no-distance"));
    expect(greyRelational({ columns: [[3, 3]] }, { normalisation: "none" })).toEqual(reason("no-distance"));
    expect(ok(rankSimilarity([1, 1], [1, 2], { given: "ranks" })).spearman).toEqual(reason("no-variation"));
  });

  test("a missing value without weight does not matter, one with weight does", () => {
    const columns = [
      [3, 1, 2],
      [null, 4, 5],
    ];
    expect(ok(bordaScores({ columns, weights: [1, 0] })).values).toEqual([2, 0, 1]);
    const left = ok(bordaScores({ columns }));
    expect(left.values).toEqual([null, 0, 1]);
    expect(left.reasons).toEqual(["missing", null, null]);
    const ideals = ok(fitTopsisIdeals({ columns }));
    expect(topsisRow(ideals, [1, null])).toEqual(reason("missing"));
    expect(topsisRow(ideals, [1, null], { weights: [1, 0] })).toMatchObject({ status: "ok" });
  });
});

describe("one unit at a time", () => {
  test("better never scores worse beyond the fitted ideal, unless distance beyond is to be measured", () => {
    const ideals = ok(
      fitTopsisIdeals(
        {
          columns: [
            [0, 10],
            [0, 10],
          ],
        },
        { normalisation: "min-max" },
      ),
    );
    const value = (row: number[], beyond: "cap" | "measure") => ok(topsisRow(ideals, row, { beyond })).value;
    expect(value([20, 5], "cap")).toBe(value([10, 5], "cap"));
    expect(value([20, 5], "measure")).toBeLessThan(value([10, 5], "measure"));
    const reference = ok(
      fitGreyReference({
        columns: [
          [0, 10],
          [0, 10],
        ],
      }),
    );
    expect(ok(greyRelationalRow(reference, [20, 5])).value).toBe(
      ok(greyRelationalRow(reference, [10, 5])).value,
    );
    const both = ok(
      fitGreyReference(
        {
          columns: [
            [0, 10],
            [0, 10],
          ],
        },
        { deviation: "absolute" },
      ),
    );
    expect(ok(greyRelationalRow(both, [20, 5])).value).toBeLessThan(
      ok(greyRelationalRow(both, [10, 5])).value,
    );
  });

  test("given ideals make scores independent of who takes part", () => {
    const ideals = { best: [10, 100], worst: [0, 0] };
    const options = { normalisation: "none", ideals } as const;
    const two = ok(
      topsis(
        {
          columns: [
            [3, 8],
            [90, 20],
          ],
          weights: [10, 1],
        },
        options,
      ),
    );
    const three = ok(
      topsis(
        {
          columns: [
            [3, 8, 10],
            [90, 20, 1],
          ],
          weights: [10, 1],
        },
        options,
      ),
    );
    expect(three.values.slice(0, 2)).toEqual(two.values);
  });

  test("values of any representable size give finite scores", () => {
    for (const size of [1e-300, 1e-5, 1e99]) {
      const columns = [
        [size, 2 * size, 4 * size],
        [4, 2, 1],
      ];
      const scores = ok(topsis({ columns })).values;
      const plain = ok(
        topsis({
          columns: [
            [1, 2, 4],
            [4, 2, 1],
          ],
        }),
      ).values;
      for (const [unit, score] of scores.entries()) expect(score).toBeCloseTo(plain[unit] ?? 0, 12);
    }
    expect(ok(rankValues([1e308, -1e308, 5e-324])).values).toEqual([1, 3, 2]);
  });
});

describe("mistakes", () => {
  test("are refused by code", () => {
    expect(() => rankValues("abc" as never)).toThrowError(code("cohort.not-a-column"));
    expect(() => rankValues([Number.POSITIVE_INFINITY])).toThrowError(code("cohort.bad-value"));
    expect(() => bordaScores({ columns: [[1, 2], [1]] })).toThrowError(code("cohort.column-length"));
    expect(() => bordaScores({ columns: [[1, 2]], weights: [1, 2] })).toThrowError(
      code("cohort.wrong-count"),
    );
    expect(() => bordaScores({ columns: [[1, 2]], weights: [0] })).toThrowError(
      code("cohort.weights-sum-to-zero"),
    );
    expect(() => percentileRanks([1, 2], {} as never)).toThrowError(code("document.missing-key"));
    expect(() =>
      benefitOfDoubt({ columns: [[1, 2]], weights: [1] } as never, { bounds: { kind: "none" } }),
    ).toThrowError(code("document.unknown-key"));
    const bounds = { kind: "pie-shares", lower: 0.4, upper: 0.3 } as const;
    expect(() => benefitOfDoubt({ columns: [[1, 2]] }, { bounds })).toThrowError(
      code("cohort.bounds-crossed"),
    );
    expect(() => rankSimilarity([0, 1], [1, 2], { given: "ranks" })).toThrowError(
      code("cohort.not-a-ranking"),
    );
    expect(() => topsis({ columns: [[1, 2]] }, { ideals: { best: [1], worst: [1] } })).toThrowError(
      code("cohort.ideals-crossed"),
    );
    expect(() => copelandScores({ columns: [new Float64Array(2001)] })).toThrowError(
      code("cohort.too-many-units"),
    );
    expect(() => optimiseImportance({ columns: Array.from({ length: 61 }, () => [1, 2, 4]) })).toThrowError(
      code("cohort.too-many-columns"),
    );
    const grades = [{ id: "A", share: 0.7 }, { id: "B", share: 0.7 }, { id: "C" }];
    expect(() => quotaGrades([1], { grades, rounding: "floor", ties: "worse" })).toThrowError(
      code("cohort.shares-too-large"),
    );
  });

  test("typed arrays with NaN for missing are columns too", () => {
    const columns = [Float64Array.from([3, Number.NaN, 1]), Float32Array.from([1, 2, 3])];
    expect(ok(copelandScores({ columns })).values).toEqual([0, null, 0]);
  });
});
