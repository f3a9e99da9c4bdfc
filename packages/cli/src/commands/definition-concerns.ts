import { fillMessage, type LocalizedText, type Warning } from "@cxmetrics/definition";
import { definitionWarnings, type IndexDefinition, weightlessLeaves } from "@cxmetrics/index-model";
import { someNames } from "../read/hint.js";
import type { DefinitionTree } from "./definition-tree.js";

const texts = {
  "check.weightless": {
    en: "{count} indicators have no share of the index, because only formulas or rules read them: {names}.",
    zh: "有 {count} 个指标没有占指数的份额，因为只有公式或规则引用它们：{names}。",
  },
  "check.unequal-applicability": {
    en: "{count} indicators apply only to some units ({names}), so units are measured by unequal sets of indicators. Compare such units on the indicators that they share.",
    zh: "有 {count} 个指标只适用于部分评价单元（{names}），各单元所依据的指标集并不相同。请在共有指标上比较这些单元。",
  },
  "check.provenance": {
    en: "{count} of {all} parts are illustrative: placeholders that whoever adopts the index must decide ({names}).",
    zh: "{all} 个部分中有 {count} 个为示例性设定，须由采用者自行确定（{names}）。",
  },
  "check.needs-fit": {
    en: "Some methods need a reference population ({names}). Run cx index fit before scoring, or the definition cannot be scored.",
    zh: "部分方法需要参照群体（{names}）。计分前请先运行 cx index fit，否则无法计分。",
  },
  "check.batch": {
    en: 'scope "batch": parameters are fitted on the very table that is scored, so results of different tables do not compare.',
    zh: "scope 为 “batch”：参数在被计分的数据表上标定，不同数据表的结果不可比。",
  },
} as const satisfies Record<string, LocalizedText>;

/** What someone who adopts a definition must know about it, in words. */
export function definitionConcerns(
  definition: IndexDefinition,
  { toFit }: DefinitionTree,
): readonly Warning[] {
  const concern = (code: keyof typeof texts, values: NonNullable<Warning["values"]> = {}): Warning => ({
    code,
    message: fillMessage(texts[code], values),
    values,
  });
  const named = (
    code: keyof typeof texts,
    names: readonly string[],
    values: NonNullable<Warning["values"]> = {},
  ) =>
    names.length === 0 ? [] : [concern(code, { count: names.length, names: someNames(names), ...values })];
  const nodes = Object.entries(definition.nodes);
  const partly = nodes.flatMap(([id, node]) => (node.kind === "indicator" && node.appliesTo ? [id] : []));
  const illustrative = nodes.flatMap(([id, { provenance }]) =>
    provenance.status === "illustrative" ? [id] : [],
  );
  const ready = definition.calibration !== undefined || definition.scope !== undefined;
  return [
    ...definitionWarnings(definition),
    ...named("check.weightless", Object.keys(weightlessLeaves(definition))),
    ...named("check.unequal-applicability", partly),
    ...named("check.provenance", illustrative, { all: nodes.length }),
    ...(ready ? [] : named("check.needs-fit", toFit)),
    ...(definition.scope === "batch" && toFit.length > 0 ? [concern("check.batch")] : []),
  ];
}
