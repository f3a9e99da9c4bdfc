import { type Column, faultsOf } from "@cxmetrics/formula";
import { presence } from "./coverage-of.js";
import { hasFault } from "./has-fault.js";
import type { NodeResult } from "./index-result.js";
import { numbersOf } from "./numbers-of.js";
import type { Walk } from "./walk-nodes.js";

/** A column as it stands in a result: numbers, and reasons only where a number is lacking. */
export function columnResult(column: Column, coverage: readonly (number | null)[]): NodeResult {
  const values = numbersOf(column);
  return hasFault(column) ? { values, reasons: faultsOf(column), coverage } : { values, coverage };
}

/** One node as it stands in a result. */
export function nodeResult(
  walk: Walk,
  id: string,
  full: readonly number[],
  bounds?: NodeResult["bounds"],
): NodeResult {
  const computed = walk.nodes.get(id);
  const column = computed?.value as Column;
  const outputs = Object.entries(computed?.named ?? {}).filter(([name]) => !computed?.untold?.includes(name));
  return {
    ...columnResult(column, computed?.coverage?.() ?? presence(column, full)),
    ...(outputs.length > 0
      ? { outputs: Object.fromEntries(outputs.map(([name, output]) => [name, numbersOf(output)])) }
      : {}),
    ...computed?.told?.(),
    ...(bounds ? { bounds } : {}),
  };
}
