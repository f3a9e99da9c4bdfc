import { CxMetricsError, expectText, type ProblemPath } from "@cxmetrics/definition";
import { badName } from "./problems.js";

/** Form of a name. */
export const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
const unsafe = new Set(["constructor", "prototype"]);

/** Expects a name that is safe as the key of a record: a unit, an attribute, a measure, a source. */
export function expectName(value: unknown, path: ProblemPath): string {
  const name = expectText(value, path);
  if (namePattern.test(name) && !unsafe.has(name)) return name;
  throw new CxMetricsError(badName, { path, values: { name } });
}
