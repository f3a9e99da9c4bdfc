import { aggregateMethods } from "../aggregates/registry.js";
import { fittedNodeOf } from "../calibration/fitted-node-of.js";
import { needsFit } from "../calibration/nodes-to-fit.js";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition, IndexNode } from "../index-definition.js";
import { childWeights } from "../weightings/child-weights.js";
import { asGoalposts } from "./as-goalposts.js";

/**
 * The same index with the weights of every mean and the ends of every straight-line normaliser written as numbers, and without
 * sums that weights must have, so that each may be varied by itself.
 */
export function openDecisions(frozen: IndexDefinition): IndexDefinition {
  const nodes = Object.fromEntries(
    Object.entries(frozen.nodes).map(([id, node]): [string, IndexNode] => [id, opened(frozen, id, node)]),
  );
  const { calibration, ...rest } = frozen;
  const kept = Object.entries(calibration?.nodes ?? {}).filter(([id]) => {
    const node = nodes[id];
    return node !== undefined && needsFit(node);
  });
  const cut =
    calibration && kept.length > 0
      ? { calibration: { ...calibration, nodes: Object.fromEntries(kept) } }
      : {};
  return defineIndex({ ...rest, nodes, ...cut });
}

function opened(frozen: IndexDefinition, id: string, node: IndexNode): IndexNode {
  if (node.kind === "indicator") {
    const normalise = asGoalposts(node.normalise, fittedNodeOf(frozen, id)?.normalise);
    return normalise ? { ...node, normalise } : node;
  }
  if (node.kind !== "aggregate" || aggregateMethods[node.method].weights !== "relative") return node;
  const { weighting: _, mustSum: __, ...rest } = node;
  const { weights } = childWeights(frozen, id, node);
  if (weights === undefined) return node;
  return {
    ...rest,
    children: node.children.map((child, at) => ({ node: child.node, weight: weights[at] ?? 1 })),
  };
}
