import type { FittedNode } from "../calibration/calibration.js";
import { rowsOfScope } from "../calibration/present-values.js";
import type { Aggregate, IndexDefinition } from "../index-definition.js";
import type { NodeContext } from "../node-kinds/node-kind.js";
import { fittedWeights } from "../weightings/registry.js";

/** Fits the weights of a node on the values of its children, over the units that have all of them. */
export function fitAggregate(
  _definition: IndexDefinition,
  id: string,
  { children, weighting }: Aggregate,
  { columns, table, length }: NodeContext,
): FittedNode {
  if (!weighting) return { n: {} };
  const scope = rowsOfScope(weighting.over, table, id) ?? Array.from({ length }, (_, row) => row);
  const parts = children.map((child) => columns.get(child.node));
  const rows = scope.filter((row) => parts.every((part) => part?.fault[row] === 0));
  const values = Object.fromEntries(
    children.map((child, index) => [
      child.node,
      Float64Array.from(rows, (row) => parts[index]?.values[row] ?? 0),
    ]),
  );
  const n = { weights: rows.length };
  const outcome = fittedWeights(weighting, values);
  if (outcome.status !== "ok") return { n, notFitted: { weights: outcome } };
  const { status: _status, weights, ...diagnostics } = outcome;
  return { n, weights: [...weights], diagnostics: { weights: diagnostics } };
}
