import { CxMetricsError } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import { lowerAggregate } from "./aggregates/lower-aggregate.js";
import type { Aggregate, IndexDefinition } from "./index-definition.js";
import { nodeAt } from "./node-at.js";
import { nodeKindOf } from "./node-kinds/registry.js";
import { noFormula } from "./problems.js";

/**
 * The value of a node as one formula over the names that it reads; a leaf reads `<id>.raw`. The definition is trusted.
 *
 * @throws `CxMetricsError` `index.no-formula` for a node whose method looks at all units
 */
export function lowered(definition: IndexDefinition, id: string): Expression {
  const expression = loweredOrNone(definition, id);
  if (expression !== undefined) return expression;
  throw new CxMetricsError(noFormula, { path: ["nodes", id], values: { node: id } });
}

/** As `lowered`, `undefined` for a node whose method looks at all units. */
export function loweredOrNone(definition: IndexDefinition, id: string): Expression | undefined {
  const node = nodeAt(definition, id);
  const kind = nodeKindOf(node);
  if (kind.lower) return kind.lower(definition, id, node);
  return kind.outputs && Object.values(kind.outputs(definition, id, node))[0];
}

/** The value of an aggregate that stands in no definition: the group of a view. */
export function loweredGroup(definition: IndexDefinition, node: Aggregate): Expression {
  return lowerAggregate(definition, "", node);
}
