import { type Column, type Expression, inputsOf, parseExpression } from "@cxmetrics/formula";
import type { FittedNode } from "../calibration/calibration.js";
import { evaluateFitted } from "../calibration/evaluate-fitted.js";
import { hasFault } from "../has-fault.js";
import { imputationOf } from "../imputations/registry.js";
import type { IndexDefinition, Indicator } from "../index-definition.js";
import { type EvidenceColumns, evidenceColumns } from "../node-kinds/evidence/evidence-columns.js";
import type { NodeContext } from "../node-kinds/node-kind.js";
import { normaliserOf } from "../normalisers/registry.js";
import { decodedTable } from "./column-codes.js";
import { fitLeaf } from "./fit-leaf.js";
import { lowerCapped, lowerImputed, lowerScaled, lowerTransformed, lowerTreated } from "./lower-leaf.js";
import { type RawCells, rawCells } from "./raw-cells.js";

/** One leaf over all units, step by step. A step that the definition lacks gives the very column of the step before. */
export interface LeafColumns extends RawCells, EvidenceColumns {
  readonly transformed: Column;
  readonly imputed: Column;
  readonly treated: Column;
  readonly capped: Column;
  readonly value: Column;
  /** Units whose value a step changed. */
  readonly imputedCount: number;
  readonly treatedCount: number;
  readonly cappedCount: number;
  /** What was fitted on the way, where it was asked for. */
  readonly fitted: FittedNode | undefined;
}

/**
 * Takes a leaf from the cells of the table to its value.
 *
 * @param given fitted parameters; `"fit"` to fit each step on what the steps before it give
 */
export function leafColumns(
  definition: IndexDefinition,
  id: string,
  leaf: Indicator,
  context: NodeContext,
  given: FittedNode | undefined | "fit",
): LeafColumns {
  const { table, length, columns } = context;
  const cells = rawCells(id, leaf, table);
  const evidence = evidenceColumns(id, leaf.evidence, cells.raw, context);
  const fit = given === "fit" ? fitLeaf(id, leaf, decodedTable(definition, table)) : undefined;
  const fitted = () => (given === "fit" ? fit?.node() : given);
  const step = (expression: Expression, x: Column): Column => {
    if (expression === "x") return x;
    const formula = parseExpression(expression);
    // Only what it reads: a copy of all columns for every step of every leaf grows with the square of the nodes.
    const read = new Map([["x", x]]);
    for (const name of inputsOf(formula)) {
      const column = columns.get(name);
      if (column && name !== "x") read.set(name, column);
    }
    return evaluateFitted(formula, read, length);
  };

  const transformed = step(lowerTransformed(leaf, "x"), evidence.admitted);
  fit?.stage("impute", transformed);
  const filled = lowerImputed(id, leaf, "x", fitted());
  const imputed =
    filled === undefined && leaf.impute
      ? (imputationOf(leaf.impute).compute?.(leaf.impute, transformed, { table, length }) ?? transformed)
      : step(filled ?? "x", transformed);
  fit?.stage("treat", imputed);
  const treated = step(lowerTreated(id, leaf, "x", fitted()), imputed);
  fit?.stage("normalise", treated);
  const capped = step(lowerCapped(id, leaf, "x", fitted()), treated);
  const scaled = lowerScaled(definition.scale, id, leaf, "x", fitted());
  const value =
    scaled === undefined
      ? (normaliserOf(leaf.normalise).compute?.(leaf.normalise, capped, definition.scale, {
          table,
          length,
        }) ?? capped)
      : step(scaled, capped);
  return {
    ...cells,
    ...evidence,
    transformed,
    imputed,
    treated,
    capped,
    value,
    imputedCount: changes(transformed, imputed),
    treatedCount: changes(imputed, treated),
    cappedCount: changes(treated, capped),
    fitted: fitted(),
  };
}

/** Rows in which two columns differ. */
function changes(before: Column, after: Column): number {
  let count = 0;
  if (before === after) return count;
  if (!hasFault(before) && !hasFault(after)) {
    for (let row = 0; row < before.values.length; row += 1)
      if (before.values[row] !== after.values[row]) count += 1;
    return count;
  }
  for (let row = 0; row < before.values.length; row += 1)
    if (before.values[row] !== after.values[row] || before.fault[row] !== after.fault[row]) count += 1;
  return count;
}
