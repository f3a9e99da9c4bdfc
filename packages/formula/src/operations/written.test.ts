import { expect, test } from "vitest";
import type { Expression } from "../expression.js";
import { toLatex } from "../to-latex.js";
import { toProse } from "../to-prose.js";
import { toText } from "../to-text.js";

test.each<[Expression, string, string, string, string]>([
  [
    { op: "ordered-mean", of: ["a", "b"], weights: ["2/3", 0.3], missing: "renormalise", minimumCount: 1 },
    "\\operatorname{OWA}_{\\tfrac{2}{3}, 0.3}\\left(a, b\\right)",
    "ordered_mean[2/3, 0.3](a, b; renormalise, at least 1 values)",
    "the ordered weighted average of a and b with the weights 2/3 and 0.3 from the greatest value to the least, leaving out " +
      "missing values and spreading the weights over the ranks that remain (at least 1 value must be available)",
    "a 与 b 的有序加权平均数（由大到小的权重为 2/3、0.3）（缺失值不计，权重按剩余名次重新分配，可用数值须不少于 1 个）",
  ],
  [
    { op: "spread", type: "sample", of: ["a", "b"], weights: [1, 2] },
    "\\operatorname{SD}_{n-1}\\left(a, b;\\, 1, 2\\right)",
    "sd_sample(1: a, 2: b)",
    "the weighted sample standard deviation of a (weight 1) and b (weight 2)",
    "a（权重 1）与 b（权重 2）的加权样本标准差",
  ],
  [
    { op: "available", as: "share", of: ["a", "b"] },
    "\\operatorname{available}_{\\text{share}}\\left(a, b\\right)",
    "available_share(a, b)",
    "the available share of the applicable weight among a and b",
    "a 与 b 中可用权重占适用权重的比例",
  ],
  [
    { op: "multiply", of: [2, { op: "coalesce", of: ["a", 0] }, { op: "absent", reason: "withheld" }] },
    "2 \\cdot \\operatorname{first}\\left(a, 0\\right) \\cdot \\text{no value (withheld)}",
    "2 * coalesce(a, 0) * absent(withheld)",
    "the product of 2, (a, or where that is missing, 0) and (no value (withheld))",
    "2 乘以（a（缺失时取 0））乘以（无值（不予公布））",
  ],
  [
    {
      op: "piecewise",
      of: ["x"],
      knots: [
        [-5, 0],
        [10, "1/2"],
      ],
      beyond: "extrapolate",
    },
    "0 + \\left(\\tfrac{1}{2} - 0\\right) \\cdot \\frac{x - \\left(-5\\right)}{10 - \\left(-5\\right)}",
    "piecewise(x; -5 -> 0, 10 -> 1/2; extrapolate beyond)",
    "x on the line through (-5 → 0, 10 → 1/2), beyond them the outer lines carried on",
    "将 x 按折线（-5 → 0，10 → 1/2）线性插值，范围之外沿端部直线外推",
  ],
  [
    { op: "multiply", of: [3, { op: "add", of: ["a", "b"], missing: "skip" }] },
    "3 \\cdot \\left(a + b\\right)",
    "3 * (a + b; skip)",
    "the product of 3 and (the sum of a and b, leaving out missing values)",
    "3 乘以（a 与 b 之和（缺失值不计））",
  ],
])("%o", (expression, latex, text, english, chinese) => {
  expect(toLatex(expression)).toBe(latex);
  expect(toText(expression)).toBe(text);
  expect(toProse(expression, "en")).toBe(english);
  expect(toProse(expression, "zh")).toBe(chinese);
});
