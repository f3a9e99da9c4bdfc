import { describe, expect, test } from "vitest";
import type { Expression } from "../expression.js";
import { toSpreadsheet } from "./to-spreadsheet.js";

const cell = (name: string) => ({ a: "A1", b: "B1" })[name] ?? "Z1";
const bound = (expression: Expression, cells: Readonly<Record<string, string>>, more: object = {}) =>
  toSpreadsheet(expression, {
    cell,
    computed: () => true,
    constant: (place) => cells[place.join("/")],
    ...more,
  });

describe("constants that stand in cells", () => {
  test.each<readonly [Expression, Readonly<Record<string, string>>, string]>([
    [{ op: "multiply", of: [1.25, "a"] }, { "of/0": "p_factor" }, "(p_factor*A1)"],
    [{ op: "round", of: ["a"], digits: 2, mode: "half-up" }, { digits: "p_digits" }, "ROUND(A1,p_digits)"],
    [{ op: "clamp", of: ["a"], lower: 0, upper: 9 }, { lower: "p_a", upper: "p_b" }, "MEDIAN(A1,p_a,p_b)"],
    [{ op: "clamp", of: ["a"], lower: 0, upper: 9 }, { upper: "p_b" }, "MIN(MAX(A1,0),p_b)"],
    [
      { op: "step", of: ["a"], steps: [[60, 1]], boundary: "lower-included", below: 0 },
      { "steps/0/0": "p_from", "steps/0/1": "p_points", below: "p_below" },
      "IF(A1>=p_from,p_points,p_below)",
    ],
    [
      {
        op: "piecewise",
        of: ["a"],
        knots: [
          [0, 1],
          [2, 5],
        ],
        beyond: "clamp",
      },
      { "knots/0/0": "x_0", "knots/1/1": "y_1" },
      "IF(A1<x_0,1,IF(A1<2,1+(y_1-1)*((A1-x_0)/(2-x_0)),IF(A1=2,y_1,y_1)))",
    ],
  ])("%o", (expression, cells, text) => {
    expect(bound(expression, cells)).toBe(text);
  });

  test("a weight in a cell takes its operand out at 0, also one that is 0 as written", () => {
    const mean: Expression = {
      op: "power-mean",
      exponent: 1,
      of: ["a", "b"],
      weights: [3, 0],
      missing: "renormalise",
    };
    expect(bound(mean, {})).not.toContain("B1");
    const text = bound(mean, { "weights/0": "w_a", "weights/1": "w_b", minimumAvailable: "p_least" });
    expect(text).toContain("IF(AND(ISNUMBER(B1),w_b>0),w_b*B1,0)");
    expect(text).toContain("IF(AND(ISNUMBER(A1),w_a>0),w_a,0)");
  });

  test("ordered weights follow the quantifier that they stand for", () => {
    const owa: Expression = { op: "ordered-mean", of: ["a", "b"], weights: [1, 2], missing: "renormalise" };
    expect(bound(owa, { "weights/0": "v_1", "weights/1": "v_2" })).toContain("CHOOSE(1+");
    expect(bound(owa, { "weights/0": "v_1", "weights/1": "v_2" })).toContain("(v_1+v_2)/(v_1+v_2)");
  });

  test("what is no cell is refused there too", () => {
    expect(() => bound({ op: "multiply", of: [1.25, "a"] }, { "of/0": "A1+1" })).toThrow(
      expect.objectContaining({ code: "formula.bad-cell" }),
    );
  });
});

describe("formulas that read one another", () => {
  const filled: Expression = { op: "coalesce", of: ["a", 0], for: ["missing", "insufficient-coverage"] };
  test("a cell that may hold what is withheld is not taken for a missing one", () => {
    const faults = () => ["missing", "withheld"] as const;
    expect(() => bound(filled, {}, { faults })).toThrow(
      expect.objectContaining({ code: "formula.not-in-spreadsheet" }),
    );
    expect(bound(filled, {}, { faults, errors: "apart" })).toBe("IF(ISNA(A1),0,A1)");
    expect(bound({ op: "absent", reason: "withheld" }, {}, { errors: "apart" })).toBe("SQRT(-1)");
    expect(bound({ op: "absent", reason: "withheld" }, {})).toBe("NA()");
  });

  test("what is not applicable is told by its text, and only where it may stand", () => {
    const text = (reasons: readonly ("missing" | "not-applicable")[]) =>
      bound({ op: "negate", of: ["a"] }, {}, { faults: () => reasons, notApplicable: "n/a" });
    expect(text(["missing"])).toBe("(0-A1)");
    expect(text(["missing", "not-applicable"])).toBe(
      'IF(IFERROR(A1="n/a",FALSE),"n/a",(0-IF(ISTEXT(A1),NA(),A1)))',
    );
  });
});
