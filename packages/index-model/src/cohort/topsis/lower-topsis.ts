import { expectList, expectOneOf } from "@cxmetrics/definition";
import { type Expression, parseExpression } from "@cxmetrics/formula";
import { readWeights } from "../cohort-table.js";
import { expectCount, readIdeals, type TopsisIdeals } from "./topsis-ideals.js";

/**
 * TOPSIS closeness as a formula of one unit, once the ideals are fitted: the same numbers as `topsisRow`, ready for any
 * backend. Columns without weight do not appear.
 *
 * @param ideals from `fitTopsisIdeals`
 * @param inputs one expression per column, for example its name
 * @param weights relative weights; equal when left out
 * @param beyond what lies beyond an ideal, as in `topsisRow`
 * @returns the expression; it divides by zero where the two ideals are the same point
 * @throws `CxMetricsError` `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `document.wrong-type`, `document.not-allowed`
 * @example
 * ```ts
 * const ideals = fitTopsisIdeals({ columns: [[0, 10], [0, 4]] }, { normalisation: "min-max" });
 * lowerTopsis(ideals, ["speed", "ease"]).op; // => "divide"
 * ```
 */
export function lowerTopsis(
  ideals: TopsisIdeals,
  inputs: readonly Expression[],
  weights?: readonly number[],
  beyond: "cap" | "measure" = "cap",
): Exclude<Expression, number | string> {
  const { offsets, divisors, ideal, antiIdeal } = readIdeals(ideals);
  const names = expectList(inputs, ["inputs"], (item) => parseExpression(item), 1);
  expectCount(names, ideal.length, "inputs");
  const shares = readWeights(weights, ideal.length, ["weights"]);
  const cap = expectOneOf(beyond, ["beyond"], ["cap", "measure"]) === "cap";

  const distance = (ends: readonly number[]): Expression => ({
    op: "power",
    of: [
      {
        op: "add",
        of: names.flatMap((input, column): Expression[] => {
          const weight = shares[column] ?? 0;
          if (weight === 0) return [];
          const offset = offsets[column] ?? 0;
          const shifted: Expression = offset === 0 ? input : { op: "subtract", of: [input, offset] };
          const divisor = divisors[column] ?? 1;
          const normal: Expression = divisor === 1 ? shifted : { op: "divide", of: [shifted, divisor] };
          const value: Expression = cap
            ? { op: "clamp", of: [normal], lower: antiIdeal[column] ?? 0, upper: ideal[column] ?? 0 }
            : normal;
          const far: Expression = { op: "subtract", of: [value, ends[column] ?? 0] };
          return [{ op: "power", of: [{ op: "multiply", of: [weight, far] }, 2] }];
        }),
      },
      0.5,
    ],
  });
  const toAntiIdeal = distance(antiIdeal);
  return { op: "divide", of: [toAntiIdeal, { op: "add", of: [distance(ideal), toAntiIdeal] }] };
}
