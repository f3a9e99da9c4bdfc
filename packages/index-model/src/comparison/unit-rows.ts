import { CxMetricsError } from "@cxmetrics/definition";
import type { IndexResult } from "../index-result.js";
import { duplicateUnit } from "./problems.js";

/** Row by name of unit; a name that stands twice cannot be followed from one result to another. */
export function unitRows({ units }: IndexResult): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  units.forEach((unit, row) => {
    if (rows.has(unit)) throw new CxMetricsError(duplicateUnit, { path: ["units", row], values: { unit } });
    rows.set(unit, row);
  });
  return rows;
}
