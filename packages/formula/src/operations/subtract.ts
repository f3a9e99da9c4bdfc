import type { Arithmetic } from "../expression.js";
import { chinese } from "../prose/chinese.js";
import { binding, type Piece, type Writer } from "../writing.js";
import { arithmetic, two } from "./arithmetic.js";
import { subtractKernel } from "./kernels.js";
import { cell } from "./strict-step.js";

/** $a - b$. */
export const subtract = arithmetic({
  op: "subtract",
  operands: two,
  compute: (columns, row) => cell(columns, 0, row) - cell(columns, 1, row),
  kernel: () => subtractKernel,
  latex: (operation, writer) => difference(operation, writer, " - "),
  text: (operation, writer) => difference(operation, writer, " - "),
  infix: (operation, writer) => difference(operation, writer, " − "),
  prose: {
    en: ({ of: [a = 0, b = 0] }, { operand }) => `${operand(a)} minus ${operand(b)}`,
    zh: ({ of: [a = 0, b = 0] }, { operand }) => chinese(operand(a), "减去", operand(b)),
  },
});

function difference({ of: [a = 0, b = 0] }: Arithmetic, writer: Writer, sign: string): Piece {
  const head = writer.of(a);
  return {
    text: `${writer.operand(a, binding.sum)}${sign}${writer.operand(b, binding.product, "bracketed")}`,
    binds: binding.sum,
    signed: head.signed === true && head.binds >= binding.sum,
  };
}
