import type { Language } from "@cxmetrics/definition";
import { joinChinese, toProse } from "@cxmetrics/formula";
import type { IndexDefinition } from "./index-definition.js";
import { lowered } from "./lowered.js";
import { nodeAt } from "./node-at.js";
import { readColumnName, readName } from "./node-id.js";
import { outputTitle } from "./node-kinds/output-title.js";

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
  const name = nameIn(document, lang, write);
  const formula = toProse(lowered(document, id), lang, { name });
  return lang === "en" ? `${titleOf(id)} is ${formula}.` : `${joinChinese(titleOf(id), "等于", formula)}。`;
}

/** How an input of a formula is called in sentences. */
export function nameIn(
  document: IndexDefinition,
  lang: Language,
  write: (title: string) => string = (title) => title,
): (input: string) => string {
  const titleOf = (node: string) => write(nodeAt(document, node).title[lang]);
  return (input) => {
    const column = readColumnName(input);
    if (column !== undefined) return lang === "en" ? `the column ${write(column)}` : `“${write(column)}”列`;
    const { node, raw, output } = readName(input);
    if (output !== undefined) {
      const title = write(outputTitle(document, node, output, lang));
      return lang === "en" ? `${titleOf(node)} (${title})` : `${titleOf(node)}（${title}）`;
    }
    if (!raw) return titleOf(node);
    return lang === "en" ? `the raw value of ${titleOf(node)}` : joinChinese(titleOf(node), "的原始值");
  };
}
