import { constantOf } from "../leaf.js";
import { chinese, listInChinese } from "../prose/chinese.js";
import { listInEnglish } from "../prose/english.js";
import { binding } from "../writing.js";
import { arithmetic, oneOrMore } from "./arithmetic.js";
import { multiplyKernel } from "./kernels.js";
import { type Columns, cell } from "./strict-step.js";
import { written } from "./written.js";

/** $\prod x_i$. */
export const multiply = arithmetic({
  op: "multiply",
  operands: oneOrMore,
  reduces: true,
  compute: product,
  kernel: (operands) => (operands === 2 ? multiplyKernel : undefined),
  latex: ({ of }, writer) => written(of, writer, " \\cdot ", binding.product),
  text: ({ of }, writer) => written(of, writer, " * ", binding.product),
  infix: ({ of }, writer) => written(of, writer, " × ", binding.product),
  prose: {
    en: ({ of }, { operand }) => `the product of ${listInEnglish(of.map(operand))}`,
    // A number is multiplied by; only quantities have a product (之积) that reads well.
    zh: ({ of }, { operand }) =>
      of.some((part) => typeof part !== "object" && constantOf(part) !== undefined)
        ? of.map(operand).reduce((said, factor) => chinese(said, "乘以", factor))
        : chinese(listInChinese(of.map(operand)), "之积"),
  },
});

function product(columns: Columns, row: number): number {
  let result = cell(columns, 0, row);
  for (let k = 1; k < columns.length; k += 1) {
    result *= cell(columns, k, row);
    // Only with more factors to come is an extreme part of the product a loss.
    const size = Math.abs(result);
    if (!(size > 1e-290 && size < 1e290) && columns.length > 2) return balancedProduct(columns, row);
  }
  return result;
}

/** The product with its exponent kept apart, so that no partial product overflows or vanishes where the whole does not. */
function balancedProduct(columns: Columns, row: number): number {
  let mantissa = 1;
  let exponent = 0;
  for (let k = 0; k < columns.length; k += 1) {
    const factor = cell(columns, k, row);
    if (factor === 0) return 0;
    exponent += exponentOf(mantissa) + exponentOf(factor);
    mantissa = withoutExponent(mantissa) * withoutExponent(factor);
  }
  // In two halves, as 2^exponent alone may lie outside the range of a number.
  const half = Math.trunc(Math.max(-2200, Math.min(2200, exponent)) / 2);
  return mantissa * 2 ** half * 2 ** (exponent - half);
}

function exponentOf(value: number): number {
  return Math.max(-1000, Math.min(1000, Math.floor(Math.log2(Math.abs(value)))));
}

function withoutExponent(value: number): number {
  return value * 2 ** -exponentOf(value);
}
