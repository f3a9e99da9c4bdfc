import type { Column } from "@cxmetrics/formula";

/** Whether any row of a column holds no number. A plain loop: `some` on a typed array is many times slower. */
export function hasFault({ fault }: Column): boolean {
  for (let row = 0; row < fault.length; row += 1) if (fault[row] !== 0) return true;
  return false;
}
