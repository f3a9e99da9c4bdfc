import type { IndexResult } from "../index-result.js";

/** Whether the scores depend on the other units of the table, so that they stand for this table alone. */
export function looksSideways(result: IndexResult): boolean {
  return result.comparable === false;
}
