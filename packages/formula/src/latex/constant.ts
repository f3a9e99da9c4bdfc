import { rational } from "../rational.js";
import { binding, type Piece } from "../writing.js";

/** A number or rational text in LaTeX: rationals as small fractions of the digits as written. */
export function latexConstant(constant: number | string): Piece {
  if (typeof constant === "string" && rational(constant) !== undefined) {
    const [above = "", below = ""] = constant.split("/");
    const fraction = `\\tfrac{${above.replace("-", "")}}{${below}}`;
    return above.startsWith("-")
      ? { text: `-${fraction}`, binds: binding.product, signed: true }
      : { text: fraction, binds: binding.call };
  }
  const text = String(constant);
  const [mantissa = "", exponent] = text.split("e");
  const signed = text.startsWith("-");
  if (exponent === undefined) return { text, binds: signed ? binding.product : binding.atom, signed };
  return {
    text: `${mantissa} \\times 10^{${exponent.replace("+", "")}}`,
    binds: binding.product,
    signed,
  };
}
