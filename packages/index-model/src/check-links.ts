import { CxMetricsError, didYouMean, type ProblemPath } from "@cxmetrics/definition";
import { checkGrades } from "./grades/check-grades.js";
import type { IndexDefinition, IndexNode } from "./index-definition.js";
import { linksOf } from "./links-of.js";
import { nodeKindOf } from "./node-kinds/registry.js";
import { danglingNode, rawOfNonIndicator, rootMissing, unknownOutput } from "./problems.js";

function expectOutput(node: IndexNode, id: string, output: string, path: ProblemPath): void {
  const names = nodeKindOf(node).outputNames?.(node) ?? [];
  if (names.length === 0)
    throw new CxMetricsError(danglingNode, {
      path,
      values: { node: `${id}.${output}`, hint: didYouMean(`${id}.${output}`, [id]) },
    });
  if (!names.includes(output))
    throw new CxMetricsError(unknownOutput, {
      path,
      values: { node: id, output, hint: didYouMean(output, names) },
    });
}

/** Checks that every name leads to a node, and `.raw` to an indicator. */
export function checkLinks(definition: IndexDefinition): void {
  const { nodes, root, outputs = [], views = {} } = definition;
  const ids = Object.keys(nodes);
  const expectNode = (node: string, path: ProblemPath, problem = danglingNode) => {
    if (!Object.hasOwn(nodes, node))
      throw new CxMetricsError(problem, {
        path,
        values: { node: node.slice(0, 60), hint: didYouMean(node, ids) },
      });
  };

  expectNode(root, ["root"], rootMissing);
  for (const [id, node] of Object.entries(nodes)) {
    for (const link of linksOf(node)) {
      const path = ["nodes", id, ...(link.at ?? [])];
      expectNode(link.node, path);
      if (link.raw && nodes[link.node]?.kind !== "indicator")
        throw new CxMetricsError(rawOfNonIndicator, { path, values: { node: link.node } });
      if (link.output !== undefined)
        expectOutput(nodes[link.node] as IndexNode, link.node, link.output, path);
    }
  }
  outputs.forEach((id, position) => {
    expectNode(id, ["outputs", position]);
  });
  if (definition.ranking) expectNode(definition.ranking.of, ["ranking", "of"]);
  checkGrades(definition);
  for (const [id, view] of Object.entries(views))
    if (view.of !== undefined) expectNode(view.of, ["views", id, "of"]);
}
