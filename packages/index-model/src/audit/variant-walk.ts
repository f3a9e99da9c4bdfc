import { type Column, evaluateColumns } from "@cxmetrics/formula";
import { nodesToFit } from "../calibration/nodes-to-fit.js";
import { checkTable } from "../check-table.js";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { linksOf } from "../links-of.js";
import { nodeAt } from "../node-at.js";
import type { NodeColumns, NodeContext } from "../node-kinds/node-kind.js";
import { nodeKindOf } from "../node-kinds/registry.js";
import { orderNodes } from "../order-nodes.js";
import { scoreIndex } from "../score-index.js";
import type { Decision } from "../sensitivity/read-factors.js";
import { variantOf } from "../sensitivity/variant.js";
import { walkNodes } from "../walk-nodes.js";

/** Scores one table under many variants of a definition; `NaN` where there is no value. */
export interface VariantWalk {
  readonly written: (node: string) => Float64Array;
  /** `key` names the choices among alternatives; the first variant of a key is checked by `defineIndex`. */
  readonly score: (decisions: readonly Decision[], node: string, key: string) => Float64Array;
}

/** Leaves kept; with numbers of leaves varied none would come again. */
const mostLeaves = 500;

/**
 * Walks the nodes as `scoreIndex` does, but computes again only those that a decision changes and those above them. Works for
 * every kind of node, gates and evidence included; where methods are still to be fitted, or a decision lies outside the nodes,
 * `scoreIndex` scores each variant.
 */
export function variantWalk(definition: IndexDefinition, table: IndexTable): VariantWalk {
  const document = defineIndex(definition);
  const checked = checkTable(document, table);
  const full: readonly number[] = checked.units.map(() => 1);
  const base = walkNodes(document, checked, full);
  const fits = document.calibration === undefined && nodesToFit(document).length > 0;
  const known = new Set<string>();
  const leaves = new Map<string, NodeColumns>();
  // A leaf reads the table alone, and choices among normalisers come again and again.
  const leafAgain = (variant: IndexDefinition, id: string, context: NodeContext): NodeColumns => {
    const key = `${id} ${JSON.stringify(variant.nodes[id])}`;
    const met = leaves.get(key);
    if (met) return met;
    const computed = computedAgain(variant, id, context);
    if (leaves.size >= mostLeaves) leaves.clear();
    leaves.set(key, computed);
    return computed;
  };
  return {
    written: (node) => numbersOf(base.columns.get(node)),
    score: (decisions, node, key) => {
      const variant = variantOf(document, decisions);
      if (!known.has(key)) {
        defineIndex(variant);
        known.add(key);
      }
      // What stands outside the nodes, such as the scale, may change them all.
      if (fits || decisions.some(({ set }) => set.some(({ place }) => place[0] !== "nodes"))) {
        const values = scoreIndex(defineIndex(variant), checked).nodes[node]?.values ?? [];
        return Float64Array.from(values, (value) => value ?? Number.NaN);
      }
      const columns = new Map(base.columns);
      const context = { table: checked, length: checked.units.length, columns, full };
      const changed = new Set<string>();
      for (const id of orderNodes(variant.nodes, [node])) {
        // Variants share the nodes that no decision touched.
        const own = variant.nodes[id] !== document.nodes[id];
        if (!own && !linksOf(nodeAt(variant, id)).some((link) => changed.has(link.node))) continue;
        changed.add(id);
        const again = variant.nodes[id]?.kind === "indicator" ? leafAgain : computedAgain;
        const computed = again(variant, id, context);
        columns.set(id, computed.value);
        for (const [name, column] of Object.entries(computed.named ?? {}))
          columns.set(`${id}.${name}`, column);
      }
      return numbersOf(columns.get(node));
    },
  };
}

function computedAgain(definition: IndexDefinition, id: string, context: NodeContext): NodeColumns {
  const node = nodeAt(definition, id);
  const kind = nodeKindOf(node);
  if (kind.compute) return kind.compute(definition, id, node, context);
  const at = (expression: Parameters<typeof evaluateColumns>[0]) =>
    evaluateColumns(expression, context.columns, context.length);
  const named = Object.entries(kind.outputs?.(definition, id, node) ?? {}).map(
    ([name, expression]) => [name, at(expression)] as const,
  );
  const expression = kind.lower?.(definition, id, node);
  const value = expression === undefined ? named[0]?.[1] : at(expression);
  if (value === undefined) throw new Error(`The kind "${node.kind}" neither lowers nor computes.`);
  return { value, named: Object.fromEntries(named) };
}

function numbersOf(column: Column | undefined): Float64Array {
  if (!column) return new Float64Array(0);
  return column.values.map((value, row) => (column.fault[row] === 0 ? value : Number.NaN));
}
