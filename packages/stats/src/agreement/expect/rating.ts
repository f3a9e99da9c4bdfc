import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { notARating } from "../problems.js";

/** A category: a text or a finite number. */
export type Category = string | number;

/** A finite number, or null where there is no rating. */
export function numberOrNull(value: unknown, path: ProblemPath): number | null {
  if (value === null) return null;
  // Adding zero turns -0 into 0.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  const expected = { en: "a finite number", zh: "有限数字" };
  throw new CxMetricsError(notARating, { path, values: { found: describeValue(value), expected } });
}

/** A text or finite number, or null where there is no rating. */
export function categoryOrNull(value: unknown, path: ProblemPath): Category | null {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  const expected = { en: "a text or a finite number", zh: "文本或有限数字" };
  throw new CxMetricsError(notARating, { path, values: { found: describeValue(value), expected } });
}
