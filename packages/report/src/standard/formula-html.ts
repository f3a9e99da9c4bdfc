import { type Expression, toProse } from "@cxmetrics/formula";
import { lowerNode, renderFormula } from "@cxmetrics/index-model";
import { type Html, html } from "../markup/html.js";
import { data } from "../page/report-page.js";
import type { StandardPage } from "./standard-page.js";

/**
 * The formula of a node with its symbols, as it is computed. It is plain text with subscripts, because a formula in MathML is lost in
 * word processors.
 *
 * @param call what stands for an input in place of its symbol, for example its number
 */
export function formulaHtml(
  { definition, lang }: StandardPage,
  id: string,
  call: (input: string) => string | undefined = () => undefined,
): Html {
  const expression = expressionOf(definition, id);
  if (expression === undefined) return data(renderFormula(definition, id, "prose", { lang }));
  const inputs: string[] = [];
  const prose = toProse(expression, lang, {
    name: (input) => {
      const other = call(input);
      if (other !== undefined) return other;
      inputs.push(input);
      return `${open}${inputs.length - 1}${close}`;
    },
  });
  // Private-use marks keep the places of symbols; a text of the definition never stands in this prose.
  return html`${prose.split(open).map((piece, index) => {
    if (index === 0) return piece;
    const [at = "", rest = ""] = piece.split(close);
    return html`${symbolHtml(inputs[Number(at)] ?? "")}${rest}`;
  })}`;
}

const open = "\ue000";
const close = "\ue001";

/** Symbol of an input: x the raw value of a leaf, I the value of a node, c a column. */
export function symbolHtml(input: string): Html {
  if (input.startsWith("@")) return html`<i>c</i><sub>${input.slice(1)}</sub>`;
  const [node = "", ...rest] = input.split(".");
  const output = rest.join(".");
  if (output === "raw") return html`<i>x</i><sub>${node}</sub>`;
  return html`<i>I</i><sub>${node}</sub>${output ? html`<sup>${output}</sup>` : null}`;
}

/** The expression of a node, where it has one; a value that depends on all units has none. */
export function expressionOf(definition: StandardPage["definition"], id: string): Expression | undefined {
  try {
    return lowerNode(definition, id);
  } catch {
    return undefined;
  }
}
