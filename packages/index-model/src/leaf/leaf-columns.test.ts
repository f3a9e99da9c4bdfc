import { isCxMetricsError } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import { defineIndex, fitIndex, type IndexTable, lowerNode, scoreIndex } from "../index.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const identity = { method: "identity" } as const;

function one(more: object) {
  return defineIndex({
    formatVersion: 1,
    id: "test.leaf",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "x",
    nodes: {
      x: {
        kind: "indicator",
        title,
        provenance,
        unit: "u",
        source: "statistic",
        normalise: identity,
        ...more,
      },
    },
  });
}
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}
const table = (cells: readonly (number | null)[], more: Partial<IndexTable> = {}): IndexTable => ({
  units: cells.map((_, row) => `u${row}`),
  ...more,
  columns: { x: cells, ...more.columns },
});
const node = (definition: ReturnType<typeof one>, data: IndexTable) =>
  scoreIndex(definition, data).nodes["x"];

describe("codes", () => {
  const definition = one({ codes: { notApplicable: [97], refused: [98], missing: [99] } });

  test("missing, not applicable, refused and zero are four things", () => {
    const result = node(definition, table([0, 97, 98, 99, null, 3]));
    expect(result?.values).toEqual([0, null, null, null, null, 3]);
    expect(result?.reasons).toEqual([null, "not-applicable", "missing", "missing", "missing", null]);
    expect(result?.coded?.map((cell) => cell?.means ?? null)).toEqual([
      null,
      "not-applicable",
      "refused",
      "missing",
      null,
      null,
    ]);
    expect(result?.coded?.[2]).toEqual({ code: 98, means: "refused" });
  });

  test("a code with two meanings is refused", () => {
    expect(codeOf(() => one({ codes: { refused: [98], missing: [98] } }))).toBe("index.code-twice");
  });
});

describe("codes hold wherever their column is read", () => {
  const codes = { notApplicable: [97], refused: [98] };
  const change = {
    op: "subtract",
    of: ["x", "lag"],
  };

  test("in the lag column of the leaf itself, for transforms and for percentage change", () => {
    const data = table([5, 6, 7], { columns: { last: [4, 97, 98] } });
    const moved = node(one({ codes, lag: "last", transform: change }), data);
    expect(moved?.values).toEqual([1, null, null]);
    expect(moved?.reasons).toEqual([null, "not-applicable", "missing"]);
    const grown = one({ codes, normalise: { method: "percent-change", direction: "more", lag: "last" } });
    expect(node(grown, data)?.values).toEqual([25, null, null]);
  });

  test("in formulas that read the column of a coded leaf, and in no column of another question", () => {
    const { x } = one({ codes }).nodes;
    const perUser = { op: "divide", of: ["x", "@users"] };
    const both = defineIndex({
      ...one({}),
      nodes: {
        x,
        users: { ...x, codes: { missing: [98] } },
        y: { ...x, column: "x", codes, transform: perUser },
        z: { ...x, column: "x", codes, transform: { op: "divide", of: ["x", "@staff"] } },
      },
    });
    const scored = scoreIndex(both, table([10, 20], { columns: { users: [98, 4], staff: [98, 97] } }));
    expect(scored.nodes["y"]?.values).toEqual([null, 5]);
    expect(scored.nodes["y"]?.reasons).toEqual(["missing", null]);
    expect(scored.nodes["z"]?.values).toEqual([10 / 98, 20 / 97]);
  });

  test("in the columns that a regression is fitted on and predicts from", () => {
    const { x } = one({}).nodes;
    const regressed = defineIndex({
      ...one({}),
      nodes: {
        x: { ...x, impute: { method: "regression", columns: ["users"], over: "pooled" } },
        users: { ...x, codes: { missing: [98] } },
      },
    });
    // x = 1 + 2 · users on the rows without codes.
    const data = table([3, 5, 7, 1, null, null], { columns: { users: [1, 2, 3, 98, 5, 98] } });
    const [values] = [node(fitIndex(regressed, data), data)?.values ?? []];
    expect(values[4]).toBeCloseTo(11, 10);
    expect(values[5]).toBeNull();
  });
});

describe("adjustments", () => {
  const adjustment = {
    unit: "u1",
    from: 20,
    to: 25,
    reason: { en: "typing error", zh: "录入错误" },
    by: "A. Auditor",
    provenance,
  };

  test("a documented correction is made and told", () => {
    const result = scoreIndex(one({ adjustments: [adjustment] }), table([10, 20]));
    expect(result.nodes["x"]?.raw).toEqual([10, 20]);
    expect(result.nodes["x"]?.adjusted).toEqual([10, 25]);
    expect(result.nodes["x"]?.values).toEqual([10, 25]);
    expect(result.warnings.map(({ code }) => code)).toContain("index.adjusted");
  });

  test("it is not made where the table holds another value than its author saw", () => {
    const result = scoreIndex(one({ adjustments: [adjustment] }), table([10, 21]));
    expect(result.nodes["x"]?.values).toEqual([10, 21]);
    expect(result.warnings.map(({ code }) => code)).toContain("index.adjustment-not-made");
  });

  test("it may name a period, fill a gap or make one", () => {
    const data = table([10, 20], { units: ["u1", "u1"], periods: ["2024", "2025"] });
    const at2025 = one({ adjustments: [{ ...adjustment, period: "2025", to: null }] });
    expect(node(at2025, data)?.values).toEqual([10, null]);
    expect(node(one({ adjustments: [{ ...adjustment, from: null }] }), table([1, null]))?.values).toEqual([
      1, 25,
    ]);
  });
});

describe("transform", () => {
  test("reciprocals, rates and changes against an earlier value", () => {
    const reciprocal = one({ transform: { op: "divide", of: [100, "x"] } });
    expect(node(reciprocal, table([4, 0, null]))?.values).toEqual([25, null, null]);
    expect(node(reciprocal, table([4, 0, null]))?.reasons).toEqual([null, "division-by-zero", "missing"]);
    const change = one({
      lag: "last",
      transform: {
        op: "multiply",
        of: [100, { op: "divide", of: [{ op: "subtract", of: ["x", "lag"] }, "lag"] }],
      },
    });
    const result = node(change, table([110, 90, 5], { columns: { last: [100, 100, null] } }));
    expect(result?.transformed).toEqual([10, -10, null]);
    const perHead = one({ transform: { op: "divide", of: ["x", "@users"] } });
    expect(node(perHead, table([10, 20], { columns: { users: [4, 5] } }))?.values).toEqual([2.5, 4]);
    expect(lowerNode(perHead, "x")).toEqual({ op: "divide", of: ["x.raw", "@users"] });
  });

  test("the columns that it reads must be there, and no other names", () => {
    const perHead = one({ transform: { op: "divide", of: ["x", "@users"] } });
    expect(codeOf(() => scoreIndex(perHead, table([1])))).toBe("table.missing-column");
    expect(codeOf(() => one({ transform: "y" }))).toBe("index.bad-transform-name");
    expect(codeOf(() => one({ transform: "lag" }))).toBe("index.bad-transform-name");
    expect(codeOf(() => one({ lag: "last" }))).toBe("index.lag-without-transform");
  });
});

test("every step stands in the trace, in its order", () => {
  const definition = one({
    codes: { missing: [-1] },
    transform: { op: "multiply", of: ["x", 10] },
    impute: { method: "mean", over: "pooled" },
    treat: { method: "percentile-fence", upper: 0.75, quantileType: 7, over: "pooled" },
    normalise: { method: "goalposts", worst: 0, best: 40 },
  });
  const data = table([1, 2, 3, -1, 9]);
  const result = node(fitIndex(definition, data), data);
  expect(result?.raw).toEqual([1, 2, 3, null, 9]);
  expect(result?.transformed).toEqual([10, 20, 30, null, 90]);
  expect(result?.imputed).toEqual([10, 20, 30, 37.5, 90]);
  expect(result?.treated).toEqual([10, 20, 30, 37.5, 37.5]);
  expect(result?.values).toEqual([25, 50, 75, 93.75, 93.75]);
});

test("what does not apply is never imputed", () => {
  const definition = one({ codes: { notApplicable: [97] }, impute: { method: "constant", value: 5 } });
  expect(node(definition, table([1, 97, null]))?.values).toEqual([1, null, 5]);
});

test("the formula of a calibrated leaf gives what its steps give", () => {
  const definition = fitIndex(
    one({
      impute: { method: "mean", over: "pooled" },
      normalise: { method: "z-score", direction: "more", over: "pooled", deviation: "sample" },
    }),
    table([1, 2, 6, null]),
  );
  expect(lowerNode(definition, "x")).toEqual({
    op: "divide",
    of: [{ op: "subtract", of: [{ op: "coalesce", of: ["x.raw", 3] }, 3] }, Math.sqrt(14 / 3)],
  });
});
