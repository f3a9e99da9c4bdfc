import { digestOf } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { orderNodes } from "../order-nodes.js";
import { semanticMembers } from "./semantic-members.js";

/**
 * A digest of what every node computes from the columns, whatever it and the nodes under it are called: references are replaced
 * by the digests of what they refer to. Equal digests mean equal values on every table that has the columns.
 */
export function fingerprints(definition: IndexDefinition): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const id of orderNodes(definition.nodes))
    known.set(
      id,
      digestOf(semanticMembers(definition, id, (node) => known.get(node) ?? `unresolved ${node}`)),
    );
  return known;
}
