import type { ProblemPath } from "@cxmetrics/definition";
import { finiteNumber } from "../expect/finite-number.js";
import { inRange } from "../expect/in-range.js";
import type { ChartOptions } from "./chart-options.js";
import type { Reading } from "./control-chart-kind.js";

/** A single value within the range that the caller calls possible. */
export function readValue(point: object, path: ProblemPath, { min, max }: ChartOptions): Reading | null {
  const { value } = point as { value?: unknown };
  if (value === null) return null;
  const at = [...path, "value"];
  const number = inRange(
    finiteNumber(value, "value", at),
    "value",
    { holds: (found) => found >= min && found <= max, en: "inside `range`", zh: "在 range 之内" },
    at,
  );
  // Adding zero turns -0 into 0.
  const total = number + 0;
  return { total, squares: total, size: 1 };
}
