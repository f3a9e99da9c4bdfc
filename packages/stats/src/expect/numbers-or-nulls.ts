import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { notAList } from "../problems.js";
import { finiteNumber } from "./finite-number.js";

/** Refuses what is not an array or typed array of finite numbers and nulls; null stands for a missing value. */
export function numbersOrNulls(values: unknown, name: string): ArrayLike<number | null> {
  if (!Array.isArray(values) && !(ArrayBuffer.isView(values) && "length" in values)) {
    throw new CxMetricsError(notAList, { path: [name], values: { name, found: describeValue(values) } });
  }
  const list = values as ArrayLike<unknown>;
  for (let index = 0; index < list.length; index++) {
    if (list[index] !== null) finiteNumber(list[index], `${name}[${index}]`, [name, index]);
  }
  return list as ArrayLike<number | null>;
}
