import { CxMetricsError, didYouMean, type ProblemPath } from "@cxmetrics/definition";
import type { IndexDefinition } from "./index-definition.js";
import { linksOf } from "./links-of.js";

import { danglingNode, rawOfNonIndicator, rootMissing } from "./problems.js";

/** Checks that every name leads to a node, and `.raw` to an indicator. */
export function checkLinks(definition: IndexDefinition): void {
  const { nodes, root, outputs = [], grades, views = {} } = definition;
  const ids = Object.keys(nodes);
  const expectNode = (node: string, path: ProblemPath, problem = danglingNode) => {
    if (!Object.hasOwn(nodes, node))
      throw new CxMetricsError(problem, { path, values: { node, hint: didYouMean(node, ids) } });
  };

  expectNode(root, ["root"], rootMissing);
  for (const [id, node] of Object.entries(nodes)) {
    linksOf(node).forEach((link, index) => {
      const path =
        node.kind === "aggregate" ? ["nodes", id, "children", index, "node"] : ["nodes", id, "expression"];
      expectNode(link.node, path);
      if (link.raw && nodes[link.node]?.kind !== "indicator")
        throw new CxMetricsError(rawOfNonIndicator, { path, values: { node: link.node } });
    });
  }
  outputs.forEach((id, position) => {
    expectNode(id, ["outputs", position]);
  });
  if (grades) {
    expectNode(grades.of, ["grades", "of"]);
    grades.bands.forEach((band, i) => {
      band.conditions?.forEach((condition, j) => {
        expectNode(condition.node, ["grades", "bands", i, "conditions", j, "node"]);
      });
    });
  }
  for (const [id, view] of Object.entries(views))
    if (view.of !== undefined) expectNode(view.of, ["views", id, "of"]);
}
