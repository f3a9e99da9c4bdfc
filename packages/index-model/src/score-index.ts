import { referenceTo } from "@cxmetrics/definition";
import { type Column, evaluateColumns } from "@cxmetrics/formula";
import { attributeAt, checkTable } from "./check-table.js";
import { coverageOf, presence } from "./coverage-of.js";
import { defineIndex } from "./define-index.js";
import { engine } from "./engine.js";
import { gradeUnits } from "./grade-units.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexResult, NodeResult } from "./index-result.js";
import type { IndexTable } from "./index-table.js";
import { type LeafColumns, leafColumns, leafLists } from "./leaf-columns.js";
import { loweredInner } from "./lowered.js";
import { nodeAt } from "./node-at.js";
import { cappedName, rawName } from "./node-id.js";
import { nodeResult } from "./node-result.js";
import { orderNodes } from "./order-nodes.js";
import { scoreViews } from "./score-views.js";
import { dataWarnings, definitionWarnings, readingWarnings } from "./warnings.js";

/**
 * Scores every unit of a table against an index definition: leaves are capped and normalised, means and formulas follow
 * from the leaves up, views and grades are told beside them. Where the data cannot support a number there is `null` and a
 * reason, never an exception and never a silent 0; a table that does not fit the definition is a mistake and throws.
 *
 * @param definition an index definition, checked by `defineIndex` if it was not before
 * @param table units, one column of raw values for each indicator, and attributes that `appliesTo` and the veto read
 * @returns values, reasons and coverage of every node, with the definition and its digest, so that the result explains itself
 * @throws `CxMetricsError` as `defineIndex` does; `table.no-units`, `table.bad-unit`, `table.wrong-shape`,
 * `table.missing-column`, `table.column-length`, `table.not-a-number`, `table.missing-attribute`,
 * `table.attribute-not-stated`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = (worst, best) => ({ kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "goalposts", worst, best } });
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: {
 *     completion: leaf(50, 95), crashes: leaf(10, 0),
 *     index: { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" },
 *       children: [{ node: "completion", weight: 3 }, { node: "crashes", weight: 2 }] },
 *   },
 * });
 * const result = scoreIndex(definition, { units: ["App", "Web"], columns: { completion: [77, 86], crashes: [4, null] } });
 * result.nodes.index.values; // => [60, null]
 * result.nodes.index.reasons; // => [null, "missing"]
 * ```
 */
export function scoreIndex(definition: IndexDefinition, table: IndexTable): IndexResult {
  const document = defineIndex(definition);
  const checked = checkTable(document, table);
  const length = checked.units.length;
  const full: readonly number[] = Array.from({ length }, () => 1);
  const order = orderNodes(document.nodes);

  const columns = new Map<string, Column>();
  const leaves = new Map<string, LeafColumns>();
  const results = new Map<string, NodeResult>();
  for (const id of order) {
    const node = nodeAt(document, id);
    if (node.kind === "indicator") {
      const leaf = leafColumns(document, id, node, checked);
      leaves.set(id, leaf);
      columns.set(rawName(id), leaf.raw).set(cappedName(id), leaf.capped).set(id, leaf.value);
      results.set(id, { ...nodeResult(leaf.value, presence(leaf.value, full)), ...leafLists(leaf) });
    } else {
      const column = evaluateColumns(loweredInner(node), columns, length);
      columns.set(id, column);
      const coverage = node.kind === "aggregate" ? coverageOf(node, columns, full) : presence(column, full);
      results.set(id, nodeResult(column, coverage));
    }
  }

  const nodes = Object.fromEntries(
    Object.keys(document.nodes).map((id) => [id, results.get(id) as NodeResult] as const),
  );
  const { views, withNotApplicable } = scoreViews(document, order, columns, full);
  const veto = document.grades?.veto;
  const statements = veto ? attributeAt(checked, veto.attribute, "grades.veto") : undefined;
  const grades = document.grades && gradeUnits(document.grades, nodes, statements);
  return {
    definition: referenceTo(document),
    document,
    engine,
    units: [...checked.units],
    nodes,
    views,
    ...(grades ? { grades } : {}),
    warnings: [
      ...definitionWarnings(document, order),
      ...dataWarnings(checked, leaves),
      ...readingWarnings(withNotApplicable, grades),
    ],
  };
}
