import type { Column } from "@cxmetrics/formula";
import type { Indicator } from "../index-definition.js";
import type { NodeResult } from "../index-result.js";
import { numbersOf } from "../numbers-of.js";
import type { LeafColumns } from "./leaf-columns.js";

/** The steps of a leaf as lists for the result; only those that the definition has. A step that changed nothing repeats the list before it. */
export function leafLists(
  leaf: Indicator,
  steps: LeafColumns,
): Pick<
  NodeResult,
  "raw" | "coded" | "adjusted" | "statuses" | "transformed" | "imputed" | "treated" | "capped"
> {
  const lists = new Map<Column, readonly (number | null)[]>();
  const listOf = (column: Column) => {
    const known = lists.get(column) ?? numbersOf(column);
    lists.set(column, known);
    return known;
  };
  return {
    raw: listOf(steps.given),
    ...(steps.coded ? { coded: steps.coded } : {}),
    ...(leaf.adjustments ? { adjusted: listOf(steps.raw) } : {}),
    ...(steps.statuses ? { statuses: steps.statuses } : {}),
    ...(leaf.transform === undefined ? {} : { transformed: listOf(steps.transformed) }),
    ...(leaf.impute ? { imputed: listOf(steps.imputed) } : {}),
    ...(leaf.treat ? { treated: listOf(steps.treated) } : {}),
    capped: steps.cappedCount === 0 ? listOf(steps.treated) : listOf(steps.capped),
  };
}
