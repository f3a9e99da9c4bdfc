import { CxMetricsError } from "@cxmetrics/definition";
import { notRepresentable } from "../problems.js";

/** A computed number, refused where it overflows. */
export function representable(value: number, name: string): number {
  // Adding zero turns -0 into 0.
  if (Number.isFinite(value)) return value + 0;
  throw new CxMetricsError(notRepresentable, { path: [name], values: { name } });
}
