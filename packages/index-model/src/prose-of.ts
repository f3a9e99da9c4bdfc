import type { Language } from "@cxmetrics/definition";
import { toProse } from "@cxmetrics/formula";
import type { IndexDefinition } from "./index-definition.js";
import { lowered } from "./lowered.js";
import { nodeAt } from "./node-at.js";
import { readName } from "./node-id.js";

/**
 * The formula of a node as a sentence.
 *
 * @param write how a title is written where the sentence stands, for example escaped
 */
export function proseOf(
  document: IndexDefinition,
  id: string,
  lang: Language,
  write: (title: string) => string = (title) => title,
): string {
  const titleOf = (node: string) => write(nodeAt(document, node).title[lang]);
  const name = (input: string) => {
    const { node, raw } = readName(input);
    if (!raw) return titleOf(node);
    return lang === "en" ? `the raw value of ${titleOf(node)}` : `${titleOf(node)}的原始值`;
  };
  const formula = toProse(lowered(document, id), lang, { name });
  return lang === "en" ? `${titleOf(id)} is ${formula}.` : `${titleOf(id)}等于${formula}。`;
}
