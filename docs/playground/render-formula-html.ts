import katex from "katex";

/** LaTeX from the formula tree as HTML; titles inside come from untrusted definitions, so nothing in it may link or load. */
export function renderFormulaHtml(latex: string): string {
  return katex.renderToString(latex, {
    displayMode: true,
    throwOnError: false,
    strict: false,
    trust: false,
    maxSize: 20,
    maxExpand: 200,
  });
}
