import { CxMetricsError, didYouMean, type ProblemPath } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { notAGradeGate } from "../node-kinds/problems.js";
import { danglingNode, rawOfNonIndicator } from "../problems.js";

/** Checks that grades name nodes, raw values of indicators, and gates that act on the grade. */
export function checkGrades({ nodes, grades }: IndexDefinition): void {
  if (!grades) return;
  const ids = Object.keys(nodes);
  const expectNode = (node: string, path: ProblemPath) => {
    if (!Object.hasOwn(nodes, node))
      throw new CxMetricsError(danglingNode, {
        path,
        values: { node: node.slice(0, 60), hint: didYouMean(node, ids) },
      });
  };
  expectNode(grades.of, ["grades", "of"]);
  grades.bands.forEach((band, i) => {
    band.conditions?.forEach(({ node, raw }, j) => {
      const path = ["grades", "bands", i, "conditions", j, "node"];
      expectNode(node, path);
      if (raw && nodes[node]?.kind !== "indicator")
        throw new CxMetricsError(rawOfNonIndicator, { path, values: { node } });
    });
  });
  grades.gates?.forEach((id, index) => {
    const path = ["grades", "gates", index];
    expectNode(id, path);
    const node = nodes[id];
    const acts =
      node?.kind === "gate" && (node.effect.do === "cap-grade" || node.effect.do === "withhold-grade");
    if (!acts) throw new CxMetricsError(notAGradeGate, { path, values: { node: id } });
  });
}
