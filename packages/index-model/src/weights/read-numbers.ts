import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { badTable } from "./problems.js";

/** A list or typed array of finite numbers; null and undefined are missing and become NaN inside. */
export function readNumbers(value: unknown, path: ProblemPath): Float64Array {
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  if (!isList) throw new CxMetricsError(badTable, { path, values: { found: describeValue(value) } });
  const list = value as unknown as ArrayLike<unknown>;
  const numbers = new Float64Array(list.length);
  for (let index = 0; index < list.length; index += 1) {
    const member = list[index];
    if (member === null || member === undefined) numbers[index] = Number.NaN;
    else if (typeof member === "number" && Number.isFinite(member)) numbers[index] = member;
    else
      throw new CxMetricsError(badTable, {
        path: [...path, index],
        values: { found: describeValue(member) },
      });
  }
  return numbers;
}
