import { type Column, faultsOf } from "@cxmetrics/formula";
import { hasFault } from "./has-fault.js";
import type { NodeResult } from "./index-result.js";
import { numbersOf } from "./numbers-of.js";

/** A column as it stands in a result: numbers, and reasons only where a number is lacking. */
export function nodeResult(column: Column, coverage: readonly (number | null)[]): NodeResult {
  const values = numbersOf(column);
  return hasFault(column) ? { values, reasons: faultsOf(column), coverage } : { values, coverage };
}
