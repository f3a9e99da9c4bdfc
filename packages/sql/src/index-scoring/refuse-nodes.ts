import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import { type IndexDefinition, scoreIndexColumns } from "@cxmetrics/index-model";
import { notCompiled } from "../problems.js";

/** Refuses leaves that are more than a formula of their cell, among the nodes that are read. */
export function refuseLeaves(document: IndexDefinition, nodes: ReadonlySet<string>): void {
  for (const id of nodes) {
    const node = document.nodes[id];
    if (node?.kind !== "indicator") continue;
    for (const member of ["codes", "adjustments", "appliesTo"] as const)
      if (node[member] !== undefined)
        throw refuse(`${id}.${member}`, {
          en: "it reads more than the number in the cell.",
          zh: "它读取的不只是单元格中的数值。",
        });
  }
}

/** Refuses parameters that nobody fitted, as the package that fits them does. */
export function refuseUnfitted(document: IndexDefinition, parameter: string): never {
  if (document.scope === "batch" && document.calibration === undefined)
    throw refuse("scope: batch", { en: "its methods look at all units.", zh: "其方法需要查看全部单元。" });
  if (document.calibration === undefined) scoreNothing(document);
  throw refuse(parameter, {
    en: "the reference population could not support this parameter, so that the node has no value.",
    zh: "参照总体不足以估计该参数，该节点没有值。",
  });
}

/** Scores one empty row, whatever columns it takes. */
function scoreNothing(document: IndexDefinition): void {
  const columns: Record<string, Float64Array> = {};
  const attributes: Record<string, null[]> = {};
  for (;;) {
    try {
      scoreIndexColumns(document, { length: 1, columns, attributes });
      return;
    } catch (thrown) {
      if (!isCxMetricsError(thrown)) throw thrown;
      const { column } = thrown.values;
      const name = String(column);
      if (thrown.code !== "table.missing-column" || Object.hasOwn(columns, name)) throw thrown;
      columns[name] = Float64Array.of(1);
    }
  }
}

function refuse(rule: string, reason: { readonly en: string; readonly zh: string }): CxMetricsError {
  return new CxMetricsError(notCompiled, {
    path: ["definition"],
    values: { rule, reason, instead: "scoreIndexColumns" },
  });
}
