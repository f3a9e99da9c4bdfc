import type { IndexDefinition } from "@cxmetrics/index-model";

/** The level of every node: 1 for leaves and whatever reads no node, else one more than the highest that it reads. */
export function nodeLevels(document: IndexDefinition): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const levelOf = (id: string): number => {
    const known = levels.get(id);
    if (known !== undefined) return known;
    const node = document.nodes[id];
    const below = node?.kind === "indicator" ? [] : nodesNamed(node, document).filter((one) => one !== id);
    const level = 1 + Math.max(0, ...below.map(levelOf));
    levels.set(id, level);
    return level;
  };
  for (const id of Object.keys(document.nodes)) levelOf(id);
  return levels;
}

/** The nodes that a node names anywhere in its members, `<id>.<output>` included. */
function nodesNamed(value: unknown, document: IndexDefinition): readonly string[] {
  if (typeof value === "string") {
    const id = value.split(".", 1)[0] ?? "";
    return Object.hasOwn(document.nodes, id) ? [id] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    ["title", "provenance", "note", "origin", "kind", "method"].includes(key)
      ? []
      : nodesNamed(member, document),
  );
}
