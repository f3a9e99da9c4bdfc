import type { Expression } from "../expression.js";
import type { Piece, Writer } from "../writing.js";

/**
 * Operands joined by a sign, for operations whose order of evaluation does not matter. Only the first may begin with a
 * minus; a single operand stands for itself.
 */
export function written(of: readonly Expression[], writer: Writer, sign: string, binds: number): Piece {
  const [first = 0, ...others] = of;
  const head = writer.of(first);
  if (others.length === 0) return head;
  const texts = others.map((part) => writer.operand(part, binds, "bracketed"));
  const text = [writer.operand(first, binds), ...texts].join(sign);
  return { text, binds, signed: head.signed === true && head.binds >= binds };
}
