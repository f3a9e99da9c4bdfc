import type { IndexNode } from "./index-definition.js";

/** The value of a tag of a leaf, or `undefined` for a node without it. */
export function tagOf(node: IndexNode, tag: string): string | undefined {
  const tags = node.kind === "indicator" ? node.tags : undefined;
  return tags && Object.hasOwn(tags, tag) ? tags[tag] : undefined;
}
