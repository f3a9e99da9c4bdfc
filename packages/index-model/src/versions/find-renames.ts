import { digestOf } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { semanticMembers } from "./semantic-members.js";

/**
 * Nodes that stand in the second definition under another id: by old id, the new one. A node is known again by what it computes;
 * failing that by its own members on nodes that are known again; failing that, for a leaf, by everything but its column.
 */
export function findRenames(
  a: IndexDefinition,
  b: IndexDefinition,
  prints: { readonly a: ReadonlyMap<string, string>; readonly b: ReadonlyMap<string, string> },
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  const removed = () => Object.keys(a.nodes).filter((id) => !Object.hasOwn(b.nodes, id) && !renames.has(id));
  const added = () => Object.keys(b.nodes).filter((id) => !Object.hasOwn(a.nodes, id) && !taken.has(id));
  const pair = (markOld: (id: string) => string | undefined, markNew: (id: string) => string | undefined) => {
    const waiting = new Map<string, string[]>();
    for (const id of added()) {
      const mark = markNew(id);
      if (mark !== undefined) waiting.set(mark, [...(waiting.get(mark) ?? []), id]);
    }
    let found = false;
    for (const id of removed()) {
      const mark = markOld(id);
      const partner = mark === undefined ? undefined : waiting.get(mark)?.shift();
      if (partner === undefined) continue;
      renames.set(id, partner);
      taken.add(partner);
      found = true;
    }
    return found;
  };
  const newName = (id: string) => renames.get(id) ?? id;
  const own = () =>
    pair(
      (id) => digestOf(semanticMembers(a, id, newName)),
      (id) => digestOf(semanticMembers(b, id, (node) => node)),
    );

  pair(
    (id) => prints.a.get(id),
    (id) => prints.b.get(id),
  );
  while (own());
  pair(
    (id) => withoutColumn(a, id),
    (id) => withoutColumn(b, id),
  );
  while (own());
  return renames;
}

function withoutColumn(definition: IndexDefinition, id: string): string | undefined {
  const node = definition.nodes[id];
  if (node?.kind !== "indicator") return undefined;
  const { column, ...rest } = semanticMembers(definition, id, (name) => name);
  // Two leaves that differ in nothing but the column are one leaf renamed only if they are also called the same.
  return typeof column === "string" ? digestOf([rest, node.title]) : undefined;
}
