import type { NotComputable } from "@cxmetrics/definition";
import { type Column, faultCode } from "@cxmetrics/formula";
import type { CohortColumn } from "../cohort/cohort-column.js";

/**
 * Computes each group of rows by itself. A unit without a value keeps its fault; where a group cannot be computed its units
 * are `outside-domain`.
 */
export function placeByGroup(
  column: Column,
  groups: readonly (readonly number[])[],
  compute: (values: readonly (number | null)[]) => CohortColumn | NotComputable,
): Column {
  const values = new Float64Array(column.values.length);
  const fault = Uint8Array.from(column.fault);
  for (const rows of groups) {
    const outcome = compute(
      rows.map((row) => (column.fault[row] === 0 ? (column.values[row] as number) : null)),
    );
    rows.forEach((row, at) => {
      const value = outcome.status === "ok" ? outcome.values[at] : undefined;
      if (typeof value === "number") values[row] = value;
      else if (fault[row] === 0) fault[row] = faultCode["outside-domain"];
    });
  }
  return { values, fault };
}
