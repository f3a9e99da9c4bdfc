import { type Column, evaluateColumns, faultCode } from "@cxmetrics/formula";
import { finiteFit } from "../calibration/finite-fit.js";
import { fittedParameters } from "../calibration/fitted-parameters.js";
import { presentValues } from "../calibration/present-values.js";
import type { CohortContext } from "../cohort-context.js";
import type { NormaliserMethod } from "../normalisers/normaliser-method.js";
import type { Range } from "../read/range.js";

/**
 * Fits a method on every period by itself and scores each period with its own parameters. A table without periods is one
 * period.
 */
export function computeByPeriod<N extends { readonly method: string }>(
  method: NormaliserMethod<N>,
  parameters: N,
  column: Column,
  scale: Range,
  { table, length }: CohortContext,
): Column {
  const values = new Float64Array(length);
  const fault = new Uint8Array(length).fill(faultCode.missing);
  for (const rows of rowsByPeriod(table.periods, length)) {
    const part: Column = {
      values: Float64Array.from(rows, (row) => column.values[row] as number),
      fault: Uint8Array.from(rows, (row) => column.fault[row] as number),
    };
    const { fit } = method;
    const outcome = fit && finiteFit(() => fit(parameters, presentValues(column, rows, table)));
    const fitted = fittedParameters("", "normalise", outcome?.status === "ok" ? outcome.fitted : undefined);
    if (outcome?.status !== "ok") {
      rows.forEach((row, index) => {
        fault[row] = (part.fault[index] as number) || faultCode.missing;
      });
      continue;
    }
    const capped = method.cap?.(parameters, "x", fitted) ?? "x";
    const scaled = method.scale?.(parameters, capped, scale, fitted) ?? capped;
    const scored = evaluateColumns(scaled, { x: part }, rows.length);
    rows.forEach((row, index) => {
      values[row] = scored.values[index] as number;
      fault[row] = scored.fault[index] as number;
    });
  }
  return { values, fault };
}

/** Rows of each period, in the order in which periods appear. */
export function rowsByPeriod(periods: ArrayLike<string> | undefined, length: number): readonly number[][] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < length; row += 1) {
    const period = periods?.[row] ?? "";
    const rows = groups.get(period);
    if (rows) rows.push(row);
    else groups.set(period, [row]);
  }
  return [...groups.values()];
}
