import { CxMetricsError, expectOneOf, expectRecord, expectText } from "@cxmetrics/definition";
import { defineIndex, type IndexDefinition, type IndexTable, scoreIndex } from "@cxmetrics/index-model";
import { writtenWeights } from "./parameters/written-weights.js";
import { otherResult, otherUnits, tooLarge } from "./problems.js";
import type { WorkbookOptions } from "./workbook-options.js";
import type { WorkbookSource } from "./workbook-source.js";

/** Most rows of units, with room for the rows above them. */
const mostUnits = 1_000_000;

/** Checks what a workbook is to be made from, and scores it where that was not done. */
export function readSource(
  definition: IndexDefinition,
  table: IndexTable,
  options: WorkbookOptions = {},
): WorkbookSource {
  const document = defineIndex(definition);
  expectRecord(options, ["options"], [], ["lang", "result", "title"]);
  const lang = expectOneOf(options.lang ?? "en", ["options", "lang"], ["en", "zh"]);
  const title =
    options.title === undefined ? document.title[lang] : expectText(options.title, ["options", "title"]);
  // A stored result may tell what it likes; scoring again is what makes the check a check.
  const result = scoreIndex(document, table);
  const given = options.result?.definition;
  if (options.result !== undefined) {
    if (given?.digest !== result.definition.digest)
      throw new CxMetricsError(otherResult, {
        path: ["options", "result"],
        values: { found: String(given?.digest), expected: result.definition.digest },
      });
    const units: unknown = options.result.units;
    if (
      !Array.isArray(units) ||
      units.length !== result.units.length ||
      units.some((unit, k) => unit !== result.units[k])
    )
      throw new CxMetricsError(otherUnits, { path: ["options", "result", "units"] });
  }
  if (result.units.length > mostUnits)
    throw new CxMetricsError(tooLarge, {
      path: ["table", "units"],
      values: { most: mostUnits, found: result.units.length, what: { en: "units", zh: "个评价对象" } },
    });
  const calibrated = result.calibration ? { ...document, calibration: result.calibration } : document;
  const { scope: _, ...whole } = calibrated;
  return {
    definition: document,
    working: writtenWeights(result.calibration ? whole : calibrated),
    table,
    result: options.result ?? result,
    lang,
    title,
  };
}
