import { expectOneOf, expectRecord, expectText, type NotComputable } from "@cxmetrics/definition";
import { rowOf } from "../check-result.js";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { nodeAt } from "../node-at.js";
import { scoreIndex } from "../score-index.js";
import type { ImprovementOptions, SingleImprovement, SmallestImprovement, Standing } from "./improvement.js";
import { jointImprovement } from "./joint-improvement.js";
import { plainTarget, readLevers, readTarget } from "./read-improvement.js";
import { singleImprovement } from "./single-improvement.js";
import { standings } from "./standing-of.js";

/**
 * The smallest improvement of one unit that reaches a score or a rank: for each indicator alone, and for all of them together at the least cost.
 *
 * Alone, the first point of the way that reaches the target is found by repeated narrowing, exact where the score rises on the way. Together,
 *
 * $$ \min \sum_j c_j\,|\Delta_j| \quad\text{subject to}\quad I(x+\Delta) \ge target,\; l \le x+\Delta \le u $$
 *
 * is solved exactly where the score is linear between the bounds, and by steepest steps otherwise, which is said. Other units stay as they are. A target
 * out of reach is an outcome with the best that can be done.
 *
 * @param definition an index definition
 * @param table the table as it is
 * @param options unit, target, indicators with bounds and costs, node, direction
 * @returns moves for each indicator and together; `not-computable` `no-score` when the unit has no score to start from
 * @throws `CxMetricsError` as `scoreIndex` does; `index.unknown-unit`, `index.ambiguous-unit`, `index.dangling-node`, `what-if.unknown-column`, `improvement.bad-target`,
 * `improvement.no-bounds`, `improvement.empty-bounds`, `improvement.no-cost`, `improvement.column-twice`
 * @see Dantzig, G. B. (1957), Discrete-variable extremum problems, Operations Research 5, 266–277 (the fractional knapsack)
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "goalposts", worst: 0, best: 100 } };
 * const definition = { formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, trust: leaf, index: { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" },
 *     children: [{ node: "ease", weight: 3 }, { node: "trust", weight: 1 }] } } };
 * const table = { units: ["App", "Web"], columns: { ease: [60, 70], trust: [80, 90] } };
 * const improvement = smallestImprovement(definition, table, { unit: "App", target: { rank: 1 }, over: [{ indicator: "ease" }, { indicator: "trust" }] });
 * improvement.cheapest; // => "ease"
 * improvement.single[0].move; // => 13.333333333333329
 * improvement.single[1].best; // => { score: 70, rank: 2, value: 100 }
 * ```
 */
export function smallestImprovement(
  definition: IndexDefinition,
  table: IndexTable,
  options: ImprovementOptions,
): SmallestImprovement | NotComputable {
  expectRecord(options, ["options"], ["unit", "target", "over"], ["node", "better"]);
  const { unit, target, over, better = "higher" } = options;
  expectOneOf(better, ["options", "better"], ["higher", "lower"]);
  const document = defineIndex(definition);
  const result = scoreIndex(document, table);
  const row = rowOf(result, unit);
  const node = options.node === undefined ? document.root : expectText(options.node, ["options", "node"]);
  nodeAt(document, node);
  const reached = readTarget(target, better);
  const levers = readLevers(document, table, row, over);
  const stand = standings(document, table, row, node, better);
  const [start] = stand([new Map()]) as readonly [Standing];
  if (start.score === null) return noScore;
  const head = {
    unit: result.units[row] as string,
    row,
    node,
    definition: result.definition,
    target: plainTarget(target),
    before: start,
  };
  if (reached(start)) return { status: "already-reached", ...head, single: [], cheapest: null };
  const search = { stand, reached, better, start };
  const single = levers.map((lever) => singleImprovement(lever, search));
  const joint = jointImprovement(document, node, levers, search);
  const cheapest = cheapestOf(single);
  return {
    status: joint.status === "ok" || cheapest !== null ? "ok" : "unreachable",
    ...head,
    single,
    cheapest,
    joint,
  };
}

function cheapestOf(single: readonly SingleImprovement[]): string | null {
  let least: { readonly indicator: string; readonly cost: number } | undefined;
  for (const move of single)
    if (move.status === "ok" && (least === undefined || move.cost < least.cost)) least = move;
  return least?.indicator ?? null;
}

const noScore: NotComputable = {
  status: "not-computable",
  reason: "no-score",
  message: {
    en: "The unit has no score to start from.",
    zh: "该对象没有可作为起点的得分。",
  },
};
