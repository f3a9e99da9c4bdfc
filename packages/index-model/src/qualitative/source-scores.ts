import { compensatedSum } from "@cxmetrics/stats";
import { globalWeights } from "../global-weights.js";
import type { IndexDefinition, Indicator } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { orderNodes } from "../order-nodes.js";

/** How the raw value of a leaf comes about. */
export type LeafSource = Indicator["source"];

/** Weighted mean of the leaves of some sources, for every unit. */
export interface SourceScore {
  /** Mean over the leaves that hold a value; `null` where none does. */
  readonly values: readonly (number | null)[];
  /** Available share 0…1 of the weight of these leaves. */
  readonly coverage: readonly number[];
  readonly leaves: readonly string[];
  /** Their weight in the node that was asked about, 0…1. */
  readonly weight: number;
}

/** A leaf with its weight and values. */
export interface WeighedLeaf {
  readonly id: string;
  readonly source: LeafSource;
  readonly weight: number;
  readonly values: readonly (number | null)[];
}

/** The leaves below a node that carry weight in it. */
export function weighedLeaves(
  definition: IndexDefinition,
  from: string,
  valuesOf: (id: string) => readonly (number | null)[],
): readonly WeighedLeaf[] {
  const { weights } = globalWeights(definition, orderNodes(definition.nodes), from);
  return [...weights].flatMap(([id, weight]) => {
    const node = nodeAt(definition, id);
    return node.kind === "indicator" && weight > 0
      ? [{ id, source: node.source, weight, values: valuesOf(id) }]
      : [];
  });
}

/** The score of the leaves of some sources; `undefined` where there are none. */
export function sourceScore(
  leaves: readonly WeighedLeaf[],
  sources: readonly LeafSource[],
  units: number,
): SourceScore | undefined {
  const own = leaves.filter(({ source }) => sources.includes(source));
  if (own.length === 0) return undefined;
  const weight = compensatedSum(own.map((leaf) => leaf.weight));
  const rows = Array.from({ length: units }, (_, row) => {
    const present = own.flatMap((leaf) => {
      const value = leaf.values[row];
      return typeof value === "number" ? [{ weight: leaf.weight, part: leaf.weight * value }] : [];
    });
    const available = compensatedSum(present.map((leaf) => leaf.weight));
    const value = available > 0 ? compensatedSum(present.map(({ part }) => part)) / available : null;
    return { value: value !== null && Number.isFinite(value) ? value : null, coverage: available / weight };
  });
  return {
    values: rows.map(({ value }) => value),
    coverage: rows.map(({ coverage }) => coverage),
    leaves: own.map(({ id }) => id),
    weight,
  };
}
