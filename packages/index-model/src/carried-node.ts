import type { IndexNode } from "./index-definition.js";

/**
 * The node whose value a node hands on as long as nothing happens to it: what a gate lets through, what is deducted from, what a bonus is
 * added to. Shares of the whole pass on to it undiminished; `undefined` for all other kinds.
 */
export function carriedNode(node: IndexNode): string | undefined {
  switch (node.kind) {
    case "gate":
      return node.of;
    case "deduction":
      return node.from;
    case "bonus":
      return node.to;
    default:
      return undefined;
  }
}
