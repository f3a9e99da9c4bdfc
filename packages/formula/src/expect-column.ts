import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import type { Column } from "./column.js";
import { badColumn } from "./problems.js";

/** Expects a column of so many rows (of any number when left out); its numbers are checked where they are read. */
export function expectColumn(value: unknown, path: ProblemPath, length?: number): Column {
  const { values, fault } = (value ?? {}) as Partial<Column>;
  const shaped = isA(values, "Float64Array") && isA(fault, "Uint8Array");
  if (shaped && values.length === (length ?? fault.length) && fault.length === values.length)
    return { values, fault };
  throw new CxMetricsError(badColumn, {
    path,
    values: {
      expected: length ?? "as many",
      found: shaped ? `${values.length} and ${fault.length}` : describeValue(value),
    },
  });
}

/** Expects a column or numbers alone; the numbers are checked where they are read. */
export function expectInput(value: unknown, path: ProblemPath, length: number): Column | Float64Array {
  return isNumbers(value) && value.length === length ? value : expectColumn(value, path, length);
}

/** Whether an input is numbers alone, without a mask. */
export function isNumbers(value: unknown): value is Float64Array {
  return ArrayBuffer.isView(value) && isA(value as Float64Array, "Float64Array");
}

/** By tag and not by `instanceof`: columns may come from another realm, such as a worker. */
function isA<T extends Float64Array | Uint8Array>(
  value: T | undefined,
  tag: T[typeof Symbol.toStringTag],
): value is T {
  return ArrayBuffer.isView(value) && value[Symbol.toStringTag] === tag;
}
