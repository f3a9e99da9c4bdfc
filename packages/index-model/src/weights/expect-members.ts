import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { badList, wrongLength } from "./problems.js";

/** Expects a list or typed array with at least `least` members, and reads each of them. */
export function expectMembers<T>(
  value: unknown,
  path: ProblemPath,
  read: (item: unknown, path: ProblemPath) => T,
  least = 1,
): T[] {
  const list = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  const members = list ? Array.from(value as unknown as ArrayLike<unknown>) : [];
  if (!list || members.length < least) {
    const found = list
      ? { en: `${members.length} members`, zh: `${members.length} 项` }
      : describeValue(value);
    throw new CxMetricsError(badList, { path, values: { least, found } });
  }
  return members.map((member, index) => read(member, [...path, index]));
}

/** Refuses a list whose length is not the one due. */
export function expectLength(list: ArrayLike<unknown>, due: number, path: ProblemPath): void {
  if (list.length !== due)
    throw new CxMetricsError(wrongLength, { path, values: { found: list.length, expected: due } });
}
