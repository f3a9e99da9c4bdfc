import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryExpression } from "../fixtures/arbitrary-expression.js";
import { adjusted, gate, hdi } from "../fixtures/formulas.js";
import { evaluate } from "./evaluate.js";
import type { Arithmetic, Expression } from "./expression.js";
import { toText } from "./to-text.js";

const op = (name: Arithmetic["op"], ...of: Expression[]): Arithmetic => ({ op: name, of });

test.each<[Expression, string]>([
  [
    hdi,
    "round(geometric_mean((life - 20) / 65, mean(expected / 18, mean / 15), " +
      "(ln(income) - ln(100)) / (ln(75000) - ln(100))), 3, half-up)",
  ],
  [adjusted, "round(hdi, 3, half-up) * (1 - 0.5 * (co2 / 68.72 + mf / 107.42))"],
  [
    gate,
    "if(reliability < 60 or (faults >= 1/3 and not (waived = 1)), clamp(score, 0, 59.9), " +
      "mean(6/16: score, 2: trend, 0: spare; renormalise, at least 2/3 available))",
  ],
  [op("divide", "a", op("multiply", "b", "c")), "a / (b * c)"],
  [op("divide", op("divide", "a", "b"), "c"), "a / b / c"],
  [op("divide", "a", "1/3"), "a / (1/3)"],
  [op("subtract", "a", -1), "a - (-1)"],
  [op("power", op("negate", "a"), op("divide", "b", 2)), "(-a) ^ (b / 2)"],
  [op("power", op("power", "a", 2), "-1/3"), "(a ^ 2) ^ (-1/3)"],
  [op("absolute", "nps-score"), 'abs("nps-score")'],
  [op("exp", 'say "hi"'), 'exp("say \\"hi\\"")'],
  [{ op: "clamp", of: ["a"], upper: 1 }, "min(a, 1)"],
  [
    { op: "power-mean", exponent: -1, of: ["a", "b"], missing: "renormalise" },
    "harmonic_mean(a, b; renormalise)",
  ],
  [{ op: "power-mean", exponent: 2, of: ["a", "b"], weights: [1, 3] }, "power_mean[2](1: a, 3: b)"],
])("%o", (expression, text) => expect(toText(expression)).toBe(text));

describe("arithmetic reads back as it was meant", () => {
  const arithmetic: fc.Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => ({
    e: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Expression>("a", "b", 2, -3, 0.5, "1/3", "-2/7"),
      fc.record({
        op: fc.constantFrom("add", "multiply"),
        of: fc.array(tie("e"), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ op: fc.constantFrom("subtract", "divide"), of: fc.tuple(tie("e"), tie("e")) }),
      fc.record({ op: fc.constant("negate"), of: fc.tuple(tie("e")) }),
    ) as fc.Arbitrary<Expression>,
  })).e;

  test("JavaScript, whose precedence it shares, computes the same from the text", () => {
    fc.assert(
      fc.property(arithmetic, (expression) => {
        const outcome = evaluate(expression, { a: 1.75, b: -4.5 });
        // The text holds only numbers, a, b, signs and brackets.
        const value = new Function("a", "b", `return ${toText(expression)}`)(1.75, -4.5);
        if (outcome.status === "ok")
          expect(Math.abs(value - outcome.value)).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(outcome.value)),
          );
      }),
      { numRuns: 500 },
    );
  });
});

test("every formula can be written, with balanced brackets", () => {
  fc.assert(
    fc.property(arbitraryExpression, (expression) => {
      const text = toText(expression);
      expect(text).not.toMatch(/NaN|undefined|object|[+*/^-] -/);
      expect(text.split("(").length).toBe(text.split(")").length);
    }),
  );
});
