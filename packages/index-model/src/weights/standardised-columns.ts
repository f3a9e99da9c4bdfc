import { compensatedSum } from "@cxmetrics/stats";
import { blockSum } from "./block-sum.js";

/** A column on min–max scale, 1 for the best value; `undefined` where it does not vary. Halves keep the range finite. */
function minMaxColumn(column: Float64Array, direction: "up" | "down"): Float64Array | undefined {
  let lower = Number.POSITIVE_INFINITY;
  let upper = Number.NEGATIVE_INFINITY;
  for (const value of column) {
    if (value < lower) lower = value;
    if (value > upper) upper = value;
  }
  if (!(upper > lower)) return undefined;
  const range = upper / 2 - lower / 2;
  // A range below the smallest normal number carries no digits to divide by.
  if (!(range > 0)) return undefined;
  return column.map((value) =>
    direction === "up" ? (value / 2 - lower / 2) / range : (upper / 2 - value / 2) / range,
  );
}

/** A column with mean 0 and length 1, and its sum of squares on min–max scale; `undefined` where it does not vary. */
export function unitColumn(
  column: Float64Array,
  direction: "up" | "down" = "up",
): { readonly unit: Float64Array; readonly length: number } | undefined {
  const scaled = minMaxColumn(column, direction);
  if (!scaled) return undefined;
  const mean = compensatedSum(scaled) / scaled.length;
  const centred = scaled.map((value) => value - mean);
  const length = Math.sqrt(blockSum(centred.length, (row) => (centred[row] as number) ** 2));
  return { unit: centred.map((value) => value / length), length };
}

/** 1 − r of two columns of length 1, as half their squared distance: no digits are lost where r is near 1. */
export function oneMinusCorrelation(a: Float64Array, b: Float64Array): number {
  return blockSum(a.length, (row) => ((a[row] as number) - (b[row] as number)) ** 2) / 2;
}
