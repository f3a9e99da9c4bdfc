import { CxMetricsError, describeValue, didYouMean } from "@cxmetrics/definition";
import type { Column } from "./column.js";
import { compile } from "./compile.js";
import { expectColumn } from "./expect-column.js";
import type { Expression } from "./expression.js";
import { inputsOf } from "./inputs-of.js";
import { parseExpression } from "./parse-expression.js";
import { badLength, unknownInput } from "./problems.js";

/** Columns by the names that the formula reads; further columns are ignored. */
export type ColumnInputs = ReadonlyMap<string, Column> | Readonly<Record<string, Column>>;

/** Rows of one block: small enough that the blocks of a formula stay in the second-level cache. */
const rowsPerBlock = 1024;

/** Rows of the longest column. */
const mostRows = 2 ** 28;

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
  return evaluateInBlocks(expression, inputs, length, rowsPerBlock);
}

/** As `evaluateColumns`, with the size of the blocks open to tests. */
export function evaluateInBlocks(
  expression: Expression,
  inputs: ColumnInputs,
  length: number,
  blockLength: number,
): Column {
  const formula = parseExpression(expression);
  if (!Number.isInteger(length) || length < 0 || length > mostRows)
    throw new CxMetricsError(badLength, {
      path: ["length"],
      values: { found: describeValue(length), most: mostRows },
    });

  const step = compile(formula, columnsFor(inputsOf(formula), inputs, length), Math.min(blockLength, length));
  const values = new Float64Array(length);
  const fault = new Uint8Array(length);
  for (let start = 0; start < length; start += blockLength) {
    const count = Math.min(blockLength, length - start);
    const block = step.read(start, count);
    // Adding 0 turns −0 into 0.
    if (block.faulty)
      for (let i = 0; i < count; i += 1) {
        const code = block.fault[i] as number;
        fault[start + i] = code;
        if (code === 0) values[start + i] = (block.values[i] as number) + 0;
      }
    else for (let i = 0; i < count; i += 1) values[start + i] = (block.values[i] as number) + 0;
  }
  return { values, fault };
}

function columnsFor(
  names: readonly string[],
  inputs: ColumnInputs,
  length: number,
): ReadonlyMap<string, Column> {
  const given = readable(inputs);
  const columns = new Map<string, Column>();
  for (const name of names) {
    const column = given.get(name);
    if (column === undefined) {
      throw new CxMetricsError(unknownInput, {
        path: ["inputs", name],
        values: { name, hint: didYouMean(name, given.names()) },
      });
    }
    columns.set(name, expectColumn(column, ["inputs", name], length));
  }
  return columns;
}

/** A map and a record alike; a record answers for its own keys only. */
function readable(inputs: ColumnInputs): { get(name: string): unknown; names(): string[] } {
  if (typeof inputs?.get === "function" && typeof inputs.keys === "function") {
    const map = inputs as ReadonlyMap<string, Column>;
    return { get: (name) => map.get(name), names: () => [...map.keys()] };
  }
  const record = (typeof inputs === "object" && inputs !== null ? inputs : {}) as Record<string, unknown>;
  return {
    get: (name) => (Object.hasOwn(record, name) ? record[name] : undefined),
    names: () => Object.keys(record),
  };
}
