import { CxMetricsError, type NotComputable, type ProblemPath } from "@cxmetrics/definition";
import type { FitScope, ReferenceColumn } from "../calibration/calibration.js";
import { meanOf } from "../calibration/mean-and-deviation.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { quantileOf } from "../calibration/quantile-of.js";
import type { ParameterSpec } from "../parameters/parameter-spec.js";
import { unitNotOnce } from "./not-computable.js";
import { parameterIdle, parameterNeeded, referenceNotPositive } from "./problems.js";

/** What values are held against: a stated number, a statistic of the reference population, or one of its units. */
export type ReferencePoint = number | "mean" | "median" | "minimum" | "maximum" | { readonly unit: string };

/** Shape of a reference point. */
export const referencePoint: ParameterSpec = {
  type: "either",
  of: [
    { type: "number" },
    { type: "choice", of: ["mean", "median", "minimum", "maximum"] },
    { type: "record", members: { unit: { type: "text" } } },
  ],
};

/** The reference point in numbers. */
export function referenceValueOf(
  reference: ReferencePoint,
  { values, n, source }: ReferenceColumn,
): { readonly status: "ok"; readonly value: number } | NotComputable {
  if (typeof reference === "number") return { status: "ok", value: reference };
  if (n === 0) return tooFewReferenceValues(n, 1);
  if (typeof reference === "object") {
    const found = Array.from(values).filter((_, at) => {
      const row = source?.rows[at];
      return row !== undefined && source?.table.units[row] === reference.unit;
    });
    const [value] = found;
    return value === undefined || found.length > 1
      ? unitNotOnce(reference.unit, found.length)
      : { status: "ok", value };
  }
  switch (reference) {
    case "mean":
      return { status: "ok", value: meanOf(values) };
    case "median":
      return { status: "ok", value: quantileOf(values, 0.5, 7) };
    default:
      return { status: "ok", value: extremeOf(values, reference) };
  }
}

/** Least or greatest of at least one value. */
export function extremeOf(values: Float64Array, which: "minimum" | "maximum"): number {
  return values.reduce((a, b) => ((which === "minimum" ? b < a : b > a) ? b : a));
}

/** Checks that a stated reference is positive, and that a reference to the population names the rows it is taken from. */
export function checkReference(
  parameters: { readonly reference: ReferencePoint; readonly over?: FitScope | "each-period" },
  path: ProblemPath,
): void {
  const { reference, over } = parameters;
  if (typeof reference === "number") {
    if (reference <= 0)
      throw new CxMetricsError(referenceNotPositive, {
        path: [...path, "reference"],
        values: { value: reference },
      });
    if (over !== undefined)
      throw new CxMetricsError(parameterIdle, {
        path: [...path, "over"],
        values: { idle: "over", with: `reference: ${reference}` },
      });
  } else if (over === undefined)
    throw new CxMetricsError(parameterNeeded, {
      path,
      values: { needed: "over", with: `reference: ${JSON.stringify(reference)}` },
    });
}
