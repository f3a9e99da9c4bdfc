import type { PowerMean } from "../../expression.js";
import { latexConstant } from "../../latex/constant.js";
import { binding, type Piece, type Writer } from "../../writing.js";
import { latexPower } from "../latex-power.js";
import { policyInText } from "../reduction/say-policy.js";
import { type Terms, termsOf } from "./terms.js";

/** A power mean written out in LaTeX for the case that every operand is available. Operands of zero weight are left out. */
export function powerMeanInLatex(operation: PowerMean, writer: Writer): Piece {
  const terms = termsOf(operation);
  const { exponent } = operation;
  const [only] = terms.parts;
  if (terms.parts.length === 1 && only) return writer.of(only.part);
  if (exponent === 0) return product(terms, writer);
  if (exponent === 1) return average(terms, (part, binds, sign) => writer.operand(part, binds, sign));
  const { text } = average(terms, (part) => latexPower(part, latexConstant(exponent).text, writer));
  return { text: `\\left(${text}\\right)^{${inverse(exponent)}}`, binds: binding.power };
}

type Term = Writer["operand"];

function average({ parts, equal, sumToOne }: Terms, term: Term): Piece {
  if (equal) {
    const sum = parts
      .map(({ part }, k) => term(part, binding.sum, k === 0 ? "free" : "bracketed"))
      .join(" + ");
    return { text: `\\frac{1}{${parts.length}} \\left(${sum}\\right)`, binds: binding.product };
  }
  const sum = parts
    .map(
      ({ part, weight }) =>
        `${latexConstant(weight).text} \\cdot ${term(part, binding.product, "bracketed")}`,
    )
    .join(" + ");
  if (sumToOne) return { text: sum, binds: binding.sum };
  return { text: `\\frac{${sum}}{${sumOfWeights(parts)}}`, binds: binding.call };
}

function product({ parts, equal, sumToOne }: Terms, writer: Writer): Piece {
  if (equal) {
    const factors = parts
      .map(({ part }, k) => writer.operand(part, binding.product, k === 0 ? "free" : "bracketed"))
      .join(" \\cdot ");
    return { text: `\\left(${factors}\\right)^{1/${parts.length}}`, binds: binding.power };
  }
  const factors = parts
    .map(({ part, weight }) => latexPower(part, latexConstant(weight).text, writer))
    .join(" \\cdot ");
  if (sumToOne) return { text: factors, binds: binding.product };
  return { text: `\\left(${factors}\\right)^{1/(${sumOfWeights(parts)})}`, binds: binding.power };
}

function sumOfWeights(parts: Terms["parts"]): string {
  return parts.map(({ weight }) => latexConstant(weight).text).join(" + ");
}

function inverse(exponent: number): string {
  if (Number.isInteger(1 / exponent)) return String(1 / exponent);
  const sign = exponent < 0 ? "-" : "";
  const size = latexConstant(Math.abs(exponent));
  return `${sign}1/${size.binds < binding.atom ? `(${size.text})` : size.text}`;
}

const names = new Map([
  [1, "mean"],
  [0, "geometric_mean"],
  [-1, "harmonic_mean"],
]);

/** A power mean as a call in plain text, with weights before a colon. */
export function powerMeanInText(operation: PowerMean, writer: Writer): Piece {
  const { exponent, of, weights } = operation;
  const { equal, parts } = termsOf(operation);
  const silent = equal && parts.length === of.length;
  const operands = of.map((part, k) =>
    silent ? writer.of(part).text : `${weights?.[k] ?? 1}: ${writer.of(part).text}`,
  );
  const name = names.get(exponent) ?? `power_mean[${exponent}]`;
  return { text: `${name}(${operands.join(", ")}${policyInText(operation)})`, binds: binding.call };
}
