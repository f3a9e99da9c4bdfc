import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import type { Column } from "./column.js";
import { expectInput } from "./expect-column.js";
import type { Input } from "./input-step.js";
import { unknownInput } from "./problems.js";

/**
 * Columns by the names that the formula reads; further columns are ignored. Numbers alone stand for a column in which `NaN` is
 * missing: the quickest way to hand over large tables, for nobody has to make a mask first.
 */
export type ColumnInputs =
  | ReadonlyMap<string, Column | Float64Array>
  | Readonly<Record<string, Column | Float64Array>>;

/** The columns of these names, each checked for its shape and length. */
export function columnsFor(
  names: readonly string[],
  inputs: ColumnInputs,
  length: number,
): ReadonlyMap<string, Input> {
  const given = readable(inputs);
  const columns = new Map<string, Input>();
  for (const name of names) {
    const column = given.get(name);
    if (column === undefined) {
      throw new CxMetricsError(unknownInput, {
        path: ["inputs", name],
        values: { name, hint: didYouMean(name, given.names()) },
      });
    }
    columns.set(name, expectInput(column, ["inputs", name], length));
  }
  return columns;
}

/** A map and a record alike; a record answers for its own keys only. */
function readable(inputs: ColumnInputs): { get(name: string): unknown; names(): string[] } {
  if (typeof inputs?.get === "function" && typeof inputs.keys === "function") {
    const map = inputs as ReadonlyMap<string, Input>;
    return { get: (name) => map.get(name), names: () => [...map.keys()] };
  }
  const record = (typeof inputs === "object" && inputs !== null ? inputs : {}) as Record<string, unknown>;
  return {
    get: (name) => (Object.hasOwn(record, name) ? record[name] : undefined),
    names: () => Object.keys(record),
  };
}
