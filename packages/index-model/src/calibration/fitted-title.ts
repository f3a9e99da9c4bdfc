import type { LocalizedText } from "@cxmetrics/definition";
import { imputationOf } from "../imputations/registry.js";
import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { normaliserOf } from "../normalisers/registry.js";
import { treatmentOf } from "../treatments/registry.js";

/** What a parameter that is still to be fitted is called: `normalise.minimum` of a leaf, `weight.<child>` of an aggregate. */
export function fittedTitle(
  definition: IndexDefinition,
  id: string,
  output: string,
): LocalizedText | undefined {
  const dot = output.indexOf(".");
  if (dot < 0) return undefined;
  const node = nodeAt(definition, id);
  const stage = output.slice(0, dot);
  const name = output.slice(dot + 1);
  if (stage === "weight" && node.kind === "aggregate" && Object.hasOwn(definition.nodes, name)) {
    const { en, zh } = nodeAt(definition, name).title;
    return { en: `fitted weight of ${en}`, zh: `${zh}的标定权重` };
  }
  if (node.kind === "rescale")
    return titleAmong(normaliserOf(node.normalise).fittedTitles, stage === "normalise" ? name : "");
  if (node.kind !== "indicator") return undefined;
  const titles =
    stage === "normalise"
      ? normaliserOf(node.normalise).fittedTitles
      : stage === "treat" && node.treat
        ? treatmentOf(node.treat).fittedTitles
        : stage === "impute" && node.impute
          ? imputationOf(node.impute).fittedTitles
          : undefined;
  return titleAmong(titles, name);
}

function titleAmong(
  titles: Readonly<Record<string, LocalizedText>> | undefined,
  name: string,
): LocalizedText | undefined {
  return titles && Object.hasOwn(titles, name) ? titles[name] : undefined;
}
