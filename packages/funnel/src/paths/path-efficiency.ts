import { expectList, expectText, type NotComputable } from "@cxmetrics/definition";
import { lostness } from "./lostness.js";
import { type PathLink, shortestPath } from "./shortest-path.js";

/** An actual path held against the shortest one. */
export interface PathEfficiency {
  readonly status: "ok";
  /** Shortest ÷ actual, in links, 0…1; 1 where the goal is the start and nothing was visited besides. */
  readonly ratio: number;
  readonly lostness: number;
  readonly shortest: readonly string[];
  readonly shortestLinks: number;
  readonly actualLinks: number;
}

/**
 * Holds a user's path against the shortest path of a declared graph from its first to its last member.
 *
 * $$ ratio = \frac{links_{shortest}}{links_{actual}} $$
 *
 * The ratio is 1 on the shortest path and falls with every detour; lostness (Smith 1996, see `lostness`) looks at visits: the required ones are those
 * of the shortest path. A jump that the graph does not declare can make the actual path shorter: then the outcome says so.
 *
 * @param path what was visited, in order; at least one
 * @param links the graph, pairs `[from, to]`
 * @returns the comparison, or `not-computable`: `no-path`, `shorter-than-shortest`
 * @throws `CxMetricsError` `document.wrong-type`
 * @example
 * ```ts
 * const links: [string, string][] = [["home", "list"], ["list", "item"], ["item", "pay"], ["item", "list"]];
 * const result = pathEfficiency(["home", "list", "item", "list", "item", "pay"], links);
 * result.status === "ok" && result.ratio; // => 0.6
 * result.status === "ok" && result.lostness; // => 1 / 3
 * ```
 */
export function pathEfficiency(
  path: readonly string[],
  links: readonly PathLink[],
): PathEfficiency | NotComputable {
  const visited = expectList(path, ["path"], (name, at) => expectText(name, at), 1);
  const shortest = shortestPath(links, visited[0] as string, visited.at(-1) as string);
  if (shortest.status !== "ok") return shortest;
  const actualLinks = visited.length - 1;
  if (actualLinks < shortest.links) return shorter;
  return {
    status: "ok",
    ratio: actualLinks === 0 ? 1 : shortest.links / actualLinks,
    lostness: lostness({
      different: new Set(visited).size,
      total: visited.length,
      required: shortest.path.length,
    }),
    shortest: shortest.path,
    shortestLinks: shortest.links,
    actualLinks,
  };
}

const shorter: NotComputable = {
  status: "not-computable",
  reason: "shorter-than-shortest",
  message: {
    en: "The path is shorter than the shortest one of the graph: it jumps where no link is declared. Add the link.",
    zh: "实际路径比图中的最短路径还短：存在未声明的跳转。请补充该连接。",
  },
};
