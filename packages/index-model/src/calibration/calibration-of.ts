import { type LocalizedText, referenceTo } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import type { Calibration, FittedNode } from "./calibration.js";
import { digestTable } from "./digest-table.js";

/** Who the reference population is. */
export interface ReferencePopulation {
  readonly population?: LocalizedText;
  readonly period?: string;
}

/** A calibration around parameters by node id. */
export function calibrationOf(
  document: IndexDefinition,
  table: IndexTable,
  nodes: Readonly<Record<string, FittedNode>>,
  { population, period }: ReferencePopulation = {},
): Calibration {
  return {
    ...(population ? { population } : {}),
    ...(period === undefined ? {} : { period }),
    n: table.units.length,
    dataDigest: digestTable(document, table),
    source: referenceTo(document),
    nodes,
  };
}
