import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { onlyTrue } from "./problems.js";

/** Expects a declaration that is made or left out; `false` would leave open what is true instead. */
export function expectTrue(value: unknown, path: ProblemPath): boolean {
  if (value === true) return true;
  if (value === undefined) return false;
  const part = String(path.at(-1) ?? "");
  throw new CxMetricsError(onlyTrue, { path, values: { part, found: describeValue(value) } });
}
