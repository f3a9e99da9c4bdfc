import { expectOneOf, expectRecord, type ProblemPath } from "@cxmetrics/definition";
import { readMap } from "./map.js";

/** Expects an object whose member `key` names one of several shapes, and gives that name; the rest is for the shape to read. */
export function readChoice<T extends string>(
  value: unknown,
  path: ProblemPath,
  key: string,
  choices: readonly T[],
): T {
  const member = readMap(value, path).find(([name]) => name === key)?.[1];
  if (member === undefined) expectRecord({}, path, [key]);
  return expectOneOf(member, [...path, key], choices);
}
