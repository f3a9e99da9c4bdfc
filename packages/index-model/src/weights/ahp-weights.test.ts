import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ahpWeights } from "./ahp-weights.js";
import type { Judgement } from "./judgement-matrix.js";

const codeOf = (call: () => unknown) => {
  try {
    return call();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};
const rounded = (values: readonly number[], digits: number) =>
  values.map((value) => Number(value.toFixed(digits)));

describe("published matrices", () => {
  test("wealth of nations (Saaty, Journal of Mathematical Psychology 15 (1977) 255): weights, and CR under two random indices", () => {
    const wealth = [
      [1, 4, 9, 6, 6, 5, 5],
      [null, 1, 7, 5, 5, 3, 4],
      [null, null, 1, "1/5", "1/5", "1/7", "1/5"],
      [null, null, null, 1, 1, "1/3", "1/3"],
      [null, null, null, null, 1, "1/3", "1/3"],
      [null, null, null, null, null, 1, 2],
      [null, null, null, null, null, null, 1],
    ];
    const result = ahpWeights(wealth);
    expect(rounded(result.weights, 3)).toEqual([0.427, 0.23, 0.021, 0.052, 0.052, 0.123, 0.094]);
    expect(result.lambdaMax).toBeCloseTo(7.61, 2);
    expect(result.consistencyRatio).toBeCloseTo(0.0767, 4);
    expect(ahpWeights(wealth, { randomIndex: "saaty-2005" }).consistencyRatio).toBeCloseTo(0.075, 4);
    expect(result.consistent).toBe(true);
  });
  test("drinks (Saaty, International Journal of Services Sciences 1 (2008) 83–98): weights and CR 0.022", () => {
    // coffee, wine, tea, beer, soda, milk, water
    const drinks = [
      [1, 9, 5, 2, 1, 1, "1/2"],
      [null, 1, "1/3", "1/9", "1/9", "1/9", "1/9"],
      [null, null, 1, "1/3", "1/4", "1/3", "1/9"],
      [null, null, null, 1, "1/2", 1, "1/3"],
      [null, null, null, null, 1, 2, "1/2"],
      [null, null, null, null, null, 1, "1/3"],
      [null, null, null, null, null, null, 1],
    ];
    const result = ahpWeights(drinks, { randomIndex: "saaty-2005" });
    expect(rounded(result.weights, 3)).toEqual([0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327]);
    expect(result.consistencyRatio).toBeCloseTo(0.022, 3);
    expect(ahpWeights(drinks, { randomIndex: "donegan-dodd-1991" }).consistencyRatio).toBeCloseTo(0.0235, 4);
  });
  test("an incomplete matrix (Bozóki, Fülöp and Rónyai, Mathematical and Computer Modelling 52 (2010) 318–333)", () => {
    const result = ahpWeights(
      [
        [1, 1, 5, 2],
        [null, 1, 3, 4],
        [null, null, 1, null],
        [null, null, null, 1],
      ],
      { randomIndex: "donegan-dodd-1991" },
    );
    expect(result.completed).toHaveLength(1);
    expect(result.completed[0]?.value).toBeCloseTo(Math.sqrt(8 / 15), 13);
    expect(rounded(result.weights, 4)).toEqual([0.3738, 0.392, 0.0985, 0.1357]);
    expect(result.consistencyRatio).toBeCloseTo(0.0372, 4);
  });
});

/** Weights whose ratios stay on a scale of 1 to some 50, and the consistent matrix they imply. */
const positive = fc.array(fc.double({ min: 0.2, max: 10, noNaN: true }), { minLength: 1, maxLength: 9 });
const implied = (weights: readonly number[]) => weights.map((a) => weights.map((b) => a / b));
const judged = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc
    .array(fc.constantFrom(1, 2, 3, 5, 7, 9, 1 / 2, 1 / 3, 1 / 5, 1 / 9), {
      minLength: (n * (n - 1)) / 2,
      maxLength: (n * (n - 1)) / 2,
    })
    .map((upper) => {
      const rows: Judgement[][] = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => (i === j ? 1 : null)),
      );
      let next = 0;
      for (let i = 0; i < n; i += 1)
        for (let j = i + 1; j < n; j += 1) (rows[i] as Judgement[])[j] = upper[next++] ?? 1;
      return rows;
    }),
);

describe("laws", () => {
  test("a consistent matrix gives its weights back with ratio 0, by both methods", () => {
    fc.assert(
      fc.property(
        positive,
        fc.constantFrom("eigenvector" as const, "geometric-mean" as const),
        (raw, method) => {
          const sum = raw.reduce((a, b) => a + b, 0);
          const result = ahpWeights(implied(raw), { method });
          for (const [index, value] of raw.entries())
            expect(result.weights[index]).toBeCloseTo(value / sum, 13);
          expect(result.consistencyRatio).toBe(0);
          expect(result.geometricConsistencyIndex ?? 0).toBeCloseTo(0, 13);
          expect(result.worstJudgement).toBeNull();
        },
      ),
    );
  });
  test("a chain of n − 1 judgements is completed to the consistent matrix", () => {
    fc.assert(
      fc.property(positive, (raw) => {
        const chain = raw.map((a, i) =>
          raw.map((b, j): Judgement => (i === j ? 1 : j === i + 1 ? a / b : null)),
        );
        const sum = raw.reduce((a, b) => a + b, 0);
        const { weights } = ahpWeights(chain);
        for (const [index, value] of raw.entries()) expect(weights[index]).toBeCloseTo(value / sum, 11);
      }),
    );
  });
  test("λmax is at least n, weights are positive, sum to 1 and follow the order of the indicators", () => {
    fc.assert(
      fc.property(judged, (rows) => {
        const n = rows.length;
        const one = ahpWeights(rows);
        const reversed = ahpWeights([...rows].reverse().map((row) => [...row].reverse()));
        expect(one.lambdaMax).toBeGreaterThanOrEqual(n);
        expect(one.weights.every((weight) => weight > 0)).toBe(true);
        expect(one.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
        expect(reversed.lambdaMax).toBeCloseTo(one.lambdaMax, 11);
        for (const [index, weight] of one.weights.entries())
          expect(reversed.weights[n - 1 - index]).toBeCloseTo(weight, 11);
      }),
    );
  });
  test("the eigenvector solves A w = λ w to the last digits, also for circles of judgements", () => {
    const size = 6;
    const circle = Array.from({ length: size }, (_, i) =>
      Array.from(
        { length: size },
        (_, j): Judgement =>
          i === j ? 1 : (j - i + size) % size === 1 ? 1e6 : (i - j + size) % size === 1 ? "1/1000000" : 1,
      ),
    );
    const { weights, lambdaMax } = ahpWeights(circle);
    for (const weight of weights) expect(weight).toBeCloseTo(1 / size, 12);
    expect(lambdaMax / (1 + 1e6 + 1e-6 + 3)).toBeCloseTo(1, 14);
  });
  test("no completion near the one found has a smaller λ, however contrary the judgements", () => {
    const holes = fc.array(fc.boolean(), { minLength: 21, maxLength: 21 });
    fc.assert(
      fc.property(judged, holes, fc.integer({ min: -2, max: 2 }), (rows, drop, tenths) => {
        let next = 0;
        // Neighbours stay, so that a chain links all indicators.
        const open = rows.map((row, i) =>
          row.map((value, j) => (j > i + 1 && drop[next++ % drop.length] ? null : value)),
        );
        const found = ahpWeights(open);
        const filled = open.map((row) => [...row]);
        for (const { row, column, value } of found.completed)
          (filled[row] as Judgement[])[column] = value * (1 + tenths / 10);
        expect(ahpWeights(filled).lambdaMax).toBeGreaterThanOrEqual(found.lambdaMax * (1 - 1e-13));
      }),
    );
  });
  test("filling a missing judgement with what was found changes nothing", () => {
    const rows = [
      [1, 5, 3, 7],
      [null, 1, null, 5],
      [null, null, 1, null],
      [null, null, "1/2", 1],
    ];
    const found = ahpWeights(rows);
    const filled = rows.map((row) => [...row]);
    for (const { row, column, value } of found.completed) (filled[row] as Judgement[])[column] = value;
    const again = ahpWeights(filled);
    expect(again.lambdaMax).toBeCloseTo(found.lambdaMax, 13);
    // No other value near it does better.
    for (const { row, column, value } of found.completed)
      for (const factor of [0.99, 1.01]) {
        const other = filled.map((line) => [...line]);
        (other[row] as Judgement[])[column] = value * factor;
        expect(ahpWeights(other).lambdaMax).toBeGreaterThan(found.lambdaMax);
      }
  });
});

describe("edge cases", () => {
  test("one and two indicators have ratio 0 and no geometric index", () => {
    expect(ahpWeights([[1]])).toMatchObject({ weights: [1], consistencyRatio: 0, consistent: true });
    const two = ahpWeights([
      [1, 4],
      [null, 1],
    ]);
    expect(two).toMatchObject({
      consistencyRatio: 0,
      geometricConsistencyIndex: null,
      randomIndex: { value: 0 },
    });
  });
  test("the judgement that strays furthest is named", () => {
    const result = ahpWeights([
      [1, 2, 8],
      [null, 1, "1/4"],
      [null, null, 1],
    ]);
    expect(result.consistent).toBe(false);
    expect(result.worstJudgement).toMatchObject({ row: 0, column: 2, judged: 8 });
    expect(result.warnings.map(({ code }) => code)).toEqual(["weights.inconsistent"]);
  });
  test("what is no judgement matrix is refused by name", () => {
    const refused: [unknown, string][] = [
      [
        [
          [1, 3],
          [0.33, 1],
        ],
        "weights.not-reciprocal",
      ],
      [
        [
          [1, -3],
          [null, 1],
        ],
        "weights.bad-judgement",
      ],
      [
        [
          [1, 0],
          [null, 1],
        ],
        "weights.bad-judgement",
      ],
      [
        [
          [1, "3:1"],
          [null, 1],
        ],
        "weights.bad-judgement",
      ],
      [
        [
          [2, 3],
          [null, 1],
        ],
        "weights.diagonal-not-one",
      ],
      [[[1, 3]], "weights.not-square"],
      [[[1, 3], [null]], "weights.not-square"],
      [[], "weights.not-a-list"],
      ["[[1]]", "weights.not-a-list"],
      [
        [
          [1, null],
          [null, 1],
        ],
        "weights.not-connected",
      ],
    ];
    for (const [matrix, code] of refused) expect(codeOf(() => ahpWeights(matrix as never))).toBe(code);
  });
  test("above the end of a table another random index must be named", () => {
    const ones = (n: number) => Array.from({ length: n }, () => new Array<number>(n).fill(1));
    expect(codeOf(() => ahpWeights(ones(16)))).toBe("weights.no-random-index");
    expect(codeOf(() => ahpWeights(ones(21), { randomIndex: "donegan-dodd-1991" }))).toBe(
      "weights.no-random-index",
    );
    expect(ahpWeights(ones(16), { randomIndex: "alonso-lamata-2006" }).warnings[0]?.code).toBe(
      "weights.extrapolated-random-index",
    );
    expect(ahpWeights(ones(16), { randomIndex: "none" })).toMatchObject({
      consistencyRatio: null,
      consistent: null,
    });
    expect(ahpWeights(ones(16), { randomIndex: { name: "own", value: 1.6 } }).randomIndex?.value).toBe(1.6);
    expect(codeOf(() => ahpWeights(ones(101), { randomIndex: "none" }))).toBe("weights.too-many");
    expect(codeOf(() => ahpWeights(ones(3), { randomIndex: "saaty" as never }))).toBe("document.not-allowed");
  });
});
