import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { badBaseline } from "./problems.js";

/** For each of `count` points whether it belongs to the baseline: leading points, listed indices, or all where nothing is given. */
export function baselineOf(given: unknown, count: number): readonly boolean[] {
  if (given === undefined) return new Array<boolean>(count).fill(true);
  const refuse = (found: unknown): never => {
    throw new CxMetricsError(badBaseline, {
      path: ["baseline"],
      values: { count, last: count - 1, found: describeValue(found) },
    });
  };
  const marks = new Array<boolean>(count).fill(false);
  if (Array.isArray(given)) {
    for (const index of given as readonly unknown[]) {
      if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index >= count) refuse(index);
      marks[index as number] = true;
    }
    return given.length > 0 ? marks : refuse(given);
  }
  if (typeof given !== "number" || !Number.isInteger(given) || given < 1 || given > count)
    return refuse(given);
  return marks.fill(true, 0, given);
}
