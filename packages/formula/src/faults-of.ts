import { CxMetricsError } from "@cxmetrics/definition";
import { type Column, type Fault, faults } from "./column.js";
import { expectColumn } from "./expect-column.js";
import { columnBadFault } from "./problems.js";

/**
 * Why the rows of a column hold no number, `null` where they hold one.
 *
 * @throws `CxMetricsError` `column.wrong-shape`, `column.unknown-fault`
 * @example
 * ```ts
 * faultsOf(columnFrom([4.5, null])); // => [null, "missing"]
 * ```
 */
export function faultsOf(column: Column): (Fault | null)[] {
  return Array.from(expectColumn(column, []).fault, (code, row) => {
    const fault = faults[code];
    if (fault === undefined)
      throw new CxMetricsError(columnBadFault, {
        path: [row],
        values: { row, found: code, most: faults.length - 1 },
      });
    return fault === "none" ? null : fault;
  });
}
