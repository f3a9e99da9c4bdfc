import type { Expression } from "@cxmetrics/formula";
import { aggregateMethods } from "./aggregates/registry.js";
import type { Aggregate, Formula, IndexDefinition, Indicator } from "./index-definition.js";
import { nodeAt } from "./node-at.js";
import { cappedName, rawName } from "./node-id.js";
import { normaliserOf } from "./normalisers/registry.js";

/** The value of a node as one formula over the nodes that it reads; a leaf reads `<id>.raw`. The definition is trusted. */
export function lowered(definition: IndexDefinition, id: string): Expression {
  const node = nodeAt(definition, id);
  return node.kind === "indicator" ? scaled(definition, node, loweredCap(node, id)) : loweredInner(node);
}

/** The raw value of a leaf after capping, over `<id>.raw`. */
export function loweredCap(leaf: Indicator, id: string): Expression {
  return normaliserOf(leaf.normalise).cap(leaf.normalise, rawName(id));
}

/** The value of a leaf over `<id>.capped`: the second half of what `lowered` gives for it. */
export function loweredScale(definition: IndexDefinition, leaf: Indicator, id: string): Expression {
  return scaled(definition, leaf, cappedName(id));
}

/** The value of a node that is no leaf. */
export function loweredInner(node: Aggregate | Formula): Expression {
  return node.kind === "aggregate" ? aggregateMethods[node.method].lower(node) : node.expression;
}

function scaled(definition: IndexDefinition, leaf: Indicator, capped: Expression): Expression {
  return normaliserOf(leaf.normalise).scale(leaf.normalise, capped, definition.scale);
}
