import { readColumnName, readName } from "./node-id.js";

/**
 * LaTeX symbol of an input of a formula: $I$ for the value of a node, $x$ for a raw value, the name as a superscript for an
 * output, $c$ for a column of the table.
 */
export function symbolOf(input: string): string {
  const column = readColumnName(input);
  if (column !== undefined) return `c_{${named(column)}}`;
  const { node, raw, output } = readName(input);
  const symbol = `${raw ? "x" : "I"}_{${named(node)}}`;
  return output === undefined ? symbol : `${symbol}^{${named(output)}}`;
}

function named(name: string): string {
  const safe = name.replace(/[\\{}$&#^~%]/g, " ");
  return `\\mathrm{${safe.replaceAll("_", "\\_").replaceAll("-", "\\text{-}")}}`;
}
