import type { Expression } from "../expression.js";
import { binding, type Writer } from "../writing.js";

/** A base under an exponent in LaTeX, both parts already free of ambiguity. */
export function latexPower(base: Expression, exponent: string, writer: Writer): string {
  const { text, binds } = writer.of(base);
  if (binds < binding.atom) return `\\left(${text}\\right)^{${exponent}}`;
  // A symbol with an exponent or a prime of its own would make a double superscript.
  return `${/[\^']/.test(text) ? `{${text}}` : text}^{${exponent}}`;
}
