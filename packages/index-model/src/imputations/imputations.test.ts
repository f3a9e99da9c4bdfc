import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leafOn, oneColumn, oneLeaf } from "../../fixtures/one-leaf.js";
import { fitIndex, type Imputation, type IndexTable, poolImputations, scoreIndex } from "../index.js";

const filled = (impute: Imputation, table: IndexTable, scored = table) =>
  leafOn({ impute }, table, scored).imputed;
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}
const types = { type: ["app", "app", "web", "web", "web"] };
const group = (more: object = {}): Imputation => ({
  method: "group",
  statistic: "mean",
  attribute: "type",
  over: "pooled",
  atLeast: 1,
  ...more,
});

describe("any imputation", () => {
  const gap = fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 3 });
  const rows = fc.array(fc.tuple(gap, gap, fc.constantFrom("app", "web")), { minLength: 4, maxLength: 12 });
  const tableOf = (list: readonly (readonly [number | null, number | null, string])[]) =>
    oneColumn(
      list.map(([x]) => x),
      {
        units: list.map((_, row) => `u${row % 4}`),
        periods: list.map((_, row) => `p${Math.floor(row / 4)}`),
        columns: { z: list.map(([, z]) => z) },
        attributes: { type: list.map(([, , type]) => type) },
      },
    );
  const samples: readonly Imputation[] = [
    { method: "constant", value: 3 },
    { method: "mean", over: "pooled" },
    { method: "median", over: "pooled" },
    { method: "extreme", case: "worst", direction: "more", over: "pooled" },
    { method: "row-mean", columns: ["z"], atLeast: 1 },
    { method: "regression", columns: ["z"], over: "pooled" },
    group(),
    group({ statistic: "median", over: "each-period" }),
    { method: "panel", way: "latest", periods: ["p0", "p1", "p2"] },
    { method: "panel", way: "constant", periods: ["p0", "p1", "p2"] },
    { method: "panel", way: "linear", periods: ["p0", "p1", "p2"], times: [0, 3, 4] },
  ];

  test.each(samples.map((sample) => [JSON.stringify(sample), sample] as const))(
    "%s never touches a value that is there",
    (_, impute) => {
      fc.assert(
        fc.property(rows, (list) => {
          const table = tableOf(list);
          const found = filled(impute, table);
          list.forEach(([x], row) => {
            if (x !== null) expect(found?.[row]).toBe(x);
            else expect(found?.[row] ?? 0).toSatisfy(Number.isFinite);
          });
        }),
        { numRuns: 20 },
      );
    },
  );

  test.each(samples.map((sample) => [JSON.stringify(sample), sample] as const))(
    "%s fills nothing that does not apply",
    (_, impute) => {
      const table = tableOf([
        [1, 2, "app"],
        [2, 3, "app"],
        [97, 4, "app"],
        [4, 5.5, "app"],
        [5, 6, "app"],
        [6, 8, "app"],
      ] as [number, number, string][]);
      const definition = oneLeaf({ impute, codes: { notApplicable: [97] } });
      const method = ["mean", "median", "extreme", "regression"].includes(impute.method);
      const node = scoreIndex(method ? fitIndex(definition, table) : definition, table).nodes["x"];
      expect(node?.values[2]).toBeNull();
      expect(node?.reasons?.[2]).toBe("not-applicable");
    },
  );
});

describe("groups", () => {
  test("a unit without a group, or in a small one, keeps its gap", () => {
    const table = oneColumn([10, null, 20, 40, null], { attributes: types });
    expect(filled(group({ atLeast: 2 }), table)).toEqual([10, null, 20, 40, 30]);
    const nowhere = oneColumn([10, null, 20, 40, null], {
      attributes: { type: ["app", null, "web", "web", " "] },
    });
    expect(filled(group(), nowhere)).toEqual([10, null, 20, 40, null]);
  });

  test("the names of groups are data: __proto__ and constructor are groups like others", () => {
    const attributes = { type: ["__proto__", "__proto__", "constructor", "constructor", "app"] };
    expect(filled(group(), oneColumn([10, null, 20, null, 1], { attributes }))).toEqual([10, 10, 20, 20, 1]);
  });

  test("periods may be kept apart", () => {
    const table = oneColumn([10, 30, null, null], {
      units: ["a", "b", "c", "c"],
      periods: ["1", "2", "1", "2"],
      attributes: { type: ["app", "app", "app", "app"] },
    });
    expect(filled(group({ over: "each-period" }), table)).toEqual([10, 30, 10, 30]);
    expect(filled(group(), table)).toEqual([10, 30, 20, 20]);
  });

  test("an attribute that the table lacks is named", () => {
    expect(codeOf(() => filled(group(), oneColumn([1, null])))).toBe("table.missing-attribute");
  });
});

describe("panels", () => {
  const periods = ["2021", "2022", "2023", "2024"];
  const table = (cells: readonly (number | null)[]) =>
    oneColumn(cells, { units: ["a", "a", "a", "a"], periods });
  const panel = (way: "latest" | "constant" | "linear", more: object = {}): Imputation => ({
    method: "panel",
    way,
    periods,
    ...more,
  });

  test("latest looks back only, constant also forward from the first, linear between", () => {
    const cells = [null, 10, null, 40];
    expect(filled(panel("latest"), table(cells))).toEqual([null, 10, 10, 40]);
    expect(filled(panel("constant"), table(cells))).toEqual([10, 10, 10, 40]);
    expect(filled(panel("linear"), table(cells))).toEqual([null, 10, 25, 40]);
  });

  test("linear runs in time, not in rows, and the order of the rows is nothing to it", () => {
    const times = [0, 1, 4, 5];
    expect(filled(panel("linear", { times }), table([0, null, null, 50]))).toEqual([0, 10, 40, 50]);
    const turned = oneColumn([50, null, null, 0], {
      units: ["a", "a", "a", "a"],
      periods: [...periods].reverse(),
    });
    expect(filled(panel("linear", { times }), turned)).toEqual([50, 40, 10, 0]);
  });

  test("a value from too long ago is not taken", () => {
    expect(filled(panel("latest", { atMost: 1 }), table([7, null, null, null]))).toEqual([7, 7, null, null]);
  });

  test("units keep to their own history", () => {
    const two = oneColumn([1, null, null, 8], {
      units: ["a", "b", "a", "b"],
      periods: ["2021", "2021", "2022", "2022"],
    });
    expect(filled(panel("constant"), two)).toEqual([1, 8, 1, 8]);
  });

  test("periods and times are checked", () => {
    expect(codeOf(() => oneLeaf({ impute: panel("linear", { times: [0, 1] }) }))).toBe(
      "index.times-do-not-fit",
    );
    expect(codeOf(() => oneLeaf({ impute: panel("linear", { times: [0, 2, 1, 3] }) }))).toBe(
      "index.times-do-not-fit",
    );
    expect(codeOf(() => oneLeaf({ impute: { method: "panel", way: "latest", periods: ["1", "1"] } }))).toBe(
      "index.period-twice",
    );
  });
});

describe("regression", () => {
  const impute: Imputation = { method: "regression", columns: ["a", "b"], over: "pooled" };
  test("a plane is found again exactly, and the frozen coefficients fill later gaps", () => {
    const a = [1, 2, 3, 4, 7, 9];
    const b = [5, 1, 4, 2, 2, 8];
    const x = a.map((value, row) => 3 + 2 * value - (b[row] ?? 0));
    const reference = oneColumn(x, { columns: { a, b } });
    const found = filled(impute, reference, oneColumn([null, 5], { columns: { a: [10, 0], b: [4, 0] } }));
    expect(found?.[0]).toBeCloseTo(19, 10);
    expect(found?.[1]).toBe(5);
  });

  test("columns that determine one another, or too few rows, are told", () => {
    const told = (columns: Record<string, number[]>, cells: readonly (number | null)[]) =>
      fitIndex(oneLeaf({ impute }), oneColumn(cells, { columns })).calibration?.nodes["x"]?.notFitted?.[
        "impute"
      ]?.reason;
    expect(told({ a: [1, 2, 3, 4, 5], b: [2, 4, 6, 8, 10] }, [1, 2, 3, 5, 4])).toBe("collinear");
    expect(told({ a: [3, 3, 3, 3, 3], b: [2, 4, 6, 8, 1] }, [1, 2, 3, 5, 4])).toBe("collinear");
    expect(told({ a: [1, 2, 4, 4, 5], b: [2, 4, 6, 8, 1] }, [1, 2, 3, null, null])).toBe(
      "too-few-reference-values",
    );
  });

  test("a column named twice, and one that the table lacks", () => {
    expect(codeOf(() => oneLeaf({ impute: { ...impute, columns: ["a", "a"] } }))).toBe("index.column-twice");
    expect(codeOf(() => filled(impute, oneColumn([1, null])))).toBe("table.missing-column");
  });
});

test("a row mean that could never be taken is refused", () => {
  expect(codeOf(() => oneLeaf({ impute: { method: "row-mean", columns: ["a"], atLeast: 2 } }))).toBe(
    "index.more-than-columns",
  );
});

test("worst and best case bound what any missing value inside the reference would give", () => {
  const cells = [20, null, 80];
  const at = (which: "worst" | "best") =>
    filled({ method: "extreme", case: which, direction: "less", over: "pooled" }, oneColumn(cells))?.[1];
  expect(at("worst")).toBe(80);
  expect(at("best")).toBe(20);
});

describe("pooling of imputations", () => {
  test("estimates that agree have the variance inside, and no finite degrees of freedom", () => {
    const pooled = poolImputations([5, 5, 5], [4, 4, 4]);
    expect(pooled).toMatchObject({ value: 5, standardError: 2, df: null, shareOfMissing: 0 });
  });
  test("one data set, or no spread at all, has no interval", () => {
    expect(poolImputations([5], [4])).toMatchObject({ reason: "too-few-data-sets" });
    expect(poolImputations([5, 5], [0, 0])).toMatchObject({ reason: "no-variance" });
  });
  test("lengths must agree, and what is not a number is refused", () => {
    expect(codeOf(() => poolImputations([5, 6], [4]))).toBe("imputation.lengths-differ");
    for (const wrong of [undefined, null, "x", {}, [Number.NaN, 1]])
      expect(codeOf(() => poolImputations(wrong as never, [1, 1]))).toMatch(/^document\./);
  });
  test("more spread between the data sets never narrows the interval", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (step, more) => {
          const width = (by: number) => {
            const pooled = poolImputations([50 - by, 50, 50 + by], [1, 1, 1]);
            return pooled.status === "ok" ? pooled.standardError : 0;
          };
          expect(width(step * more)).toBeGreaterThanOrEqual(width(step) * (1 - 1e-12));
        },
      ),
    );
  });
});
