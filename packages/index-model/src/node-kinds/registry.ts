import type { IndexNode } from "../index-definition.js";
import { aggregate } from "./aggregate.js";
import { cohort } from "./cohort.js";
import { bonus, deduction } from "./deduction.js";
import { formula } from "./formula.js";
import { defuzzify, membership, synthesis } from "./fuzzy.js";
import { gate } from "./gate.js";
import { indicator } from "./indicator.js";
import { letKind } from "./let.js";
import type { NodeKind } from "./node-kind.js";
import { points } from "./points.js";
import { rescale } from "./rescale.js";

/** Every kind of node of this format by name. */
export const nodeKinds = {
  indicator,
  aggregate,
  formula,
  cohort,
  let: letKind,
  points,
  deduction,
  bonus,
  gate,
  membership,
  synthesis,
  defuzzify,
  rescale,
} as const satisfies Record<IndexNode["kind"], unknown>;

/** The registered kind of a node. */
export function nodeKindOf<N extends IndexNode>(node: N): NodeKind<N> {
  // The key and the node carry the same name, which the type system cannot follow through an index.
  return nodeKinds[node.kind] as unknown as NodeKind<N>;
}
