import { bracketing } from "./bracketing.js";
import type { Expression } from "./expression.js";
import { latexConstant } from "./latex/constant.js";
import { latexName } from "./latex/name.js";
import { constantOf } from "./leaf.js";
import { kindOf } from "./operations/registry.js";
import { conditionInLatex } from "./operations/write-condition.js";
import { parseExpression } from "./parse-expression.js";
import { binding, type Piece, type Writer } from "./writing.js";

/** How names are printed. */
export interface LatexOptions {
  /** LaTeX of a name's symbol, such as `x_{1}`; it is printed as it is, so escape what is not yours. */
  readonly symbol?: (name: string) => string;
}

/**
 * A formula in LaTeX mathematics (no surrounding `$`), with the fewest brackets that keep its meaning. It needs `amsmath`;
 * KaTeX and MathJax print it as it is.
 *
 * Means are written out for the case that every operand is available. Names of more than one letter become words in
 * italics; whatever they hold is escaped, so that a name cannot break out.
 *
 * @param expression the formula
 * @param options symbols of the names
 * @throws `CxMetricsError` as `parseExpression` does
 * @example
 * ```ts
 * toLatex({ op: "divide", of: ["a", { op: "add", of: ["b", "1/3"] }] }); // => "\\frac{a}{b + \\tfrac{1}{3}}"
 * toLatex({ op: "power", of: ["wait_ms", 2] }); // => "\\mathit{wait\\_ms}^{2}"
 * ```
 */
export function toLatex(expression: Expression, options: LatexOptions = {}): string {
  const symbol = (name: string): string => {
    const own: unknown = typeof options?.symbol === "function" ? options.symbol(name) : undefined;
    return typeof own === "string" ? own : latexName(name);
  };
  const leaf = (part: number | string): Piece =>
    constantOf(part) === undefined
      ? { text: symbol(part as string), binds: binding.atom }
      : latexConstant(part);
  const writer: Writer = {
    of: (part) => (typeof part === "object" ? kindOf(part).latex(part, writer) : leaf(part)),
    condition: (part) => conditionInLatex(part, writer),
    operand: (part, binds, sign) => bracketing(writer.of(part), binds, sign, ["\\left(", "\\right)"]),
  };
  return writer.of(parseExpression(expression)).text;
}
