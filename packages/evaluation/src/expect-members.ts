import { type ProblemPath, refuseUnsafeKeys } from "@cxmetrics/definition";
import { expectObject } from "./expect-object.js";

/** Expects an object with keys of the caller's choosing, and reads each member. */
export function expectMembers<T>(
  value: unknown,
  path: ProblemPath,
  read: (member: unknown, path: ProblemPath, key: string) => T,
): Readonly<Record<string, T>> {
  refuseUnsafeKeys(value, path);
  const members = Object.entries(expectObject(value, path));
  return Object.fromEntries(members.map(([key, member]) => [key, read(member, [...path, key], key)]));
}
