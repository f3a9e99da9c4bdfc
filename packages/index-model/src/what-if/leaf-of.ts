import { CxMetricsError, didYouMean, type ProblemPath } from "@cxmetrics/definition";
import { columnOf } from "../check-table.js";
import type { IndexDefinition, Indicator } from "../index-definition.js";
import { unknownColumn } from "./problems.js";

/** A leaf and the column it reads. */
export interface NamedLeaf {
  readonly id: string;
  readonly column: string;
  readonly leaf: Indicator;
}

/** The leaf that is called so, or that reads the column of that name. */
export function leafNamed(definition: IndexDefinition, name: string, path: ProblemPath): NamedLeaf {
  const leaves = Object.entries(definition.nodes).flatMap(([id, node]) =>
    node.kind === "indicator" ? [{ id, column: columnOf(node, id), leaf: node }] : [],
  );
  const found = leaves.find(({ id }) => id === name) ?? leaves.find(({ column }) => column === name);
  if (found) return found;
  const hint = didYouMean(
    name,
    leaves.flatMap(({ id, column }) => [id, column]),
  );
  throw new CxMetricsError(unknownColumn, { path, values: { name: name.slice(0, 60), hint } });
}
