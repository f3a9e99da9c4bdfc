import { type Column, columnFrom, evaluateColumns, faultCode } from "@cxmetrics/formula";
import { coverageOf } from "./coverage-of.js";
import { findWeightBase } from "./find-weight-base.js";
import { globalWeights } from "./global-weights.js";
import type { Aggregate, IndexDefinition } from "./index-definition.js";
import type { NodeResult } from "./index-result.js";
import { loweredGroup } from "./lowered.js";
import { columnResult } from "./node-result.js";
import { tagOf } from "./tag-of.js";

/** The views of an index over all units, and the views whose groups contain something not applicable. */
export interface ScoredViews {
  readonly views: Readonly<Record<string, Readonly<Record<string, NodeResult>>>>;
  readonly withNotApplicable: readonly string[];
}

/**
 * Re-groups the leaves: every group is the arithmetic mean of its leaves, each with its global weight, over those that
 * are available.
 */
export function scoreViews(
  definition: IndexDefinition,
  order: readonly string[],
  columns: ReadonlyMap<string, Column>,
  full: readonly number[],
): ScoredViews {
  const withNotApplicable: string[] = [];
  const scored = Object.entries(definition.views ?? {}).map(([id, view]) => {
    const from = view.of ?? findWeightBase(definition) ?? definition.root;
    const { weights } = globalWeights(definition, order, from);
    const members = Object.entries(definition.nodes).filter(
      ([, node]) => tagOf(node, view.tag) !== undefined,
    );
    const outside = ([leaf]: readonly [string, unknown]) =>
      columns.get(leaf)?.fault.includes(faultCode["not-applicable"]) ?? false;
    if (members.some(outside)) withNotApplicable.push(id);

    const groups = Object.entries(view.groups).map(([group, title]) => {
      const children = members
        .filter(([, node]) => tagOf(node, view.tag) === group)
        .map(([leaf]) => ({ node: leaf, weight: weights.get(leaf) ?? 0 }))
        .filter((child) => child.weight > 0);
      const node: Aggregate = {
        kind: "aggregate",
        title,
        provenance: definition.provenance,
        method: "arithmetic-mean",
        children,
        missing: { policy: "renormalise", minimumAvailable: 0 },
      };
      if (children.length === 0) {
        const empty = columnFrom(
          full.map(() => null),
          full.map(() => true),
        );
        return [
          group,
          columnResult(
            empty,
            full.map(() => null),
          ),
        ] as const;
      }
      const column = evaluateColumns(loweredGroup(definition, node), columns, full.length);
      return [group, columnResult(column, coverageOf(definition, "", node, columns, full))] as const;
    });
    return [id, Object.fromEntries(groups)] as const;
  });
  return { views: Object.fromEntries(scored), withNotApplicable };
}
