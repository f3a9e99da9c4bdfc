import type { Expression } from "@cxmetrics/formula";
import { defineIndex, type IndexDefinition, lowerNode } from "@cxmetrics/index-model";

/**
 * The definition with the weights that judgements gave (AHP, budgets, ranks) written out, so that each is a number of its own, and without
 * the conditions on sums of weights, which the workbook checks in a cell.
 */
export function writtenWeights(document: IndexDefinition): IndexDefinition {
  const nodes = Object.entries(document.nodes).map(([id, node]) => {
    if (node.kind !== "aggregate") return [id, node] as const;
    const { mustSum: _, weighting, ...rest } = node;
    const fitted = document.calibration?.nodes[id]?.weights;
    if (!weighting || fitted) return [id, { ...rest, ...(weighting ? { weighting } : {}) }] as const;
    const weights = weightsIn(lowerNode(document, id), node.children.length);
    if (!weights) return [id, { ...rest, weighting }] as const;
    const children = node.children.map((child, k) => ({ ...child, weight: weights[k] ?? 1 }));
    return [id, { ...rest, children }] as const;
  });
  return defineIndex({ ...document, nodes: Object.fromEntries(nodes) });
}

/** The first list of so many weights in a formula. */
function weightsIn(expression: Expression, count: number): readonly (number | string)[] | undefined {
  if (typeof expression !== "object") return undefined;
  if ("weights" in expression && expression.weights?.length === count) return expression.weights;
  for (const value of Object.values(expression) as unknown[]) {
    const parts = Array.isArray(value) ? (value as unknown[]) : [value];
    for (const part of parts)
      if (typeof part === "object" && part !== null && "op" in part) {
        const found = weightsIn(part as Expression, count);
        if (found) return found;
      }
  }
  return undefined;
}
