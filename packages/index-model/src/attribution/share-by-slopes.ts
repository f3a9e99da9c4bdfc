import type { NotComputable } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { orderNodes } from "../order-nodes.js";
import { notAttributable } from "./reasons.js";
import { type SecantSlope, secantSlopes, type TwoValues } from "./secant-slopes.js";

/** Slopes of every mean under a node, and those of every node in the change of that one: products along each way, summed over the ways. */
export interface SlopeShares {
  readonly slopes: ReadonlyMap<string, readonly SecantSlope[]>;
  readonly total: ReadonlyMap<string, number>;
}

/** Follows the change of a node down to the leaves, as far as every node in between is a mean that the method knows. */
export function shareBySlopes(
  definition: IndexDefinition,
  node: string,
  valuesOf: (id: string) => TwoValues,
  method: "linear" | "lmdi",
): SlopeShares | NotComputable {
  const slopes = new Map<string, readonly SecantSlope[]>();
  const total = new Map([[node, 1]]);
  for (const id of [...orderNodes(definition.nodes, [node])].reverse()) {
    const above = total.get(id);
    const own = nodeAt(definition, id);
    if (above === undefined || own.kind === "indicator") continue;
    const found = secantSlopes(id, own, valuesOf, method);
    if ("status" in found) return found;
    const change = difference(valuesOf(id));
    const parts = found.map((child) => child.slope * difference(valuesOf(child.node)));
    const rest = Math.abs(change - parts.reduce((sum, part) => sum + part, 0));
    const size = [...parts, ...valuesOf(id).map(Number)].reduce(
      (most, part) => Math.max(most, Math.abs(part)),
      0,
    );
    // Whatever a later version of the language lets a mean do besides, parts that do not add up are not told.
    if (rest > 1e-9 * size)
      return notAttributable(method === "linear" ? "not-linear" : "no-logarithmic-form", { node: id });
    slopes.set(id, found);
    for (const child of found) total.set(child.node, (total.get(child.node) ?? 0) + above * child.slope);
  }
  return { slopes, total };
}

/** after − before, 0 where there is no value in either. */
export function difference([before, after]: TwoValues): number {
  return before === null || after === null ? 0 : after - before;
}
