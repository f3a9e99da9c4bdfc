import { belowRoot } from "../below-root.js";
import { loweredOrNone } from "../lowered.js";
import { nodeAt } from "../node-at.js";
import { sayNode } from "../node-kinds/say-node.js";
import { nameIn, proseOf } from "../prose-of.js";
import { reachableNodes } from "../reachable-nodes.js";
import { renderFormula } from "../render-formula.js";
import { escapeMarkdown } from "./escape-markdown.js";
import type { PageContext } from "./page-context.js";

/** The formula of every node, root first, in LaTeX and as a sentence. */
export function formulasSection(page: PageContext): string {
  const { document, lang, words, titleOf, say } = page;
  const ids = new Set([...belowRoot(document), ...reachableNodes(document)]);
  const parts = [...ids].flatMap((id) => {
    const node = nodeAt(document, id);
    const { note } = node;
    const rule = sayNode(node, {
      lang,
      titleOf,
      name: nameIn(document, lang, escapeMarkdown),
      write: escapeMarkdown,
    });
    return [
      "",
      `### ${titleOf(id)}${words.aside(`\`${id}\``)}`,
      "",
      "$$",
      renderFormula(document, id, "latex"),
      "$$",
      "",
      ...(rule ? [rule, ""] : []),
      loweredOrNone(document, id) === undefined
        ? escapeMarkdown(renderFormula(document, id, "prose", { lang }))
        : proseOf(document, id, lang, escapeMarkdown),
      ...(note ? ["", say(note)] : []),
    ];
  });
  return [`## ${words.formulas}`, ...parts].join("\n");
}
