import type { Calibration } from "./calibration/calibration.js";
import type { IndexDefinition, IndexNode, MissingPolicy } from "./index-definition.js";
import type { NodeResult } from "./index-result.js";
import type { IndexTable } from "./index-table.js";
import { linksOf } from "./links-of.js";
import { nodeAt } from "./node-at.js";
import { numbersOf } from "./numbers-of.js";
import { walkNodes } from "./walk-nodes.js";

/**
 * For each node that a policy `bounds` reaches, the values between which it lies: computed once with every missing child at the
 * lower end of the scale and once at the upper. Exact where the nodes above rise or fall in each child; a formula that turns
 * within the range can reach further.
 */
export function scoreBounds(
  document: IndexDefinition,
  table: IndexTable,
  full: readonly number[],
  order: readonly string[],
  calibration: Calibration | undefined,
): ReadonlyMap<string, NonNullable<NodeResult["bounds"]>> {
  const reached = new Set<string>();
  for (const id of order) {
    const node = nodeAt(document, id);
    const open = node.kind === "aggregate" && node.missing.policy === "bounds";
    if (open || linksOf(node).some((link) => reached.has(link.node))) reached.add(id);
  }
  if (reached.size === 0) return new Map();
  const calibrated = calibration ? { ...document, calibration } : document;
  const worst = walkNodes(withPolicy(calibrated, { policy: "worst" }), table, full);
  const best = walkNodes(withPolicy(calibrated, { policy: "best" }), table, full);
  return new Map(
    [...reached].map((id) => {
      const [a, b] = [worst, best].map((walk) => {
        const column = walk.columns.get(id);
        return column ? numbersOf(column) : [];
      });
      const pair = (pick: (a: number, b: number) => number) =>
        full.map((_, row) => {
          const low = a?.[row] ?? null;
          const high = b?.[row] ?? null;
          return low === null || high === null ? null : pick(low, high);
        });
      return [id, { lower: pair(Math.min), upper: pair(Math.max) }] as const;
    }),
  );
}

function withPolicy(document: IndexDefinition, missing: MissingPolicy): IndexDefinition {
  const nodes = Object.entries(document.nodes).map(([id, node]): readonly [string, IndexNode] => [
    id,
    node.kind === "aggregate" && node.missing.policy === "bounds" ? { ...node, missing } : node,
  ]);
  return { ...document, nodes: Object.fromEntries(nodes) };
}
