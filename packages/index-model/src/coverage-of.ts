import { type Column, faultCode, weightToNumber } from "@cxmetrics/formula";
import { hasFault } from "./has-fault.js";
import type { Aggregate } from "./index-definition.js";

/** 1 where the column holds a number, 0 where it does not, `null` where it is not applicable. */
export function presence(column: Column, full: readonly number[]): readonly (number | null)[] {
  if (!hasFault(column)) return full;
  const notApplicable = faultCode["not-applicable"];
  return Array.from(column.fault, (code) => (code === 0 ? 1 : code === notApplicable ? null : 0));
}

/** Available share of the applicable weight of the children of a mean, per unit. */
export function coverageOf(
  node: Aggregate,
  columns: ReadonlyMap<string, Column>,
  full: readonly number[],
): readonly (number | null)[] {
  const parts = node.children.flatMap((child) => {
    const column = columns.get(child.node);
    const weight = weightToNumber(child.weight);
    return column && weight > 0 ? [{ weight, column }] : [];
  });
  if (!parts.some(({ column }) => hasFault(column))) return full;
  const notApplicable = faultCode["not-applicable"];
  return full.map((_, row) => {
    let applicable = 0;
    let available = 0;
    let lacking = false;
    for (const { weight, column } of parts) {
      const code = column.fault[row];
      if (code === notApplicable) continue;
      applicable += weight;
      if (code === 0) available += weight;
      else lacking = true;
    }
    return applicable === 0 ? null : lacking ? available / applicable : 1;
  });
}
