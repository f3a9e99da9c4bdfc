import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineIndex, explainIndex, fitIndex, type IndexTable, renderFormula, scoreIndex } from "../index.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const leaf = {
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source: "statistic",
  normalise: { method: "identity" },
} as const;

/** An aggregate over leaves x0, x1, …; weights 1, 2, … unless told otherwise. */
function aggregate(count: number, more: Record<string, unknown>, weights?: readonly unknown[] | null) {
  const ids = Array.from({ length: count }, (_, index) => `x${index}`);
  return defineIndex({
    formatVersion: 1,
    id: "test.aggregate",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "whole",
    nodes: {
      ...Object.fromEntries(ids.map((id) => [id, leaf])),
      whole: {
        kind: "aggregate",
        title,
        provenance,
        method: "arithmetic-mean",
        children: ids.map((node, index) => ({
          node,
          ...(weights === null ? {} : { weight: weights ? weights[index] : index + 1 }),
        })),
        missing: { policy: "propagate" },
        ...more,
      },
    },
  });
}
const tableOf = (
  rows: readonly (readonly (number | null)[])[],
  more: Record<string, number[]> = {},
): IndexTable => ({
  units: rows.map((_, row) => `u${row}`),
  columns: {
    ...Object.fromEntries(
      (rows[0] ?? []).map((_, index) => [`x${index}`, rows.map((row) => row[index] ?? null)]),
    ),
    ...more,
  },
});
const whole = (definition: ReturnType<typeof aggregate>, ...rows: readonly (readonly (number | null)[])[]) =>
  scoreIndex(definition, tableOf(rows)).nodes["whole"]?.values;
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}

const rows = fc.array(fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0.5, max: 100, noNaN: true }))), {
  minLength: 1,
  maxLength: 5,
});

describe("power means", () => {
  test("grow with their exponent, from the minimum to the maximum", () => {
    const exponents = ["minimum", -20, -1, 0, 0.5, 1, 2, 20, "maximum"];
    fc.assert(
      fc.property(rows, (cells) => {
        const means = exponents.map((exponent) =>
          whole(aggregate(3, { method: "power-mean", exponent }), ...cells),
        );
        for (let at = 1; at < means.length; at += 1)
          means[at]?.forEach((value, row) => {
            expect(value ?? 0).toBeGreaterThanOrEqual((means[at - 1]?.[row] ?? 0) * (1 - 1e-12));
          });
      }),
      { numRuns: 40 },
    );
  });

  test("agree with the named means", () => {
    fc.assert(
      fc.property(rows, (cells) => {
        for (const [exponent, method] of [
          [1, "arithmetic-mean"],
          [0, "geometric-mean"],
          [-1, "harmonic-mean"],
        ])
          expect(whole(aggregate(3, { method: "power-mean", exponent }), ...cells)).toEqual(
            whole(aggregate(3, { method }), ...cells),
          );
      }),
      { numRuns: 40 },
    );
  });
});

const relative = [
  { method: "arithmetic-mean" },
  { method: "geometric-mean" },
  { method: "harmonic-mean" },
  { method: "power-mean", exponent: 3 },
  { method: "power-mean", exponent: "minimum" },
  { method: "mpi", penalty: "negative", deviation: "population" },
  { method: "mpi", penalty: "positive", deviation: "sample" },
  { method: "mean-min", alpha: 0.4, beta: 3 },
];

describe.each(relative)("$method $exponent$penalty", (more) => {
  test("scaling the weights, turning the units and turning the children change nothing", () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const plain = whole(aggregate(3, more, [1, 2, 4]), ...cells) ?? [];
        const scaled = whole(aggregate(3, more, ["10/3", "20/3", "40/3"]), ...cells) ?? [];
        const units = whole(aggregate(3, more, [1, 2, 4]), ...[...cells].reverse()) ?? [];
        const children =
          whole(aggregate(3, more, [4, 2, 1]), ...cells.map((row) => [...row].reverse())) ?? [];
        plain.forEach((value, row) => {
          expect(scaled[row]).toBeCloseTo(value ?? 0, 9);
          expect(children[row]).toBeCloseTo(value ?? 0, 9);
        });
        expect([...units].reverse()).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  test("equal children give their value", () => {
    expect(whole(aggregate(3, more), [40, 40, 40])?.[0]).toBeCloseTo(40, 10);
  });

  test("a missing child propagates, or the others stand for it", () => {
    expect(whole(aggregate(3, more), [40, null, 40])).toEqual([null]);
    const renormalise = { policy: "renormalise", minimumAvailable: 0.5 };
    expect(whole(aggregate(3, { ...more, missing: renormalise }), [40, null, 40])?.[0]).toBeCloseTo(40, 10);
    const result = scoreIndex(aggregate(3, { ...more, missing: renormalise }), tableOf([[40, null, null]]));
    expect(result.nodes["whole"]?.reasons).toEqual(["insufficient-coverage"]);
    const count = { policy: "renormalise", minimumAvailable: 0, minimumCount: 3 };
    expect(whole(aggregate(3, { ...more, missing: count }), [40, null, 40])).toEqual([null]);
  });
});

describe("methods by hand", () => {
  test("MPI and mean–min", () => {
    // M = 100, S(n) = 10, S(n-1) = 14.142…: 100 ∓ 100/100 and 100 ∓ 200/100.
    const mpi = (penalty: string, deviation: string) =>
      whole(aggregate(2, { method: "mpi", penalty, deviation }, [1, 1]), [90, 110])?.[0];
    expect(mpi("negative", "population")).toBeCloseTo(99, 12);
    expect(mpi("positive", "population")).toBeCloseTo(101, 12);
    expect(mpi("negative", "sample")).toBeCloseTo(98, 12);
    const meanMin = (alpha: number, beta: number) =>
      whole(aggregate(2, { method: "mean-min", alpha, beta }, [1, 1]), [60, 100])?.[0];
    expect(meanMin(0, 7)).toBe(80);
    expect(meanMin(1, 0)).toBe(60);
    // 80 − ½(√(20² + 15²) − 15) = 75
    expect(meanMin(0.5, 15)).toBeCloseTo(75, 12);
  });

  test("sums add as written, products multiply; what does not apply is left out", () => {
    expect(whole(aggregate(2, { method: "sum" }, [1, "1/2"]), [10, 4])).toEqual([12]);
    expect(whole(aggregate(2, { method: "product" }, [1, 2]), [10, 4])).toEqual([160]);
    expect(
      codeOf(() => aggregate(2, { method: "sum", missing: { policy: "renormalise", minimumAvailable: 0 } })),
    ).toBe("index.policy-not-for-method");
  });

  test("an ordered mean looks at ranks", () => {
    const owa = (orderWeights: readonly number[]) => aggregate(3, { method: "owa", orderWeights }, null);
    expect(whole(owa([1, 0, 0]), [3, 9, 6])).toEqual([9]);
    expect(whole(owa([0, 0, 1]), [3, 9, 6])).toEqual([3]);
    expect(whole(owa([1, 2, 1]), [3, 9, 6])).toEqual([6]);
    expect(codeOf(() => owa([1, 2]))).toBe("index.order-weights-length");
    expect(codeOf(() => owa([0, 0, 0]))).toBe("index.weights-sum-to-zero");
    expect(codeOf(() => aggregate(2, { method: "owa", orderWeights: [1, 1] }))).toBe("index.weight-twice");
  });

  test("parameters of one method are refused under another", () => {
    expect(codeOf(() => aggregate(2, { exponent: 2 }))).toBe("document.unknown-key");
    expect(codeOf(() => aggregate(2, { method: "power-mean" }))).toBe("document.missing-key");
    expect(codeOf(() => aggregate(2, { method: "power-mean", exponent: "median" }))).not.toBe("no error");
    expect(codeOf(() => aggregate(2, { method: "mean-min", alpha: 2, beta: 0 }))).toBe("index.bad-parameter");
  });
});

describe("missing policies", () => {
  const value = (missing: object, method: object = {}) =>
    whole(aggregate(3, { ...method, missing }), [80, null, 20])?.[0];

  test("what stands in for a missing child is what the policy says", () => {
    // Weights 1, 2, 3.
    expect(value({ policy: "zero" })).toBeCloseTo(140 / 6, 12);
    expect(value({ policy: "constant", value: 50 })).toBeCloseTo(240 / 6, 12);
    expect(value({ policy: "worst" })).toBeCloseTo(140 / 6, 12);
    expect(value({ policy: "best" })).toBeCloseTo(340 / 6, 12);
    expect(value({ policy: "mean-of-others" })).toBeCloseTo(140 / 4, 12);
    expect(value({ policy: "renormalise", minimumAvailable: 0 })).toBeCloseTo(140 / 4, 12);
    expect(value({ policy: "zero" }, { method: "geometric-mean" })).toBe(0);
    expect(value({ policy: "mean-of-others" }, { method: "sum" })).toBeCloseTo(80 + 100 + 60, 12);
  });

  test("a child that does not apply is left out under every policy", () => {
    const policies = ["propagate", "zero", "worst", "best", "mean-of-others"];
    for (const policy of policies) {
      const definition = aggregate(3, { missing: { policy } });
      const nodes = { ...definition.nodes, x1: { ...leaf, codes: { notApplicable: [97] } } };
      expect(whole(defineIndex({ ...definition, nodes }), [80, 97, 20])?.[0]).toBeCloseTo(140 / 4, 12);
    }
  });

  test("explanations tell what was put in", () => {
    const definition = aggregate(3, { missing: { policy: "best" } });
    const [top] = explainIndex(scoreIndex(definition, tableOf([[80, null, 20]])), 0).nodes;
    expect(top?.parts.map((part) => part.filled ?? null)).toEqual([null, 100, null]);
    const sum = top?.parts.reduce((total, part) => total + (part.contribution?.value ?? 0), 0);
    expect(sum).toBeCloseTo(top?.value ?? 0, 12);
  });
});

describe("weights", () => {
  test("must sum exactly where the definition says so", () => {
    const sums = (weights: readonly unknown[], mustSum: unknown) =>
      codeOf(() => aggregate(3, { mustSum }, weights));
    expect(sums([0.1, 0.2, 0.7], 1)).toBe("no error");
    expect(sums(["1/3", "1/3", "1/3"], 1)).toBe("no error");
    expect(sums([30, 30, 40], 100)).toBe("no error");
    expect(sums([0.1, 0.2, 0.6], 1)).toBe("index.weights-must-sum");
  });

  const byColumn = (method: object, missing: object = { policy: "propagate" }) => {
    const definition = aggregate(2, { ...method, missing });
    const children = ["x0", "x1"].map((node, index) => ({ node, weightColumn: `w${index}` }));
    return defineIndex({
      ...definition,
      nodes: { ...definition.nodes, whole: { ...definition.nodes["whole"], children } },
    });
  };
  const scored = (
    method: object,
    cells: readonly (number | null)[],
    weights: readonly number[],
    missing?: object,
  ) => {
    const table = tableOf([cells], { w0: [weights[0] ?? 0], w1: [weights[1] ?? 0] });
    return scoreIndex(byColumn(method, missing), table);
  };

  test("a column of the table weighs each unit by itself, as numbers in the document would", () => {
    const weight = fc.double({ min: 0.1, max: 9, noNaN: true });
    fc.assert(
      fc.property(rows, weight, weight, (cells, w0, w1) => {
        for (const method of [
          { method: "arithmetic-mean" },
          { method: "geometric-mean" },
          { method: "harmonic-mean" },
        ])
          for (const row of cells) {
            const pair = row.slice(0, 2);
            const fixed = whole(aggregate(2, method, [w0, w1]), pair)?.[0] ?? 0;
            const own = scored(method, pair, [w0, w1]).nodes["whole"]?.values[0] ?? 0;
            expect(own / fixed).toBeCloseTo(1, 9);
          }
      }),
      { numRuns: 30 },
    );
  });

  test("a column's weights follow the missing policy and are told", () => {
    const renormalise = { policy: "renormalise", minimumAvailable: 0.5 };
    expect(scored({}, [40, null], [3, 1], renormalise).nodes["whole"]?.values).toEqual([40]);
    const poor = scored({}, [40, null], [1, 3], renormalise).nodes["whole"];
    expect(poor?.values).toEqual([null]);
    expect(poor?.reasons).toEqual(["insufficient-coverage"]);
    expect(poor?.coverage).toEqual([0.25]);
    const result = scored({}, [40, 80], [3, 1]);
    expect(explainIndex(result, 0).nodes[0]?.parts.map((part) => part.contribution?.value)).toEqual([30, 20]);
    expect(codeOf(() => scored({}, [40, 80], [3, -1]))).toBe("table.negative-weight");
  });

  const weighting = (method: object) => aggregate(2, { weighting: method }, null);

  test("weights from judgements are worked out from the evidence in the document", () => {
    const ahp = weighting({
      method: "ahp",
      input: [
        [1, 3],
        ["1/3", 1],
      ],
    });
    expect(whole(ahp, [80, 40])?.[0]).toBeCloseTo(70, 12);
    expect(whole(weighting({ method: "equal" }), [80, 40])?.[0]).toBeCloseTo(60, 12);
    expect(codeOf(() => weighting({ method: "ahp", input: [[1]] }))).toBe("index.weighting-count");
    expect(codeOf(() => weighting({ method: "ahp" }))).toBe("index.weighting-input");
    expect(codeOf(() => weighting({ method: "entropy" }))).toBe("index.weighting-input");
    expect(codeOf(() => aggregate(2, { weighting: { method: "equal" } }))).toBe("index.weight-twice");
  });

  test("weights from data are fitted, frozen, and named in formulas until then", () => {
    const entropy = weighting({ method: "entropy", over: "pooled" });
    const reference = tableOf([
      [0.2, 0.5],
      [0.4, 0.6],
      [0.9, 0.7],
      [null, 0.1],
    ]);
    expect(codeOf(() => scoreIndex(entropy, reference))).toBe("index.not-fitted");
    expect(renderFormula(entropy, "whole", "text")).toContain("whole.weight.x0");
    const calibrated = fitIndex(entropy, reference);
    // scipy.stats.entropy on the columns [.2,.4,.9] and [.5,.6,.7], e = entropy / ln 3
    expect(calibrated.calibration?.nodes["whole"]?.weights?.[0]).toBeCloseTo(0.9484041297999215, 12);
    expect(calibrated.calibration?.nodes["whole"]?.n).toEqual({ weights: 3 });
    const one = whole(calibrated, [10, 20])?.[0];
    expect(one).toBeCloseTo(10 + 10 * (1 - 0.9484041297999215), 10);
    expect(explainIndex(scoreIndex(calibrated, reference), 0).nodes[0]?.parts[0]?.weight).toBeCloseTo(
      0.94840413,
      8,
    );
  });

  test("data that give no weights give no value, with a warning", () => {
    const calibrated = fitIndex(weighting({ method: "entropy", over: "pooled" }), tableOf([[1, 2]]));
    const result = scoreIndex(calibrated, tableOf([[1, 2]]));
    expect(result.nodes["whole"]?.values).toEqual([null]);
    expect(result.warnings.map(({ code }) => code)).toContain("index.not-fitted-node");
  });
});
