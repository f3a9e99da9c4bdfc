import { expectList } from "@cxmetrics/definition";
import { type Expression, parseExpression } from "@cxmetrics/formula";
import { readWeights } from "../cohort-table.js";
import { expectCount } from "../topsis/topsis-ideals.js";
import { type GreyReference, readGreyReference } from "./grey-reference.js";
import { readRho } from "./grey-relational-row.js";

/**
 * Grey relational grade as a formula of one unit, once the reference is fitted: the same numbers as `greyRelationalRow`.
 *
 * @param reference from `fitGreyReference`
 * @param inputs one expression per column, for example its name
 * @param weights relative weights; equal when left out. Columns without weight do not appear
 * @param rho distinguishing coefficient, 0.01…1
 * @throws `CxMetricsError` `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `document.wrong-type`
 * @example
 * ```ts
 * const reference = fitGreyReference({ columns: [[2, 6, 4], [30, 10, 25]] });
 * lowerGreyRelational(reference, ["speed", "ease"], [3, 1]).op; // => "add"
 * ```
 */
export function lowerGreyRelational(
  reference: GreyReference,
  inputs: readonly Expression[],
  weights?: readonly number[],
  rho = 0.5,
): Exclude<Expression, number | string> {
  const fitted = readGreyReference(reference);
  const names = expectList(inputs, ["inputs"], (item) => parseExpression(item), 1);
  expectCount(names, fitted.reference.length, "inputs");
  const shares = readWeights(weights, fitted.reference.length, ["weights"]);
  const spread = readRho(rho) * fitted.farthest;
  return {
    op: "add",
    of: names.flatMap((input, column): Expression[] => {
      const weight = shares[column] ?? 0;
      if (weight === 0) return [];
      const offset = fitted.offsets[column] ?? 0;
      const divisor = fitted.divisors[column] ?? 1;
      const shifted: Expression = offset === 0 ? input : { op: "subtract", of: [input, offset] };
      const normal: Expression = divisor === 1 ? shifted : { op: "divide", of: [shifted, divisor] };
      const gap: Expression = { op: "subtract", of: [fitted.reference[column] ?? 0, normal] };
      const far: Expression =
        fitted.deviation === "absolute"
          ? { op: "absolute", of: [gap] }
          : { op: "clamp", of: [gap], lower: 0 };
      const part: Expression = {
        op: "divide",
        of: [fitted.nearest + spread, { op: "add", of: [far, spread] }],
      };
      return [{ op: "multiply", of: [weight, { op: "clamp", of: [part], upper: 1 }] }];
    }),
  };
}
