import type { IndexDefinition, IndexTable } from "@cxmetrics/index-model";
import { layoutIndexWorkbook } from "./layout-index-workbook.js";
import type { WorkbookOptions } from "./workbook-options.js";
import { writeWorkbook } from "./write-workbook.js";

/**
 * The index as a spreadsheet file (`.xlsx`) whose live formulas recompute every cell: `layoutIndexWorkbook`, written.
 *
 * Formulas come from the expressions that `scoreIndex` evaluates, and none carries a stored result: the program that opens the file computes
 * it. The sheet Check holds each computed cell against the engine's value. Excel and LibreOffice from 7 on compute the file; both compare
 * and round by some 15 digits. The same definition, table and options give the same bytes.
 *
 * @param definition an index definition
 * @param table one row a unit, as `scoreIndex` takes it
 * @param options language, heading, a result that is at hand
 * @returns the file
 * @throws `CxMetricsError` as `layoutIndexWorkbook` does, as a rejection
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "goalposts", worst: 50, best: 95 } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const definition = { ...head, root: "ease", nodes: { ease } };
 * const file = await writeIndexWorkbook(definition, { units: ["App"], columns: { ease: [77] } }, { lang: "zh" });
 * String.fromCharCode(file[0], file[1]); // => "PK"
 * ```
 */
export async function writeIndexWorkbook(
  definition: IndexDefinition,
  table: IndexTable,
  options: WorkbookOptions = {},
): Promise<Uint8Array> {
  return writeWorkbook(layoutIndexWorkbook(definition, table, options));
}
