import type { Language } from "@cxmetrics/definition";
import { fittedTitle } from "../calibration/fitted-title.js";
import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";

const words = {
  amount: { en: "points", zh: "分值" },
  triggered: { en: "whether it is triggered", zh: "是否触发" },
  statement: { en: "the statement about the unit", zh: "对该对象的认定" },
  stated: { en: "whether the evidence is stated", zh: "证据是否已注明" },
} as const;

/** What an output of a node is called in sentences: the title of what it stands for, or its name. */
export function outputTitle(definition: IndexDefinition, id: string, output: string, lang: Language): string {
  const node = nodeAt(definition, id);
  const fitted = fittedTitle(definition, id, output);
  if (fitted) return fitted[lang];
  if (node.kind === "deduction" || node.kind === "bonus") {
    const item = node.items.find((one) => one.id === output);
    if (item) return item.title[lang];
  }
  if (node.kind === "points" && Object.hasOwn(definition.nodes, output))
    return nodeAt(definition, output).title[lang];
  if (node.kind === "membership" || node.kind === "synthesis" || node.kind === "let") return output;
  return Object.hasOwn(words, output) ? words[output as keyof typeof words][lang] : output;
}
