import type { IndexDefinition, IndexTable } from "@cxmetrics/index-model";
import { planWorkbook } from "./plan-workbook.js";
import type { Workbook } from "./workbook-model.js";
import type { WorkbookOptions } from "./workbook-options.js";

/**
 * The workbook of an index as plain data: sheets, cells with their texts, numbers and formulas, and the defined names of the parameters.
 * `writeWorkbook` makes a file of it; a page may show it.
 *
 * Every number of the definition stands in a cell of its own, and the formulas read these cells. Which constant of which formula is which
 * parameter is found by lowering the definition with other numbers, so no method is written down twice. A parameter that a method builds
 * into the shape of its formula stands there in grey. What looks at all units (`cohort` methods, quotas) is a value and says so.
 *
 * @param definition an index definition
 * @param table one row a unit, as `scoreIndex` takes it
 * @param options language, heading, a result that is at hand
 * @returns sheets in their order: read me, definition, parameters, inputs, one for each level, results, check, trace
 * @throws `CxMetricsError` as `defineIndex` and `scoreIndex` do; `workbook.too-large`, `workbook.other-result`, `workbook.other-units`;
 * `document.*` for the options
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const normalise = { method: "goalposts", worst: 50, best: 95 };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const definition = { ...head, root: "ease", nodes: { ease } };
 * const workbook = layoutIndexWorkbook(definition, { units: ["App", "Web"], columns: { ease: [77, null] } });
 * workbook.sheets.map(({ name }) => name); // => ["Read me", "Definition", "Parameters", "Inputs", "Level 1", "Results", "Check", "Trace"]
 * workbook.names.map(({ name }) => name).slice(3, 5); // => ["p_ease.worst", "p_ease.best"]
 * ```
 */
export function layoutIndexWorkbook(
  definition: IndexDefinition,
  table: IndexTable,
  options: WorkbookOptions = {},
): Workbook {
  return planWorkbook(definition, table, options).workbook;
}
