import { CxMetricsError } from "@cxmetrics/definition";
import type { IndexNode } from "./index-definition.js";
import { linksOf } from "./links-of.js";
import { cycle } from "./problems.js";

/**
 * The ids of the nodes that the starting ones lead to, each after the nodes that it reads; turned round, wholes come before
 * their parts and parts in the order of the document. Written without recursion: a chain may be as long as it likes.
 *
 * @throws `CxMetricsError` `index.cycle` with the way round
 */
export function orderNodes(
  nodes: Readonly<Record<string, IndexNode>>,
  starts: readonly string[] = Object.keys(nodes),
): readonly string[] {
  const done = new Set<string>();
  const open = new Set<string>();
  for (const start of starts) {
    const stack = [{ id: start, next: 0, links: linksAt(nodes, start) }];
    if (!done.has(start)) open.add(start);
    while (stack.length > 0) {
      const top = stack.at(-1) as (typeof stack)[number];
      const id = done.has(top.id) ? undefined : top.links[top.next++];
      if (id === undefined) {
        done.add(top.id);
        open.delete(top.id);
        stack.pop();
      } else if (open.has(id)) {
        const way = [...open];
        const round = [...way.slice(way.indexOf(id)), id];
        throw new CxMetricsError(cycle, { path: ["nodes", id], values: { cycle: round.join(" → ") } });
      } else if (!done.has(id)) {
        open.add(id);
        stack.push({ id, next: 0, links: linksAt(nodes, id) });
      }
    }
  }
  return [...done];
}

function linksAt(nodes: Readonly<Record<string, IndexNode>>, id: string): readonly string[] {
  const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
  return node
    ? linksOf(node)
        .map((link) => link.node)
        .reverse()
    : [];
}
