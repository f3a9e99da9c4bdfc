import { weightToNumber } from "@cxmetrics/formula";
import type { Weight } from "../index-definition.js";
import { escapeMarkdown } from "./escape-markdown.js";
import type { Labels } from "./labels.js";
import type { PageContext } from "./page-context.js";
import { showPercent } from "./show-number.js";

/** What becomes of each mean when something is missing, and which indicators apply where. */
export function missingSection({ document, words, say, titleOf }: PageContext): string {
  const rules = Object.entries(document.nodes).flatMap(([id, node]) => {
    if (node.kind === "aggregate") {
      const { missing } = node;
      const rule =
        missing.policy === "renormalise"
          ? renormalising(words, missing.minimumAvailable)
          : missing.policy === "constant"
            ? words.filledWith(String(missing.value))
            : words.policies[missing.policy];
      return [`- ${titleOf(id)}${words.colon}${rule}`];
    }
    if (node.kind !== "indicator" || !node.appliesTo) return [];
    const values = node.appliesTo.values.map(escapeMarkdown).join(words.comma);
    return [`- ${words.appliesTo(say(node.title), escapeMarkdown(node.appliesTo.attribute), values)}`];
  });
  return [`## ${words.missing}`, "", `- ${words.notApplicable}`, ...rules].join("\n");
}

function renormalising(words: Labels, least: Weight): string {
  if (weightToNumber(least) === 0) return words.renormaliseAny;
  return words.renormalise(typeof least === "number" ? showPercent(least) : least);
}
