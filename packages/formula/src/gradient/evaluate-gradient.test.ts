// biome-ignore-all lint/suspicious/noThenProperty: the key of a formula
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseExpression, names } from "../../fixtures/database-expression.js";
import { hdi } from "../../fixtures/formulas.js";
import { columnFrom } from "../column-from.js";
import { columnToArray } from "../column-to-array.js";
import { evaluateColumns } from "../evaluate-columns.js";
import type { Expression } from "../expression.js";
import { faultsOf } from "../faults-of.js";
import { evaluateGradient } from "./evaluate-gradient.js";

const columns = (row: Readonly<Record<string, number | null>>) =>
  new Map(Object.entries(row).map(([name, value]) => [name, columnFrom([value])]));

/** Slope of a row by one name with both masks. */
function slope(expression: Expression, row: Record<string, number | null>, name: string) {
  const { partials, kink, stepped } = evaluateGradient(expression, columns(row), 1, [name]);
  const column = partials.get(name);
  return { slope: column && columnToArray(column)[0], kink: kink[0] === 1, stepped: stepped[0] === 1 };
}

describe("exact slopes", () => {
  test("are the quotient of differences wherever that settles", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        databaseExpression,
        fc.tuple(...names.map(() => fc.option(fc.double({ min: 0.2, max: 9, noNaN: true }), { freq: 6 }))),
        fc.constantFrom(...names),
        (expression, values, name) => {
          const row = Object.fromEntries(names.map((key, k) => [key, values[k] ?? null]));
          const centre = row[name];
          if (centre === null || centre === undefined) return;
          const at = (x: number) => {
            const { values: out, fault } = evaluateColumns(expression, columns({ ...row, [name]: x }), 1);
            return fault[0] === 0 ? (out[0] as number) : Number.NaN;
          };
          const quotient = (h: number) => (at(centre + h) - at(centre - h)) / (2 * h);
          const [wide, narrow] = [quotient(1e-4), quotient(1e-5)];
          const found = slope(expression, row, name);
          if (Number.isNaN(at(centre))) expect(found.slope).toBeNull();
          const settled =
            Math.abs(wide - narrow) <= 1e-6 * (1 + Math.abs(narrow)) && Math.abs(at(centre)) < 1e6;
          if (!settled || found.kink || found.stepped || found.slope === null) return;
          compared += 1;
          expect(Math.abs((found.slope as number) - narrow)).toBeLessThanOrEqual(
            1e-4 * (1 + Math.abs(narrow)),
          );
        },
      ),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(400);
  });

  test("of the HDI before rounding, by hand", () => {
    const unrounded = (hdi as { of: readonly [Expression] }).of[0];
    const row = { life: 70, expected: 12, mean: 9, income: 15000 };
    const { value, partials } = evaluateGradient(unrounded, columns(row), 1, Object.keys(row));
    const index = columnToArray(value)[0] as number;
    const of = (name: string) => columnToArray(partials.get(name) ?? value)[0] as number;
    // d ln I = (1/3) d ln(each dimension)
    expect(of("life")).toBeCloseTo(index / 3 / (70 - 20), 14);
    expect(of("income")).toBeCloseTo(index / 3 / 15000 / Math.log(15000 / 100), 14);
    expect(of("mean")).toBeCloseTo(index / 3 / (12 / 18 + 9 / 15) / 15, 14);
    expect(slope(hdi, row, "life")).toEqual({ slope: 0, kink: false, stepped: true });
  });
});

describe("bends and jumps", () => {
  const x = (value: number, expression: Expression) => slope(expression, { x: value, y: 2, z: null }, "x");
  test.each<[string, Expression, number, ReturnType<typeof slope>]>([
    [
      "inside a clamp",
      { op: "clamp", of: ["x"], lower: 0, upper: 5 },
      3,
      { slope: 1, kink: false, stepped: false },
    ],
    [
      "beyond it",
      { op: "clamp", of: ["x"], lower: 0, upper: 5 },
      7,
      { slope: 0, kink: false, stepped: false },
    ],
    [
      "on its bound",
      { op: "clamp", of: ["x"], lower: 0, upper: 5 },
      5,
      { slope: 1, kink: true, stepped: false },
    ],
    [
      "a bound that moves",
      { op: "clamp", of: [9], upper: "x" },
      4,
      { slope: 1, kink: false, stepped: false },
    ],
    ["tied minimum", { op: "minimum", of: ["y", "x"] }, 2, { slope: 0, kink: true, stepped: false }],
    ["absolute at 0", { op: "absolute", of: ["x"] }, 0, { slope: 1, kink: true, stepped: false }],
    [
      "knot",
      {
        op: "piecewise",
        of: ["x"],
        knots: [
          [0, 0],
          [1, 2],
          [2, 7],
        ],
        beyond: "clamp",
      },
      1,
      { slope: 5, kink: true, stepped: false },
    ],
    [
      "beyond the knots",
      {
        op: "piecewise",
        of: ["x"],
        knots: [
          [0, 0],
          [1, 2],
        ],
        beyond: "clamp",
      },
      3,
      { slope: 0, kink: false, stepped: false },
    ],
    [
      "carried on",
      {
        op: "piecewise",
        of: ["x"],
        knots: [
          [0, 0],
          [1, 2],
        ],
        beyond: "extrapolate",
      },
      3,
      { slope: 2, kink: false, stepped: false },
    ],
    [
      "table",
      { op: "step", of: ["x"], steps: [[1, 5]], boundary: "lower-included", below: 0 },
      3,
      { slope: 0, kink: false, stepped: true },
    ],
    [
      "gate on its edge",
      { op: "if", when: { compare: ">=", of: ["x", 2] }, then: { op: "multiply", of: [3, "x"] }, else: 0 },
      2,
      { slope: 3, kink: true, stepped: false },
    ],
    [
      "left out",
      { op: "power-mean", exponent: 1, of: ["x", "y", "z"], missing: "renormalise", weights: [3, 1, 4] },
      1,
      { slope: 0.75, kink: false, stepped: false },
    ],
    [
      "geometric at 0",
      { op: "power-mean", exponent: 0, of: ["x", "y"] },
      0,
      { slope: null, kink: true, stepped: false },
    ],
    [
      "median",
      { op: "ordered-mean", of: ["x", "y", 9], weights: [0, 1, 0] },
      5,
      { slope: 1, kink: false, stepped: false },
    ],
    [
      "no spread",
      { op: "spread", type: "sample", of: ["x", "y"] },
      2,
      { slope: Math.SQRT1_2, kink: true, stepped: false },
    ],
  ])("%s", (_, expression, at, wanted) => {
    const found = x(at, expression);
    expect({ ...found, slope: 0 }).toEqual({ ...wanted, slope: 0 });
    if (wanted.slope === null) expect(found.slope).toBeNull();
    else expect(found.slope).toBeCloseTo(wanted.slope as number, 14);
  });

  test("a row without a value has no slopes, and says why", () => {
    const { partials } = evaluateGradient({ op: "ln", of: ["x"] }, { x: columnFrom([-1, null, 4]) }, 3, [
      "x",
      "other",
    ]);
    expect(faultsOf(partials.get("x") as never)).toEqual(["logarithm-of-non-positive", "missing", null]);
    expect(columnToArray(partials.get("other") as never)).toEqual([null, null, 0]);
  });

  test("names have to be names", () => {
    expect(() => evaluateGradient("x", { x: columnFrom([1]) }, 1, [1] as never)).toThrow(
      expect.objectContaining({ code: "formula.bad-gradient-names" }),
    );
  });
});
