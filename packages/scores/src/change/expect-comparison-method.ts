import { CxMetricsError, describeValue, nearestName } from "@cxmetrics/definition";
import type { ScoreStatistic } from "../score-definition.js";
import { comparisonMethods } from "./comparison-methods.js";
import type { ComparisonMethod } from "./methods/comparison-method.js";
import { comparisonMismatch, unknownComparison } from "./problems.js";

/**
 * The comparison method of this name, if it fits the statistic.
 *
 * @throws `CxMetricsError` `comparison.unknown-method`, `comparison.method-mismatch`
 */
export function expectComparisonMethod(name: unknown, kind: ScoreStatistic["kind"]): ComparisonMethod {
  const path = ["options", "method"];
  const fitting = comparisonMethods.filter((method) => method.fits.includes(kind));
  const allowed = fitting.map((method) => method.id).join(", ");
  const method = comparisonMethods.find((candidate) => candidate.id === name);
  if (method === undefined) {
    const ids = comparisonMethods.map((candidate) => candidate.id);
    const near = typeof name === "string" ? nearestName(name.slice(0, 40), ids) : undefined;
    const hint = near ? { en: ` Did you mean “${near}”?`, zh: `是否指“${near}”？` } : "";
    throw new CxMetricsError(unknownComparison, {
      path,
      values: { found: describeValue(name), hint, allowed },
    });
  }
  if (!fitting.includes(method))
    throw new CxMetricsError(comparisonMismatch, { path, values: { method: method.id, kind, allowed } });
  return method;
}
