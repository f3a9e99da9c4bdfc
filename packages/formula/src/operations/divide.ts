import type { Arithmetic } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { chinese } from "../prose/chinese.js";
import { binding, type Piece, type Writer } from "../writing.js";
import { arithmetic, two } from "./arithmetic.js";
import { divideKernel } from "./kernels.js";
import { cell } from "./strict-step.js";

/** $a / b$; a divisor of 0 is the fault `division-by-zero`, also for 0/0. */
export const divide = arithmetic({
  op: "divide",
  operands: two,
  compute: (columns, row) => cell(columns, 0, row) / cell(columns, 1, row),
  kernel: () => divideKernel,
  explain: (columns, row) =>
    cell(columns, 1, row) === 0 ? faultCode["division-by-zero"] : faultCode.overflow,
  latex: ({ of: [a = 0, b = 0] }, writer) => ({
    text: `\\frac{${writer.of(a).text}}{${writer.of(b).text}}`,
    binds: binding.call,
  }),
  text: (operation, writer) => quotient(operation, writer, " / "),
  infix: (operation, writer) => quotient(operation, writer, " ÷ "),
  prose: {
    en: ({ of: [a = 0, b = 0] }, { operand }) => `${operand(a)} divided by ${operand(b)}`,
    zh: ({ of: [a = 0, b = 0] }, { operand }) => chinese(operand(a), "除以", operand(b)),
  },
});

function quotient({ of: [a = 0, b = 0] }: Arithmetic, writer: Writer, sign: string): Piece {
  const head = writer.of(a);
  return {
    text: `${writer.operand(a, binding.product)}${sign}${writer.operand(b, binding.power, "bracketed")}`,
    binds: binding.product,
    signed: head.signed === true && head.binds >= binding.product,
  };
}
