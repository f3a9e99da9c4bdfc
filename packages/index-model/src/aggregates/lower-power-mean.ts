import type { Expression } from "@cxmetrics/formula";
import type { Aggregate } from "../index-definition.js";

/** The weighted power mean of the children of a node, with its policy for missing children. */
export function lowerPowerMean(node: Aggregate, exponent: number): Expression {
  return {
    op: "power-mean",
    exponent,
    of: node.children.map((child) => child.node),
    weights: node.children.map((child) => child.weight),
    missing: node.missing.policy,
    ...(node.missing.policy === "renormalise" ? { minimumAvailable: node.missing.minimumAvailable } : {}),
  };
}
