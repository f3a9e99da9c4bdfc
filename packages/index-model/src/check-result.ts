import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexResult, NodeResult } from "./index-result.js";

import { ambiguousUnit, notAResult, unknownUnit } from "./problems.js";
import { readMap } from "./read/map.js";

/** Checks that a result has the shape that `scoreIndex` gives it, and returns its definition. */
export function checkResult(result: IndexResult): IndexDefinition {
  readMap(result, ["result"]);
  const document = defineIndex(result.document);
  if (!Array.isArray(result.units))
    throw new CxMetricsError(notAResult, { path: ["result", "units"], values: { part: "units" } });
  if (typeof result.definition?.digest !== "string")
    throw new CxMetricsError(notAResult, { path: ["result", "definition"], values: { part: "definition" } });
  for (const id of Object.keys(document.nodes)) resultAt(result, id);
  // What was fitted on the very table belongs to the formulas of this result.
  return result.calibration && !document.calibration
    ? defineIndex({ ...document, calibration: result.calibration })
    : document;
}

/** The result of one node. */
export function resultAt(result: IndexResult, id: string): NodeResult {
  const { nodes } = result;
  const node =
    typeof nodes === "object" && nodes !== null && Object.hasOwn(nodes, id) ? nodes[id] : undefined;
  const lists = [node?.values, node?.coverage];
  if (!node || lists.some((list) => !Array.isArray(list) || list.length !== result.units.length))
    throw new CxMetricsError(notAResult, { path: ["result", "nodes", id], values: { part: `nodes.${id}` } });
  return node;
}

/** Row of a unit, by name or by the row itself. */
export function rowOf(result: IndexResult, unit: unknown): number {
  const { units } = result;
  const last = units.length - 1;
  if (typeof unit === "number" && Number.isInteger(unit) && unit >= 0 && unit <= last) return unit;
  const rows = typeof unit === "string" ? units.flatMap((name, row) => (name === unit ? [row] : [])) : [];
  if (rows.length > 1)
    throw new CxMetricsError(ambiguousUnit, {
      path: ["unit"],
      values: { unit: units[rows[0] as number] as string, rows: rows.slice(0, 10).join(", ") },
    });
  const [row] = rows;
  if (row !== undefined) return row;
  const named =
    typeof unit === "string"
      ? JSON.stringify(unit)
      : typeof unit === "number"
        ? String(unit)
        : `(${typeof unit})`;
  const hint = typeof unit === "string" ? didYouMean(unit, units.slice(0, 10_000)) : "";
  throw new CxMetricsError(unknownUnit, { path: ["unit"], values: { unit: named, hint, last } });
}
