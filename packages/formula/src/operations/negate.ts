import type { Arithmetic } from "../expression.js";
import { chinese } from "../prose/chinese.js";
import { binding, type Piece, type Writer } from "../writing.js";
import { arithmetic, one } from "./arithmetic.js";
import { unaryKernels } from "./kernels.js";
import { cell } from "./strict-step.js";

/** $-x$. */
export const negate = arithmetic({
  op: "negate",
  operands: one,
  compute: (columns, row) => -cell(columns, 0, row),
  kernel: () => unaryKernels.negate,
  closed: true,
  latex: (operation, writer) => negated(operation, writer, "-"),
  text: (operation, writer) => negated(operation, writer, "-"),
  infix: (operation, writer) => negated(operation, writer, "−"),
  prose: {
    en: ({ of: [x = 0] }, { operand }) => `the negative of ${operand(x)}`,
    zh: ({ of: [x = 0] }, { operand }) => chinese(operand(x), "的相反数"),
  },
});

function negated({ of: [x = 0] }: Arithmetic, writer: Writer, sign: string): Piece {
  return {
    text: `${sign}${writer.operand(x, binding.product, "bracketed")}`,
    binds: binding.product,
    signed: true,
  };
}
