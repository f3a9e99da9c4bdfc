import fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/python/operations.json" with { type: "json" };
import { evaluate } from "../evaluate.js";
import type { Expression, Piecewise, StepFunction } from "../expression.js";
import { parseExpression } from "../parse-expression.js";
import { toLatex } from "../to-latex.js";
import { toProse } from "../to-prose.js";

const at = (expression: Expression, x: number): number | string => {
  const outcome = evaluate(expression, { x });
  return outcome.status === "ok" ? outcome.value : outcome.reason;
};

describe("piecewise", () => {
  test.each(fixture.piecewise)("$at, as numpy interpolates", ({ knots, at: x, clamp }) => {
    const found = at({ op: "piecewise", of: ["x"], knots: knots as [number, number][], beyond: "clamp" }, x);
    expect(Math.abs((found as number) - clamp)).toBeLessThan(1e-14);
  });

  const knots: Piecewise["knots"] = [
    [0, 20],
    [10, 60],
    ["25/2", "1/3"],
  ];
  test.each<[Piecewise["beyond"], number, number | string]>([
    ["clamp", -5, 20],
    ["clamp", 99, 1 / 3],
    ["undefined", -0.001, "outside-domain"],
    ["undefined", 12.5, 1 / 3],
    ["extrapolate", -5, 0],
    ["extrapolate", 1e308, "overflow"],
    ["clamp", 10, 60],
    ["clamp", 2.5, 30],
  ])("%s at %s is %s", (beyond, x, wanted) =>
    expect(at({ op: "piecewise", of: ["x"], knots, beyond }, x)).toBe(wanted),
  );

  test("increasing knots keep the order of their operands", () => {
    const rising: Expression = {
      op: "piecewise",
      of: ["x"],
      beyond: "extrapolate",
      knots: [
        [0, 1],
        [0.1, 1.5],
        [7, 9],
      ],
    };
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (x, d) => {
          expect(at(rising, x + d) as number).toBeGreaterThanOrEqual(at(rising, x) as number);
        },
      ),
    );
  });
});

describe("step", () => {
  const steps: StepFunction["steps"] = [
    [60, 1],
    [80, 2],
    ["190/2", 3],
  ];
  test.each<[StepFunction["boundary"], number | string, number, number | string]>([
    ["lower-included", 0, 59.9, 0],
    ["lower-included", 0, 60, 1],
    ["lower-included", "undefined", 59.9, "outside-domain"],
    ["lower-included", 0, 95, 3],
    ["upper-included", 0, 60, 0],
    ["upper-included", "1/4", 60, 0.25],
    ["upper-included", 0, 80, 1],
    ["upper-included", 0, 1e300, 3],
  ])("%s, %s below, at %s is %s", (boundary, below, x, wanted) =>
    expect(at({ op: "step", of: ["x"], steps, boundary, below }, x)).toBe(wanted),
  );

  test("is written and said", () => {
    const grade: Expression = {
      op: "step",
      of: ["x"],
      steps,
      boundary: "lower-included",
      below: "undefined",
    };
    expect(toLatex(grade)).toBe(
      "\\begin{cases} 3 & \\text{if } x \\geq \\tfrac{190}{2} \\\\ 2 & \\text{if } x \\geq 80 \\\\ 1 & \\text{if } x \\geq 60 \\end{cases}",
    );
    expect(toProse(grade, "en")).toBe(
      "the value for x in the table (1 from 60, 2 from 80, 3 from 190/2, no value below)",
    );
    expect(toProse(grade, "zh")).toBe(
      "x 按分档取值（大于等于 60 时取 1，大于等于 80 时取 2，大于等于 190/2 时取 3，低于首档时无值）",
    );
  });
});

const mean = { op: "ordered-mean", of: ["a", "b"], weights: [1, 0] };
test.each<[unknown, string, (string | number)[]]>([
  [{ op: "piecewise", of: ["x"], knots: [[0, 1]], beyond: "clamp" }, "formula.operand-count", ["knots"]],
  [
    {
      op: "piecewise",
      of: ["x"],
      knots: [
        [0, 1],
        [0, 2],
      ],
      beyond: "clamp",
    },
    "formula.knot-order",
    ["knots", 1],
  ],
  [{ op: "piecewise", of: ["x"], knots: [[0, 1], [1]], beyond: "clamp" }, "formula.bad-knot", ["knots", 1]],
  [
    {
      op: "piecewise",
      of: ["x"],
      knots: [
        [0, 1],
        [1, 1e151],
      ],
      beyond: "clamp",
    },
    "formula.bad-knot",
    ["knots", 1],
  ],
  [
    {
      op: "piecewise",
      of: ["x"],
      knots: [
        [0, 1],
        [1, "y"],
      ],
      beyond: "clamp",
    },
    "formula.bad-knot",
    ["knots", 1],
  ],
  [
    {
      op: "piecewise",
      of: ["x"],
      knots: [
        [0, 1],
        [1, 2],
      ],
      beyond: "flat",
    },
    "document.not-allowed",
    ["beyond"],
  ],
  [
    { op: "step", of: ["x"], steps: [], boundary: "lower-included", below: 0 },
    "formula.operand-count",
    ["steps"],
  ],
  [
    { op: "step", of: ["x"], steps: [[1, 2]], boundary: "lower-included", below: "none" },
    "formula.bad-below",
    ["below"],
  ],
  [{ ...mean, weights: [1] }, "formula.weight-count", ["weights"]],
  [{ ...mean, minimumCount: 1 }, "formula.share-without-renormalise", ["minimumCount"]],
  [{ ...mean, missing: "renormalise", minimumCount: 3 }, "formula.bad-count", ["minimumCount"]],
  [{ op: "subtract", of: ["a", "b"], missing: "skip" }, "document.unknown-key", ["missing"]],
  [{ op: "add", of: ["a"], missing: "renormalise" }, "document.not-allowed", ["missing"]],
  [{ op: "coalesce", of: ["a"], for: ["none"] }, "document.not-allowed", ["for", 0]],
  [{ op: "coalesce", of: ["a"], for: [] }, "formula.operand-count", ["for"]],
  [{ op: "absent", reason: "overflow" }, "document.not-allowed", ["reason"]],
  [{ op: "spread", of: ["a"], type: "n" }, "document.not-allowed", ["type"]],
  [{ op: "available", of: ["a"] }, "document.missing-key", ["as"]],
])("%o: %s", (value, code, path) =>
  expect(() => parseExpression(value)).toThrow(expect.objectContaining({ code, path })),
);
