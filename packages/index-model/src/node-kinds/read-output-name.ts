import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { nodeIdPattern } from "../node-id.js";
import { outputName } from "./problems.js";

/** Names that leaves already use for steps of their own. */
const taken = new Set(["raw", "capped"]);

/** Expects a name that may follow the dot in `<id>.<name>`. */
export function readOutputName(name: string, path: ProblemPath): string {
  if (!nodeIdPattern.test(name) || taken.has(name))
    throw new CxMetricsError(outputName, { path, values: { name: name.slice(0, 60) } });
  return name;
}
