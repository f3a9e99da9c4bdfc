import type { Warning } from "@cxmetrics/definition";
import { findWeightBase } from "./find-weight-base.js";
import { globalWeights } from "./global-weights.js";
import type { IndexDefinition } from "./index-definition.js";
import type { GradeResult } from "./index-result.js";
import type { IndexTable } from "./index-table.js";
import { linksOf } from "./links-of.js";
import { nodeAt } from "./node-at.js";
import { reachableNodes } from "./reachable-nodes.js";
import { warning } from "./warning.js";

/** What a reader must know about the definition: nodes that change nothing, leaves without weight, nodes counted twice. */
export function structureWarnings(definition: IndexDefinition, order: readonly string[]): readonly Warning[] {
  const reachable = reachableNodes(definition);
  const ids = Object.keys(definition.nodes);
  const parents = new Map<string, string[]>();
  for (const id of ids)
    if (reachable.has(id))
      for (const child of new Set(linksOf(nodeAt(definition, id)).map((link) => link.node)))
        parents.set(child, [...(parents.get(child) ?? []), id]);
  const from = findWeightBase(definition);
  const weights = from === undefined ? undefined : globalWeights(definition, order, from).weights;
  return ids.flatMap((node) => {
    const above = parents.get(node) ?? [];
    return [
      ...(reachable.has(node)
        ? []
        : [
            warning(
              "index.unreachable-node",
              {
                en: 'Nothing reads "{node}": it is computed but changes neither score nor grade. Link it, list it among the outputs, or remove it.',
                zh: "没有任何节点引用 “{node}”：它会被计算，但不影响得分和等级。请引用它、将其列入 outputs，或删除它。",
              },
              { node },
            ),
          ]),
      ...(weights?.get(node) === 0 && definition.nodes[node]?.kind === "indicator"
        ? [
            warning(
              "index.zero-weight",
              {
                en: 'The indicator "{node}" weighs nothing in the index.',
                zh: "指标 “{node}” 在指数中的权重为 0。",
              },
              { node },
            ),
          ]
        : []),
      ...(above.length > 1
        ? [
            warning(
              "index.shared-node",
              {
                en: '"{node}" feeds {count} nodes ({parents}) and so counts more than once. Make sure that this is meant.',
                zh: "“{node}” 同时进入 {count} 个节点（{parents}），会被重复计入。请确认这是有意为之。",
              },
              { node, count: above.length, parents: above.join(", ") },
            ),
          ]
        : []),
    ];
  });
}

/** What a reader must know about the table: units named twice. */
export function tableWarnings(table: IndexTable): readonly Warning[] {
  const { units, periods } = table;
  const names = periods ? units.map((unit, row) => JSON.stringify([unit, periods[row] ?? null])) : units;
  const count = units.length - new Set(names).size;
  if (count === 0) return [];
  return [
    warning(
      "table.duplicate-units",
      {
        en: "{count} rows repeat the name of an earlier unit. Address them by row, or name them apart.",
        zh: "有 {count} 行与前面的对象重名。请按行号引用，或使用不同名称。",
      },
      { count },
    ),
  ];
}

/** What a reader must know about views and grades. */
export function readingWarnings(
  withNotApplicable: readonly string[],
  grades: readonly GradeResult[] | undefined,
): readonly Warning[] {
  const open = grades?.filter((grade) => grade.veto === "not-assessed").length ?? 0;
  return [
    ...withNotApplicable.map((view) =>
      warning(
        "index.view-not-canonical",
        {
          en: 'Indicators of the view "{view}" do not apply to some units, so it does not add up to the index there. Publish the root.',
          zh: "视图 “{view}” 中有指标对部分对象不适用，其汇总与指数不一致。请以根节点结果为准。",
        },
        { view },
      ),
    ),
    ...(open > 0
      ? [
          warning(
            "index.veto-not-assessed",
            {
              en: "The veto was not assessed for {count} units; their grade is provisional.",
              zh: "有 {count} 个对象未经一票否决核查，其等级为暂定。",
            },
            { count: open },
          ),
        ]
      : []),
  ];
}
