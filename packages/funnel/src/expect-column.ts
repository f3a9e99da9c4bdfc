import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { badEvents } from "./problems.js";

/** Expects an array or a typed array, whatever its members. */
export function expectColumn(value: unknown, path: ProblemPath): ArrayLike<unknown> {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)))
    return value as unknown as ArrayLike<unknown>;
  throw new CxMetricsError(badEvents, {
    path,
    values: {
      expected: { en: "a column as an array or a typed array", zh: "数组或类型化数组形式的列" },
      found: describeValue(value),
    },
  });
}
