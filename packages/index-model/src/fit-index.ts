import { CxMetricsError, expectLocalizedText, expectRecord, expectText } from "@cxmetrics/definition";
import { calibrationOf, type ReferencePopulation } from "./calibration/calibration-of.js";
import { nodesToFit } from "./calibration/nodes-to-fit.js";
import { checkTable } from "./check-table.js";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexTable } from "./index-table.js";
import { alreadyFitted, nothingToFit } from "./problems.js";
import { walkNodes } from "./walk-nodes.js";

export type { ReferencePopulation };

/**
 * Calibrates a definition: every method of kind `fit` learns its parameters from a reference population, each node on the
 * values of the nodes below it, and these are frozen into the document. With them a score depends on the unit's own values
 * alone, so that one unit scores the same by itself and among others, today and next year.
 *
 * What the reference data cannot support (no values at all, too few for a deviation) is told per node under `notFitted`; such a
 * node has no value.
 *
 * @param definition an index definition without calibration
 * @param referenceTable the reference population, as `scoreIndex` takes tables
 * @param population who the population is and of what period; part of the document and of its digest
 * @returns the same document with `calibration`, frozen; its digest differs from that of the definition, which stands in it as
 * `source`
 * @throws `CxMetricsError` as `defineIndex` and `scoreIndex` do for definition and table; `index.nothing-to-fit`,
 * `index.already-fitted`, `index.unknown-period`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const normalise = { method: "min-max", direction: "more", over: "pooled", cap: "both", whenConstant: "undefined" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const definition = defineIndex({ ...head, root: "ease", nodes: { ease } });
 * const calibrated = fitIndex(definition, { units: ["App", "Web", "Phone"], columns: { ease: [50, 70, 90] } }, { period: "2025" });
 * calibrated.calibration.nodes.ease.normalise; // => { minimum: 50, maximum: 90 }
 * scoreIndex(calibrated, { units: ["Kiosk"], columns: { ease: [60] } }).nodes.ease.values; // => [25]
 * ```
 */
export function fitIndex(
  definition: IndexDefinition,
  referenceTable: IndexTable,
  population: ReferencePopulation = {},
): IndexDefinition {
  const document = defineIndex(definition);
  if (document.calibration) throw new CxMetricsError(alreadyFitted, { path: ["calibration"] });
  if (nodesToFit(document).length === 0) throw new CxMetricsError(nothingToFit, { path: ["nodes"] });
  const told = expectRecord(population, ["population"], [], ["population", "period"]) as ReferencePopulation;
  if (told.population !== undefined) expectLocalizedText(told.population, ["population", "population"]);
  if (told.period !== undefined) expectText(told.period, ["population", "period"]);
  const table = checkTable(document, referenceTable);
  const full: readonly number[] = Array.from({ length: table.units.length }, () => 1);
  const { calibration } = walkNodes(document, table, full);
  return defineIndex({
    ...document,
    calibration: calibrationOf(document, table, calibration?.nodes ?? {}, told),
  });
}
