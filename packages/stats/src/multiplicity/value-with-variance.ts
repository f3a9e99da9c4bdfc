import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { finiteNumber } from "../expect/finite-number.js";
import { inRange, notNegative } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { notAList } from "../problems.js";
import { tooManyGroups } from "./problems.js";

/** An estimate of one group with the variance of that estimate (its squared standard error). */
export interface ValueWithVariance {
  readonly value: number;
  /** At least 0, in the square of the unit. */
  readonly variance: number;
}

const mostGroups = 1000;

/** Checked groups; independent of one another is for the caller to know. */
export function valuesWithVariance(values: unknown, path: ProblemPath = ["values"]): ValueWithVariance[] {
  if (!Array.isArray(values)) {
    throw new CxMetricsError(notAList, { path, values: { name: "values", found: describeValue(values) } });
  }
  if (values.length > mostGroups) {
    throw new CxMetricsError(tooManyGroups, { path, values: { found: values.length, most: mostGroups } });
  }
  return Array.from(values, (group: ValueWithVariance, index) => {
    const { value, variance } = namedMembers(group, `values[${index}]`, [...path, index]);
    finiteNumber(value, "value", [...path, index, "value"]);
    inRange(variance, "variance", notNegative, [...path, index, "variance"]);
    return { value, variance };
  });
}
