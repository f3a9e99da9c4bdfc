import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryExpression } from "../fixtures/arbitrary-expression.js";
import { adjusted, gate, hdi } from "../fixtures/formulas.js";
import type { Arithmetic, Expression } from "./expression.js";
import { toProse } from "./to-prose.js";

const op = (name: Arithmetic["op"], ...of: Expression[]): Arithmetic => ({ op: name, of });
const round = (
  of: Expression,
  digits: number,
  mode: "half-up" | "half-even" | "up" | "down" | "ceiling" | "floor",
) => ({ op: "round", of: [of], digits, mode }) as const;

test.each<[Expression, string, string]>([
  [op("add", "a", "b", "c"), "the sum of a, b and c", "a、b 与 c 之和"],
  [op("subtract", "a", "b"), "a minus b", "a 减去 b"],
  [op("multiply", "a", op("add", "b", "c")), "the product of a and (b + c)", "a 与 (b + c) 之积"],
  [op("divide", op("add", "a", "b"), "c"), "(a + b) divided by c", "(a + b) 除以 c"],
  [op("power", "a", "1/3"), "a to the power 1/3", "a 的 1/3 次幂"],
  [op("negate", "a"), "the negative of a", "a 的相反数"],
  [op("ln", op("subtract", "a", 1)), "the natural logarithm of (a − 1)", "(a − 1) 的自然对数"],
  [op("add", op("ln", "a"), op("exp", "b")), "the sum of ln(a) and exp(b)", "ln(a) 与 exp(b) 之和"],
  [op("absolute", op("subtract", "a", "b")), "the absolute value of (a − b)", "(a − b) 的绝对值"],
  [op("minimum", "a", op("divide", "b", 2)), "the least of a and (b ÷ 2)", "a 与 (b ÷ 2) 中的较小者"],
  [op("maximum", "a", "b", 0), "the greatest of a, b and 0", "a、b 与 0 中的最大值"],
  [round("x", 3, "half-up"), "x rounded half up to 3 decimal places", "将 x 按四舍五入保留 3 位小数"],
  [
    round("x", 1, "half-even"),
    "x rounded half to even to 1 decimal place",
    "将 x 按四舍六入五成双保留 1 位小数",
  ],
  [round("x", 0, "ceiling"), "x rounded upwards (ceiling) to a whole number", "将 x 按向上取整保留到整数"],
  [
    round("x", -2, "floor"),
    "x rounded downwards (floor) to a multiple of 100",
    "将 x 按向下取整取为 100 的整数倍",
  ],
  [
    round(op("add", "a", "b"), 2, "down"),
    "(a + b) rounded towards zero to 2 decimal places",
    "将 (a + b) 按去尾法（向零）保留 2 位小数",
  ],
  [
    { op: "clamp", of: ["x"], lower: 0, upper: 100 },
    "x limited to the range from 0 to 100",
    "将 x 限制在 0 至 100 之间",
  ],
  [{ op: "clamp", of: ["x"], lower: 0 }, "x, or 0 where that is greater", "将 x 限制为不小于 0"],
  [{ op: "clamp", of: ["x"], upper: "cap" }, "x, or cap where that is less", "将 x 限制为不大于 cap"],
  [
    { op: "power-mean", exponent: 2, of: ["a", "b"], weights: [0.3, 0.7] },
    "the weighted power mean with exponent 2 of a (weight 0.3) and b (weight 0.7)",
    "a（权重 0.3）与 b（权重 0.7）的指数为 2 的加权幂平均数",
  ],
  [
    { op: "power-mean", exponent: -1, of: ["a", "b"], missing: "renormalise" },
    "the harmonic mean of a and b, leaving out missing values and scaling up the other weights",
    "a 与 b 的调和平均数（缺失值不计，其余权重按比例放大）",
  ],
  [
    hdi,
    "(the geometric mean of ((life − 20) ÷ 65), (the arithmetic mean of (expected ÷ 18) and (mean ÷ 15)) and " +
      "((ln(income) − ln(100)) ÷ (ln(75000) − ln(100)))) rounded half up to 3 decimal places",
    "将（((life − 20) ÷ 65)、（(expected ÷ 18) 与 (mean ÷ 15) 的算术平均数）与 ((ln(income) − ln(100)) ÷ " +
      "(ln(75000) − ln(100))) 的几何平均数）按四舍五入保留 3 位小数",
  ],
  [
    adjusted,
    "the product of (hdi rounded half up to 3 decimal places) and (1 − 0.5 × (co2 ÷ 68.72 + mf ÷ 107.42))",
    "（将 hdi 按四舍五入保留 3 位小数）与 (1 − 0.5 × (co2 ÷ 68.72 + mf ÷ 107.42)) 之积",
  ],
  [
    gate,
    "if reliability is less than 60 or (faults is at least 1/3 and it is not so that (waived equals 1)), then " +
      "(score limited to the range from 0 to 59.9), otherwise (the weighted arithmetic mean of score (weight 6/16) and " +
      "trend (weight 2), leaving out missing values and scaling up the other weights (at least 2/3 of the applicable " +
      "weight must be available))",
    "若 reliability 小于 60 或（faults 大于等于 1/3 且并非（waived 等于 1）），则取（将 score 限制在 0 至 59.9 之间），" +
      "否则取（score（权重 6/16）与 trend（权重 2）的加权算术平均数（缺失值不计，其余权重按比例放大，" +
      "可用权重须不低于适用权重的 2/3））",
  ],
])("%o", (expression, en, zh) => {
  expect(toProse(expression, "en")).toBe(en);
  expect(toProse(expression, "zh")).toBe(zh);
});

test("inputs by their titles", () => {
  const titles = new Map([
    ["t", "任务完成率"],
    ["s", "满意度"],
  ]);
  const name = (id: string) => titles.get(id) ?? id;
  expect(toProse(op("add", "t", "s", "nps"), "zh", { name })).toBe("任务完成率、满意度与 nps 之和");
  expect(toProse(round("t", 1, "half-up"), "zh", { name })).toBe("将任务完成率按四舍五入保留 1 位小数");
});

test("names that are not single words stand in quotation marks", () => {
  expect(toProse(op("add", "a minus b", "c"), "en")).toBe("the sum of “a minus b” and c");
});

test("every formula can be said, with balanced brackets", () => {
  fc.assert(
    fc.property(arbitraryExpression, (expression) => {
      const [en, zh] = [toProse(expression, "en"), toProse(expression, "zh")];
      expect(en + zh).not.toMatch(/NaN|undefined|object/);
      expect(en.split("(").length).toBe(en.split(")").length);
      expect(zh.split("（").length).toBe(zh.split("）").length);
    }),
  );
});

test("another language is refused", () => {
  expect(() => toProse("a", "fr" as never)).toThrow(
    expect.objectContaining({ code: "document.not-allowed" }),
  );
});

describe("what a sentence need not tell", () => {
  const onto = (to: number): Expression => op("multiply", to, op("divide", op("subtract", "x", 2), 5));

  test("a factor of 1 and a summand of 0 are dropped, in both languages, at any depth", () => {
    expect(toProse(onto(1), "zh")).toBe("(x − 2) 除以 5");
    expect(toProse(onto(1), "en")).toBe("(x − 2) divided by 5");
    expect(toProse(op("subtract", 1, op("multiply", "1/1", "x")), "zh")).toBe("1 减去 x");
    expect(toProse(op("add", 0, "a", "b"), "zh")).toBe("a 与 b 之和");
    expect(toProse(op("multiply", 1, 1), "en")).toBe("the product of 1 and 1");
  });

  test("a number multiplies; quantities have a product", () => {
    expect(toProse(onto(100), "zh")).toBe("100 乘以 ((x − 2) ÷ 5)");
    expect(toProse(op("multiply", "a", "b"), "zh")).toBe("a 与 b 之积");
  });

  test("operands that may be left out are all told, and a share of 0 is no condition", () => {
    expect(toProse({ op: "add", of: ["a", 0], missing: "skip" }, "zh")).toBe("a 与 0 之和（缺失值不计）");
    const mean: Expression = {
      op: "power-mean",
      exponent: 1,
      of: ["a", "b"],
      missing: "renormalise",
      minimumAvailable: 0,
    };
    expect(toProse(mean, "zh")).toBe("a 与 b 的算术平均数（缺失值不计，其余权重按比例放大）");
  });

  test("a branch without a number says what it counts as", () => {
    const gate = (reason: "missing" | "not-applicable" | "withheld"): Expression => ({
      op: "if",
      when: { compare: "<", of: ["n", 5] },
      // biome-ignore lint/suspicious/noThenProperty: the word of the format; documents are plain data and never awaited
      then: { op: "absent", reason },
      else: "x",
    });
    expect(toProse(gate("missing"), "zh")).toBe("若 n 小于 5，则视为缺失，否则取 x");
    expect(toProse(gate("not-applicable"), "zh")).toBe("若 n 小于 5，则视为不适用，否则取 x");
    expect(toProse(gate("withheld"), "zh")).toBe("若 n 小于 5，则不予公布，否则取 x");
  });
});
