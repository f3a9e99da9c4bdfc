import type { GradeCondition, Grades } from "../index-definition.js";
import type { NodeResult } from "../index-result.js";
import { reachedBand } from "./reached-band.js";

/** Band of one unit by its position, `undefined` when that is open, and the nodes whose conditions failed on the way. */
export interface FoundBand {
  readonly band: number | undefined;
  readonly failed: readonly string[];
}

/** The band in which a value lies, and the one that its conditions leave. */
export function bandOf(
  grades: Grades,
  nodes: Readonly<Record<string, NodeResult>>,
  value: number,
  row: number,
): FoundBand {
  const { bands, onFailedCondition } = grades;
  const failed = new Set<string>();
  for (
    let band = reachedBand(grades, value, 0);
    band < bands.length;
    band = Math.max(band + 1, reachedBand(grades, value, band + 1))
  ) {
    const states = (bands[band]?.conditions ?? []).map((condition) => ({
      node: condition.node,
      holds: holds(condition, nodes, row),
    }));
    const lacking = states.filter((state) => state.holds === false);
    for (const { node } of lacking) failed.add(node);
    if (lacking.length === 0) {
      // A failed condition settles the band, whatever the open ones would say; otherwise they leave it open.
      const open = states.some((state) => state.holds === undefined);
      return { band: open ? undefined : band, failed: [...failed] };
    }
    if (onFailedCondition === "lower-by-one")
      return { band: reachedBand(grades, value, band + 1), failed: [...failed] };
  }
  return { band: bands.length - 1, failed: [...failed] };
}

/** Whether a condition holds; `undefined` where a missing value leaves it open. What is not applicable sets no condition. */
function holds(
  { node, raw, atLeast, atMost }: GradeCondition,
  nodes: Readonly<Record<string, NodeResult>>,
  row: number,
): boolean | undefined {
  const result = nodes[node];
  const value = (raw ? result?.raw : result?.values)?.[row] ?? null;
  if (value === null) return result?.reasons?.[row] === "not-applicable" ? true : undefined;
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}
