import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { inRange, type ParameterRange, sampleSize } from "../expect/in-range.js";
import type { Reading } from "./control-chart-kind.js";
import { countWithoutSize } from "./problems.js";

/** A count of cases among `size` answers: no more cases than answers. */
export function readShare(point: object, path: ProblemPath): Reading | null {
  const { count, size } = point as { count?: unknown; size?: unknown };
  const all = inRange(size, "size", sampleSize, [...path, "size"]);
  const within: ParameterRange = {
    holds: (value) => value >= 0 && value <= all,
    en: `between 0 and the size ${all}`,
    zh: `介于 0 与规模 ${all} 之间`,
  };
  const total = inRange(count, "count", within, [...path, "count"]);
  return all === 0 ? null : { total, squares: total, size: all };
}

/** A count of events in a size of exposure: there may be more events than units. */
export function readRate(point: object, path: ProblemPath): Reading | null {
  const { count, size } = point as { count?: unknown; size?: unknown };
  const all = inRange(size, "size", sampleSize, [...path, "size"]);
  const total = inRange(count, "count", sampleSize, [...path, "count"]);
  if (all > 0) return { total, squares: total, size: all };
  if (total === 0) return null;
  throw new CxMetricsError(countWithoutSize, { path: [...path, "size"], values: { count: total } });
}
