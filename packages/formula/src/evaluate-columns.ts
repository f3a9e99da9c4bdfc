import type { Column } from "./column.js";
import type { ColumnInputs } from "./column-inputs.js";
import type { Expression } from "./expression.js";
import { prepareColumns, prepareInBlocks } from "./prepare-columns.js";

/**
 * Computes a formula for every row. No row holds `NaN` or an infinity: where an operation has no answer, the row holds a
 * fault that says why.
 *
 * Ordinary operations pass on the fault of their operands, the smallest code where several fail (so `not-applicable` wins);
 * with sound operands they fail by division through 0 (`division-by-zero`), logarithm of x ≤ 0 (`logarithm-of-non-positive`),
 * a negative base under a fractional exponent or 0 under a negative one (`undefined-power`; $0^0 = 1$), a mean of negative
 * numbers other than the arithmetic one (`undefined-mean`), a sample spread of one value (`undefined-spread`), a value for which
 * a table or line states nothing (`outside-domain`), or a result beyond ±1.8·10³⁰⁸ (`overflow`). Results too small for
 * a number are 0. Means, spreads and whatever states `missing` follow their own rules for
 * missing operands, `coalesce` passes over what it names, and `if` needs only the chosen value.
 *
 * @param expression the formula
 * @param inputs columns of `length` rows
 * @param length number of rows
 * @returns a new column of `length` rows
 * @throws `CxMetricsError` as `parseExpression` does; `formula.unknown-input` (with the nearest name), `formula.bad-length`,
 * `column.wrong-shape`, `column.not-a-number`, `column.unknown-fault`
 * @example
 * ```ts
 * const inputs = { solved: columnFrom([45, 3, null]), asked: columnFrom([60, 0, 8]) };
 * const rate = evaluateColumns({ op: "divide", of: ["solved", "asked"] }, inputs, 3);
 * columnToArray(rate); // => [0.75, null, null]
 * faultsOf(rate); // => [null, "division-by-zero", "missing"]
 * ```
 */
export function evaluateColumns(expression: Expression, inputs: ColumnInputs, length: number): Column {
  return prepareColumns(expression, inputs, length).run();
}

/** As `evaluateColumns`, with the size of the blocks open to tests. */
export function evaluateInBlocks(
  expression: Expression,
  inputs: ColumnInputs,
  length: number,
  blockLength: number,
): Column {
  return prepareInBlocks(expression, inputs, length, blockLength).run();
}
