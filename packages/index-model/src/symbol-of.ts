import { readName } from "./node-id.js";

/** LaTeX symbol of an input of a formula: $I$ for the value of a node, $x$ for a raw value. */
export function symbolOf(input: string): string {
  const { node, raw } = readName(input);
  return `${raw ? "x" : "I"}_{\\mathrm{${node.replaceAll("_", "\\_").replaceAll("-", "\\text{-}")}}}`;
}
