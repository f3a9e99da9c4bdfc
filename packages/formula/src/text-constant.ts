import { binding, type Piece } from "./writing.js";

/** A number or rational text as it is. */
export function textConstant(constant: number | string): Piece {
  const text = String(constant);
  const signed = text.startsWith("-");
  // A rational is a quotient: 2 ^ 1/3 would be read as (2 ^ 1)/3.
  return { text, binds: typeof constant === "string" || signed ? binding.product : binding.atom, signed };
}
