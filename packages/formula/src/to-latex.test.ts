import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryExpression } from "../fixtures/arbitrary-expression.js";
import { adjusted, gate, hdi } from "../fixtures/formulas.js";
import type { Arithmetic, Expression, PowerMean } from "./expression.js";
import { toLatex } from "./to-latex.js";

const op = (name: Arithmetic["op"], ...of: Expression[]): Arithmetic => ({ op: name, of });
const mean = (exponent: number, of: Expression[], rest: Partial<PowerMean> = {}): PowerMean => ({
  op: "power-mean",
  exponent,
  of,
  ...rest,
});

describe("brackets: as few as keep the meaning", () => {
  test.each<[Expression, string]>([
    [op("add", "a", op("add", "b", "c")), "a + b + c"],
    [op("subtract", "a", op("subtract", "b", "c")), "a - \\left(b - c\\right)"],
    [op("subtract", op("subtract", "a", "b"), "c"), "a - b - c"],
    [op("subtract", "a", op("multiply", "b", "c")), "a - b \\cdot c"],
    [op("add", "a", -3), "a + \\left(-3\\right)"],
    [op("add", -3, "a"), "-3 + a"],
    [op("add", "a", op("add", op("negate", "b"), "c")), "a + \\left(-b + c\\right)"],
    [op("multiply", "a", op("add", "b", "c")), "a \\cdot \\left(b + c\\right)"],
    [op("multiply", -2, "a", -2), "-2 \\cdot a \\cdot \\left(-2\\right)"],
    [op("multiply", op("divide", "a", "b"), "c"), "\\frac{a}{b} \\cdot c"],
    [op("divide", op("add", "a", "b"), op("divide", "c", "d")), "\\frac{a + b}{\\frac{c}{d}}"],
    [op("negate", op("add", "a", "b")), "-\\left(a + b\\right)"],
    [op("negate", op("negate", "a")), "-\\left(-a\\right)"],
    [op("power", "a", op("power", "b", "c")), "a^{b^{c}}"],
    [op("power", op("power", "a", "b"), "c"), "\\left(a^{b}\\right)^{c}"],
    [op("power", -2, 2), "\\left(-2\\right)^{2}"],
    [op("power", "1/3", "-1/3"), "\\left(\\tfrac{1}{3}\\right)^{-\\tfrac{1}{3}}"],
    [op("power", op("ln", "a"), 2), "\\left(\\ln\\left(a\\right)\\right)^{2}"],
    [op("multiply", 2, op("ln", op("absolute", "a"))), "2 \\cdot \\ln\\left(\\left|a\\right|\\right)"],
    [
      op("exp", op("minimum", "a", op("maximum", "b"), 1e21)),
      "\\exp\\left(\\min\\left(a, \\max\\left(b\\right), 1 \\times 10^{21}\\right)\\right)",
    ],
    [op("add", op("multiply", "a")), "a"],
    [op("power", 2.5e-7, "a"), "\\left(2.5 \\times 10^{-7}\\right)^{a}"],
    [{ op: "clamp", of: ["a"], lower: 0 }, "\\max\\left(a, 0\\right)"],
    [{ op: "clamp", of: ["a"], upper: 1 }, "\\min\\left(a, 1\\right)"],
    [op("add", "a", gate), `a + \\left(${toLatex(gate)}\\right)`],
  ])("%o", (expression, latex) => expect(toLatex(expression)).toBe(latex));
});

describe("means are written out", () => {
  test.each<[Expression, string]>([
    [mean(1, ["a", "b", "c"]), "\\frac{1}{3} \\left(a + b + c\\right)"],
    [mean(1, ["a", "b"], { weights: ["1/3", "1/3"] }), "\\frac{1}{2} \\left(a + b\\right)"],
    [
      mean(1, ["a", "b"], { weights: ["6/16", "10/16"] }),
      "\\tfrac{6}{16} \\cdot a + \\tfrac{10}{16} \\cdot b",
    ],
    [
      mean(1, ["a", op("add", "b", 1)], { weights: [2, 3] }),
      "\\frac{2 \\cdot a + 3 \\cdot \\left(b + 1\\right)}{2 + 3}",
    ],
    [
      mean(1, ["a", "b"], { weights: [0.5, 0.4], missing: "renormalise" }),
      "\\frac{0.5 \\cdot a + 0.4 \\cdot b}{0.5 + 0.4}",
    ],
    [mean(1, ["a", "b"], { weights: [0, 3] }), "b"],
    [mean(0, ["a", "b", op("add", "c", 1)]), "\\left(a \\cdot b \\cdot \\left(c + 1\\right)\\right)^{1/3}"],
    [mean(0, ["a", "b"], { weights: [2, 3] }), "\\left(a^{2} \\cdot b^{3}\\right)^{1/(2 + 3)}"],
    [mean(0, ["a", "b"], { weights: ["1/3", "2/3"] }), "a^{\\tfrac{1}{3}} \\cdot b^{\\tfrac{2}{3}}"],
    [mean(-1, ["a", "b"]), "\\left(\\frac{1}{2} \\left(a^{-1} + b^{-1}\\right)\\right)^{-1}"],
    [mean(0.5, ["a", "b"]), "\\left(\\frac{1}{2} \\left(a^{0.5} + b^{0.5}\\right)\\right)^{2}"],
    [
      mean(-3, ["a", "b"], { weights: [1, 2] }),
      "\\left(\\frac{1 \\cdot a^{-3} + 2 \\cdot b^{-3}}{1 + 2}\\right)^{-1/3}",
    ],
    [op("power", mean(0, ["a", "b"]), 2), "\\left(\\left(a \\cdot b\\right)^{1/2}\\right)^{2}"],
    [
      op("multiply", 2, mean(1, ["a", "b"], { weights: [0.25, 0.75] })),
      "2 \\cdot \\left(0.25 \\cdot a + 0.75 \\cdot b\\right)",
    ],
  ])("%o", (expression, latex) => expect(toLatex(expression)).toBe(latex));
});

test("the Human Development Index", () => {
  expect(toLatex(hdi)).toBe(
    "\\operatorname{round}_{3}^{\\text{half-up}}\\left(\\left(\\frac{\\mathit{life} - 20}{65} \\cdot " +
      "\\frac{1}{2} \\left(\\frac{\\mathit{expected}}{18} + \\frac{\\mathit{mean}}{15}\\right) \\cdot " +
      "\\frac{\\ln\\left(\\mathit{income}\\right) - \\ln\\left(100\\right)}{\\ln\\left(75000\\right) - " +
      "\\ln\\left(100\\right)}\\right)^{1/3}\\right)",
  );
});

test("its adjustment, with symbols of one's own", () => {
  const symbols = new Map([
    ["hdi", "H"],
    ["co2", "c'"],
    ["mf", "m_{f}"],
  ]);
  const symbol = (name: string) => symbols.get(name) ?? "?";
  expect(toLatex(adjusted, { symbol })).toBe(
    "\\operatorname{round}_{3}^{\\text{half-up}}\\left(H\\right) \\cdot \\left(1 - 0.5 \\cdot " +
      "\\left(\\frac{c'}{68.72} + \\frac{m_{f}}{107.42}\\right)\\right)",
  );
  expect(toLatex(op("power", "co2", 2), { symbol })).toBe("{c'}^{2}");
});

test("a gate", () => {
  expect(toLatex(gate)).toBe(
    "\\begin{cases} \\min\\left(\\max\\left(\\mathit{score}, 0\\right), 59.9\\right) & \\text{if } " +
      "\\mathit{reliability} < 60 \\lor \\left(\\mathit{faults} \\geq \\tfrac{1}{3} \\land " +
      "\\lnot \\left(\\mathit{waived} = 1\\right)\\right) \\\\ " +
      "\\frac{\\tfrac{6}{16} \\cdot \\mathit{score} + 2 \\cdot \\mathit{trend}}{\\tfrac{6}{16} + 2} & " +
      "\\text{otherwise} \\end{cases}",
  );
});

describe("untrusted names", () => {
  test.each([
    ["x", "x"],
    ["nps-score", "\\mathit{nps\\text{-}score}"],
    ["wait_ms", "\\mathit{wait\\_ms}"],
    ["满意度 A", "\\mathit{\\text{满意度}\\ A}"],
    ["}\\input{/etc/passwd}", "\\mathit{\\}{\\backslash}input\\{/etc/passwd\\}}"],
    ["100%&#$~^", "\\mathit{100\\%\\&\\#\\$\\text{\\textasciitilde}\\text{\\textasciicircum}}"],
    ["f'", "\\mathit{f\\text{'}}"],
  ])("%s", (name, latex) => expect(toLatex(name)).toBe(latex));

  test("none breaks out: every brace is closed and every command is one of ours", () => {
    const commands = new Set(["mathit", "text", "backslash", "textasciicircum", "textasciitilde"]);
    const nasty = fc.string({
      unit: fc.constantFrom(..."\\{}$%&#_^~-'`\" aé体"),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 })), (name) => {
        let latex: string;
        try {
          latex = toLatex(name);
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: "CxMetricsError" });
          return;
        }
        for (const [, command] of latex.matchAll(/\\([A-Za-z]+)/g))
          expect(commands.has(command as string)).toBe(true);
        const bare = latex.replace(/\\[^A-Za-z]/g, "").replace(/\\[A-Za-z]+/g, "");
        expect(bare).not.toMatch(/[\\$%&#_^~]/);
        let depth = 0;
        for (const sign of bare) {
          if (sign === "{") depth += 1;
          if (sign === "}") depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});

test("every formula can be written, with as many \\left as \\right", () => {
  fc.assert(
    fc.property(arbitraryExpression, (expression) => {
      const latex = toLatex(expression);
      expect(latex).not.toMatch(/NaN|undefined|object/);
      expect(latex.split("\\left").length).toBe(latex.split("\\right").length);
      expect(latex).not.toMatch(/[+-] -/);
    }),
  );
});

test("a mistake in the formula is told, not written", () => {
  expect(() => toLatex({ op: "add", of: [] })).toThrow(
    expect.objectContaining({ code: "formula.operand-count" }),
  );
});
