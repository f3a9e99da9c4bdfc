import type { LocalizedText } from "@cxmetrics/definition";
import { faultCode } from "../fault-code.js";
import { chinese } from "../prose/chinese.js";
import { binding } from "../writing.js";
import { arithmetic, one } from "./arithmetic.js";
import { unaryKernels } from "./kernels.js";
import { cell } from "./strict-step.js";

/** Natural logarithm; x ≤ 0 is the fault `logarithm-of-non-positive`. */
export const ln = functionOf("ln", Math.log, {
  fault: faultCode["logarithm-of-non-positive"],
  latex: ["\\ln\\left(", "\\right)"],
  text: "ln",
  infix: ["ln(", ")"],
  phrase: { en: "the natural logarithm of", zh: "的自然对数" },
});

/** $e^x$. */
export const exp = functionOf("exp", Math.exp, {
  fault: faultCode.overflow,
  latex: ["\\exp\\left(", "\\right)"],
  text: "exp",
  infix: ["exp(", ")"],
  phrase: { en: "the exponential of", zh: "的指数函数值" },
});

/** $|x|$. */
export const absolute = functionOf("absolute", Math.abs, {
  fault: faultCode.overflow,
  latex: ["\\left|", "\\right|"],
  text: "abs",
  infix: ["|", "|"],
  phrase: { en: "the absolute value of", zh: "的绝对值" },
});

interface FunctionParts {
  /** Code of a row whose result is no finite number. */
  readonly fault: number;
  readonly latex: readonly [string, string];
  readonly text: string;
  readonly infix: readonly [string, string];
  readonly phrase: LocalizedText;
}

function functionOf(op: "ln" | "exp" | "absolute", compute: (x: number) => number, parts: FunctionParts) {
  const [open, close] = parts.latex;
  return arithmetic({
    op,
    operands: one,
    compute: (columns, row) => compute(cell(columns, 0, row)),
    kernel: () => unaryKernels[op],
    explain: () => parts.fault,
    latex: ({ of: [x = 0] }, writer) => ({
      text: `${open}${writer.of(x).text}${close}`,
      binds: binding.call,
    }),
    text: ({ of: [x = 0] }, writer) => ({
      text: `${parts.text}(${writer.of(x).text})`,
      binds: binding.call,
    }),
    infix: ({ of: [x = 0] }, writer) => ({ text: parts.infix.join(writer.of(x).text), binds: binding.atom }),
    prose: {
      en: ({ of: [x = 0] }, { operand }) => `${parts.phrase.en} ${operand(x)}`,
      zh: ({ of: [x = 0] }, { operand }) => chinese(operand(x), parts.phrase.zh),
    },
  });
}
