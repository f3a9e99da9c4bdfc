import type { Arithmetic } from "../expression.js";
import { chinese, listInChinese } from "../prose/chinese.js";
import { listInEnglish } from "../prose/english.js";
import { binding, type Piece, type Writer } from "../writing.js";
import { arithmetic, oneOrMore } from "./arithmetic.js";
import { compensatedRowSum } from "./compensated-sum.js";
import { addKernel } from "./kernels.js";
import type { Columns } from "./strict-step.js";
import { written } from "./written.js";

/** $\sum x_i$, compensated, so that the order of the operands matters to no more than the last digit. */
export const add = arithmetic({
  op: "add",
  operands: oneOrMore,
  reduces: true,
  compute: sum,
  kernel: (operands) => (operands === 2 ? addKernel : undefined),
  latex: write,
  text: write,
  infix: write,
  prose: {
    en: ({ of }, { operand }) => `the sum of ${listInEnglish(of.map(operand))}`,
    zh: ({ of }, { operand }) => chinese(listInChinese(of.map(operand)), "之和"),
  },
});

function write({ of }: Arithmetic, writer: Writer): Piece {
  return written(of, writer, " + ", binding.sum);
}

function sum(columns: Columns, row: number): number {
  const plain = compensatedRowSum(columns, row, 1);
  if (Number.isFinite(plain)) return plain;
  // A partial sum may overflow where the sum does not.
  return compensatedRowSum(columns, row, 2 ** -64) * 2 ** 64;
}
