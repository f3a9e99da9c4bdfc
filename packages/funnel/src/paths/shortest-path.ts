import { expectList, expectText, type NotComputable } from "@cxmetrics/definition";

/** A link from one page, screen or contact point to another. */
export type PathLink = readonly [from: string, to: string];

/** A shortest way through a graph. */
export interface ShortestPath {
  readonly status: "ok";
  /** From start to end, both included. */
  readonly path: readonly string[];
  /** Links taken. */
  readonly links: number;
}

/**
 * A shortest path through a declared graph, by breadth-first search; links point one way. Of several equally short ones the first in order of
 * the links. This is the "shortest contact path" that actual paths are held against.
 *
 * @param links pairs `[from, to]`
 * @returns the path, or `not-computable` `no-path`; a start that is the end is a path of no links
 * @throws `CxMetricsError` `document.wrong-type`
 * @example
 * ```ts
 * const links: [string, string][] = [["home", "list"], ["list", "item"], ["item", "pay"], ["home", "item"]];
 * const way = shortestPath(links, "home", "pay");
 * way.status === "ok" && way.path; // => ["home", "item", "pay"]
 * ```
 */
export function shortestPath(
  links: readonly PathLink[],
  from: string,
  to: string,
): ShortestPath | NotComputable {
  const start = expectText(from, ["from"]);
  const end = expectText(to, ["to"]);
  const next = new Map<string, string[]>();
  const read = expectList(links, ["links"], (link, path) =>
    expectList(link, path, (name, at) => expectText(name, at), 2),
  );
  for (const [one, other] of read as readonly PathLink[]) {
    const known = next.get(one);
    if (known === undefined) next.set(one, [other]);
    else known.push(other);
  }
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (let head = 0; head < queue.length && !cameFrom.has(end); head++) {
    const here = queue[head] as string;
    for (const neighbour of next.get(here) ?? []) {
      if (cameFrom.has(neighbour)) continue;
      cameFrom.set(neighbour, here);
      queue.push(neighbour);
    }
  }
  if (!cameFrom.has(end)) return noPath;
  const path: string[] = [];
  for (let place: string | null = end; place !== null; place = cameFrom.get(place) ?? null) path.push(place);
  return { status: "ok", path: path.reverse(), links: path.length - 1 };
}

const noPath: NotComputable = {
  status: "not-computable",
  reason: "no-path",
  message: {
    en: "The links do not lead from the start to the end.",
    zh: "所给的连接无法从起点到达终点。",
  },
};
