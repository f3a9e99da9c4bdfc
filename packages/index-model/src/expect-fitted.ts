import { CxMetricsError } from "@cxmetrics/definition";
import { nodesToFit } from "./calibration/nodes-to-fit.js";
import type { IndexDefinition } from "./index-definition.js";
import { notFitted } from "./problems.js";

/** Refuses to score with methods whose parameters nobody has fitted. */
export function expectFitted(document: IndexDefinition): void {
  if (document.calibration || document.scope === "batch") return;
  const nodes = nodesToFit(document);
  if (nodes.length > 0)
    throw new CxMetricsError(notFitted, { path: ["calibration"], values: { nodes: nodes.join(", ") } });
}
