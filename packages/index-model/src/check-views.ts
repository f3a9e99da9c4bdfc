import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import { findWeightBase } from "./find-weight-base.js";
import { globalWeights } from "./global-weights.js";
import type { IndexDefinition } from "./index-definition.js";
import { unknownGroup, unknownTag, viewWithoutWeights } from "./problems.js";
import { viewOverPoints } from "./read/problems.js";
import { tagOf } from "./tag-of.js";

/** Checks that the tags of the leaves fit the views, and that each tagged leaf has a global weight. */
export function checkViews(definition: IndexDefinition, order: readonly string[]): void {
  const leaves = Object.entries(definition.nodes).filter(([, node]) => node.kind === "indicator");
  for (const [id, view] of Object.entries(definition.views ?? {})) {
    const tagged = leaves.filter(([, leaf]) => tagOf(leaf, view.tag) !== undefined);
    if (tagged.length === 0) {
      const tags = leaves.flatMap(([, leaf]) =>
        leaf.kind === "indicator" ? Object.keys(leaf.tags ?? {}) : [],
      );
      const values = { tag: view.tag, hint: didYouMean(view.tag, tags) };
      throw new CxMetricsError(unknownTag, { path: ["views", id, "tag"], values });
    }
    const from = view.of ?? findWeightBase(definition) ?? definition.root;
    const { weights, throughFormula } = globalWeights(definition, order, from);
    for (const [node, leaf] of tagged) {
      const group = tagOf(leaf, view.tag) ?? "";
      const path = ["nodes", node, "tags", view.tag];
      if (!Object.hasOwn(view.groups, group)) {
        const hint = didYouMean(group, Object.keys(view.groups));
        throw new CxMetricsError(unknownGroup, { path, values: { view: id, group, hint } });
      }
      const stop = throughFormula.get(node);
      if (stop !== undefined && definition.nodes[stop]?.kind === "points")
        throw new CxMetricsError(viewOverPoints, { path, values: { view: id, node, points: stop } });
      if (!weights.has(node))
        throw new CxMetricsError(viewWithoutWeights, { path, values: { view: id, node, from } });
    }
  }
}
