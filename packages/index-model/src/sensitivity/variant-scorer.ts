import { type Column, columnFrom, type Expression, evaluateColumns } from "@cxmetrics/formula";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { lowered } from "../lowered.js";
import { rawName } from "../node-id.js";
import { orderNodes } from "../order-nodes.js";
import { scoreIndex } from "../score-index.js";
import { type StackedIndex, stackIndex } from "../uncertainty/stacked-index.js";
import type { Decision } from "./read-factors.js";
import { variantOf } from "./variant.js";

/** Scores a table under decisions taken otherwise: values of nodes by unit, `NaN` where there is none. */
export interface VariantScorer {
  readonly document: IndexDefinition;
  readonly base: StackedIndex["base"];
  /** `key` names the choices among alternatives; the first variant of a key is checked and scored in full. */
  readonly score: (decisions: readonly Decision[], wanted: readonly string[], key: string) => Float64Array[];
}

/**
 * Makes a table ready to be scored under many variants of a definition. Only nodes that a decision changes, and those above them, are
 * computed again; where that is not what `scoreIndex` gives for the first variant of its kind, `scoreIndex` scores them all.
 */
export function variantScorer(definition: IndexDefinition, table: IndexTable): VariantScorer {
  const document = defineIndex(definition);
  const stack = stackIndex(document, table);
  const columns = stack.formulas ? baseColumns(stack, table) : undefined;
  const swift = new Map<string, boolean>();
  const whole = (variant: IndexDefinition, wanted: readonly string[]) => {
    const { nodes } = scoreIndex(defineIndex(variant), table);
    return wanted.map((id) => Float64Array.from(nodes[id]?.values ?? [], (value) => value ?? Number.NaN));
  };
  const changed = (variant: IndexDefinition, wanted: readonly string[]) => {
    const scored = changedColumns(variant, document, stack.formulas, columns, table.units.length);
    return wanted.map((id) => numbers(scored.get(id)));
  };
  return {
    document,
    base: stack.base,
    score: (decisions, wanted, key) => {
      const variant = variantOf(document, decisions);
      const known = swift.get(key);
      if (known === true) return changed(variant, wanted);
      const full = whole(variant, wanted);
      if (known === undefined) {
        const alike = columns !== undefined && leavesAlike(decisions);
        swift.set(key, alike && agrees(full, () => changed(variant, wanted)));
      }
      return full;
    },
  };
}

function agrees(full: readonly Float64Array[], swift: () => readonly Float64Array[]): boolean {
  let found: readonly Float64Array[];
  try {
    found = swift();
  } catch {
    return false;
  }
  return full.every((column, at) =>
    column.every((value, row) => {
      const other = found[at]?.[row] ?? Number.NaN;
      if (Number.isNaN(value)) return Number.isNaN(other);
      return Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value));
    }),
  );
}

function numbers(column: Column | undefined): Float64Array {
  if (!column) return new Float64Array(0);
  return column.values.map((value, row) => (column.fault[row] === 0 ? value : Number.NaN));
}

function baseColumns(stack: StackedIndex, table: IndexTable): Map<string, Column> {
  const columns = new Map<string, Column>(stack.score(new Map(), 1, [...(stack.formulas?.keys() ?? [])]));
  for (const [id, column] of stack.columnOfLeaf) {
    const reasons = stack.base.nodes[id]?.reasons;
    const outside = Array.from(
      { length: table.units.length },
      (_, row) => reasons?.[row] === "not-applicable",
    );
    columns.set(rawName(id), columnFrom(table.columns[column] ?? [], outside));
  }
  return columns;
}

/** Members of a node whose change leaves its raw column as it is, so that its formula says everything. */
const formulaMembers = new Set(["normalise", "children", "method", "missing", "expression", "exponent"]);

function leavesAlike(decisions: readonly Decision[]): boolean {
  return decisions.every(({ set }) =>
    set.every(
      ({ place }) => place[0] === "nodes" && place.length > 2 && formulaMembers.has(String(place[2])),
    ),
  );
}

function changedColumns(
  variant: IndexDefinition,
  document: IndexDefinition,
  formulas: ReadonlyMap<string, Expression> | undefined,
  columns: ReadonlyMap<string, Column> | undefined,
  units: number,
): ReadonlyMap<string, Column> {
  const scored = new Map(columns);
  const changed = new Set<string>();
  for (const id of orderNodes(variant.nodes)) {
    // Variants share the nodes that no decision touched.
    const own = variant.nodes[id] !== document.nodes[id];
    const formula = own ? lowered(variant, id) : (formulas?.get(id) ?? lowered(document, id));
    if (!own && !readsOf(formula).some((name) => changed.has(name))) continue;
    changed.add(id);
    scored.set(id, evaluateColumns(formula, scored, units));
  }
  return scored;
}

const reads = new WeakMap<object, readonly string[]>();

function readsOf(formula: Expression): readonly string[] {
  if (typeof formula !== "object") return typeof formula === "string" ? [formula] : [];
  const known = reads.get(formula);
  if (known) return known;
  const names = namesIn(formula);
  reads.set(formula, names);
  return names;
}

function namesIn(part: unknown): readonly string[] {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null) return [];
  return [...new Set(Object.values(part).flatMap(namesIn))];
}
