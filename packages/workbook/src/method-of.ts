import type { IndexNode } from "@cxmetrics/index-model";

/** The method of a node as the definition names it: of an aggregate, or of the normalisation; its kind where it names none. */
export function methodOf(node: IndexNode): string {
  if ("method" in node && typeof node.method === "string") return node.method;
  if ("normalise" in node && typeof node.normalise === "object") return node.normalise.method;
  return node.kind;
}
