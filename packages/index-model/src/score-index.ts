import { attributeAt, checkTable } from "./check-table.js";
import { defineIndex } from "./define-index.js";
import { engine } from "./engine.js";
import { expectFitted } from "./expect-fitted.js";
import { gradeUnits } from "./grade-units.js";
import { gradeWarnings, hasQuota } from "./grades/grade-warnings.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexResult } from "./index-result.js";
import type { IndexTable } from "./index-table.js";
import { nodeResult } from "./node-result.js";
import { rankUnits } from "./rank-units.js";
import { referenceOf } from "./reference-of.js";
import { rollupWarnings } from "./rollup/rollup-warnings.js";
import { scoreRollups } from "./rollup/score-rollups.js";
import { scoreBounds } from "./score-bounds.js";
import { scoreViews } from "./score-views.js";
import { walkNodes } from "./walk-nodes.js";
import { readingWarnings, structureWarnings, tableWarnings } from "./warnings.js";

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
  expectFitted(document);
  const full: readonly number[] = Array.from({ length: checked.units.length }, () => 1);
  const walk = walkNodes(document, checked, full);

  const bounds = scoreBounds(document, checked, full, walk.order, walk.calibration);
  const nodes = Object.fromEntries(
    Object.keys(document.nodes).map((id) => [id, nodeResult(walk, id, full, bounds.get(id))] as const),
  );
  const { views, withNotApplicable } = scoreViews(document, walk.order, walk.columns, full);
  const veto = document.grades?.veto;
  const statements = veto ? attributeAt(checked, veto.attribute, "grades.veto") : undefined;
  const grades = document.grades && gradeUnits(document.grades, nodes, statements, document.nodes);
  const rollups = document.rollups && scoreRollups(document, checked, nodes);
  return {
    definition: referenceOf(document),
    document,
    engine,
    units: [...checked.units],
    nodes,
    views,
    ...(grades ? { grades } : {}),
    ...(document.ranking ? { ranks: rankUnits(document.ranking, nodes) } : {}),
    ...(rollups ? { rollups } : {}),
    comparable: walk.sideways.length === 0 && !hasQuota(document.grades),
    ...(walk.calibration ? { calibration: walk.calibration } : {}),
    warnings: [
      ...structureWarnings(document, walk.order),
      ...walk.warnings,
      ...tableWarnings(checked),
      ...readingWarnings(withNotApplicable, grades),
      ...gradeWarnings(document.grades, grades),
      ...rollupWarnings(document, rollups),
    ],
  };
}
