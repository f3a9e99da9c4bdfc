import type { Piecewise } from "../expression.js";
import { latexConstant } from "../latex/constant.js";
import { binding, type Piece, type Writer } from "../writing.js";

/** The lines between the knots as cases. */
export function piecewiseInLatex({ of: [x], knots, beyond }: Piecewise, writer: Writer): Piece {
  const symbol = writer.operand(x, binding.sum);
  const minuend = writer.operand(x, binding.sum);
  const texts = knots.map(([a, b]) => [latexConstant(a).text, latexConstant(b).text] as const);
  const last = texts.length - 1;
  const lines = texts.slice(1).map(([right, above], k) => {
    const [left, below] = texts[k] as readonly [string, string];
    const line = `${below} + \\left(${above} - ${bracketed(below)}\\right) \\cdot \\frac{${minuend} - ${bracketed(left)}}{${right} - ${bracketed(left)}}`;
    const open = beyond === "extrapolate";
    const from = open && k === 0 ? "" : `${left} \\leq `;
    const to = open && k + 1 === last ? "" : ` ${k + 1 === last ? "\\leq" : "<"} ${right}`;
    return from === "" && to === "" ? line : `${line} & \\text{if } ${from}${symbol}${to}`;
  });
  const [only = ""] = lines;
  if (beyond === "extrapolate" && lines.length === 1) {
    return { text: only, binds: binding.sum, signed: only.startsWith("-") };
  }
  const [first, end] = [texts[0], texts[last]] as [readonly [string, string], readonly [string, string]];
  const clamped = [
    `${first[1]} & \\text{if } ${symbol} < ${first[0]}`,
    ...lines,
    `${end[1]} & \\text{if } ${symbol} > ${end[0]}`,
  ];
  return {
    text: `\\begin{cases} ${(beyond === "clamp" ? clamped : lines).join(" \\\\ ")} \\end{cases}`,
    binds: binding.choice,
  };
}

function bracketed(constant: string): string {
  return constant.startsWith("-") ? `\\left(${constant}\\right)` : constant;
}
