import type { Arithmetic, Expression } from "../expression.js";
import { chinese, listInChinese } from "../prose/chinese.js";
import { listInEnglish } from "../prose/english.js";
import { binding, type Writer } from "../writing.js";
import { arithmetic, oneOrMore } from "./arithmetic.js";
import { maximumKernel, minimumKernel } from "./kernels.js";
import { type Columns, cell } from "./strict-step.js";

/** The least operand. */
export const minimum = extreme("minimum", "min", Math.min, { en: "least", zh: "最小值", ofTwo: "较小者" });

/** The greatest operand. */
export const maximum = extreme("maximum", "max", Math.max, { en: "greatest", zh: "最大值", ofTwo: "较大者" });

function extreme(
  op: Arithmetic["op"],
  symbol: string,
  better: (a: number, b: number) => number,
  word: { readonly en: string; readonly zh: string; readonly ofTwo: string },
) {
  return arithmetic({
    op,
    operands: oneOrMore,
    reduces: true,
    compute: (columns: Columns, row: number) => {
      let result = cell(columns, 0, row);
      for (let k = 1; k < columns.length; k += 1) result = better(result, cell(columns, k, row));
      return result;
    },
    kernel: () => (op === "minimum" ? minimumKernel : maximumKernel),
    closed: true,
    latex: ({ of }, writer) => ({
      text: `\\${symbol}\\left(${listed(of, writer)}\\right)`,
      binds: binding.call,
    }),
    text: ({ of }, writer) => ({ text: `${symbol}(${listed(of, writer)})`, binds: binding.call }),
    prose: {
      en: ({ of }, { operand }) => `the ${word.en} of ${listInEnglish(of.map(operand))}`,
      zh: ({ of }, { operand }) =>
        chinese(listInChinese(of.map(operand)), of.length === 2 ? `中的${word.ofTwo}` : `中的${word.zh}`),
    },
  });
}

function listed(of: readonly Expression[], writer: Writer): string {
  return of.map((part) => writer.of(part).text).join(", ");
}
