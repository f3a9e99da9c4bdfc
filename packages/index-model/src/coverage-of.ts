import { type Column, faultCode, weightToNumber } from "@cxmetrics/formula";
import { hasFault } from "./has-fault.js";
import type { Aggregate, IndexDefinition } from "./index-definition.js";
import { columnName } from "./node-id.js";
import { childWeights } from "./weightings/child-weights.js";

/** 1 where the column holds a number, 0 where it does not, `null` where it is not applicable. */
export function presence(column: Column, full: readonly number[]): readonly (number | null)[] {
  if (!hasFault(column)) return full;
  const notApplicable = faultCode["not-applicable"];
  return Array.from(column.fault, (code) => (code === 0 ? 1 : code === notApplicable ? null : 0));
}

/** Available share of the applicable weight of the children of a mean, per unit. */
export function coverageOf(
  definition: IndexDefinition,
  id: string,
  node: Aggregate,
  columns: ReadonlyMap<string, Column>,
  full: readonly number[],
): readonly (number | null)[] {
  const { weights } = childWeights(definition, id, node);
  const parts = node.children.flatMap((child, index) => {
    const column = columns.get(child.node);
    const own =
      child.weightColumn === undefined ? undefined : columns.get(columnName(child.weightColumn))?.values;
    // Without numbers yet, or without weights of their own, children count alike.
    const weight = weights === undefined ? 1 : weightToNumber(weights[index] ?? 1);
    return column && (own || weight > 0) ? [{ weight, own, column }] : [];
  });
  if (!parts.some(({ column }) => hasFault(column))) return full;
  const notApplicable = faultCode["not-applicable"];
  return full.map((_, row) => {
    let applicable = 0;
    let available = 0;
    let lacking = false;
    for (const { weight, own, column } of parts) {
      const code = column.fault[row];
      if (code === notApplicable) continue;
      const share = own ? (own[row] ?? 0) : weight;
      applicable += share;
      if (code === 0) available += share;
      else lacking = true;
    }
    return applicable === 0 ? null : lacking ? available / applicable : 1;
  });
}
