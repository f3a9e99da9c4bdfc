import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import type { Block } from "./block.js";
import type { Column } from "./column.js";
import { type ColumnInputs, columnsFor } from "./column-inputs.js";
import { compile } from "./compile.js";
import { isNumbers } from "./expect-column.js";
import type { Expression } from "./expression.js";
import { checkNumbers } from "./input-step.js";
import { inputsOf } from "./inputs-of.js";
import { parseExpression } from "./parse-expression.js";
import { badLength } from "./problems.js";

/** Rows of one block: small enough that the blocks of a formula stay in the second-level cache. */
const rowsPerBlock = 1024;

/** Rows of the longest column. */
const mostRows = 2 ** 28;

/** A formula made ready to be computed again and again over the same columns. */
export interface PreparedColumn {
  /** What `run` fills: one and the same column, so that another formula can be prepared to read it. */
  readonly column: Column;
  /** Computes the first `rows` rows from what the inputs hold now; every row when left out. */
  readonly run: (rows?: number) => Column;
}

/**
 * Prepares a formula for columns whose cells will change: it is checked and compiled, and all memory is taken, once. Each run then
 * gives what `evaluateColumns` gives.
 *
 * @param expression the formula
 * @param inputs columns of `length` rows, read at every run
 * @param length number of rows that a run can have
 * @throws `CxMetricsError` as `evaluateColumns` does; a run throws for cells that are no numbers, and for more rows than there are
 * @example
 * ```ts
 * const x = Float64Array.of(3, 4);
 * const { run, column } = prepareColumns({ op: "multiply", of: ["x", 2] }, { x }, 2);
 * run().values[1]; // => 8
 * x[1] = 7;
 * run();
 * column.values[1]; // => 14
 * ```
 */
export function prepareColumns(expression: Expression, inputs: ColumnInputs, length: number): PreparedColumn {
  return prepareInBlocks(expression, inputs, length, rowsPerBlock);
}

/** As `prepareColumns`, with the size of the blocks open to tests. */
export function prepareInBlocks(
  expression: Expression,
  inputs: ColumnInputs,
  length: number,
  blockLength: number,
): PreparedColumn {
  const formula = parseExpression(expression);
  expectLength(length, mostRows);
  const columns = columnsFor(inputsOf(formula), inputs, length);
  const { step, read, restart } = compile(formula, columns, Math.min(blockLength, length));
  // What weighs nothing is never read, but has to hold numbers all the same.
  const unread = [...columns].filter(([name]) => !read.has(name));
  const column: Column = { values: new Float64Array(length), fault: new Uint8Array(length) };
  const { values, fault } = column;
  return {
    column,
    run: (rows = length) => {
      if (rows !== length) expectLength(rows, length);
      restart();
      for (const [name, input] of unread) if (isNumbers(input)) checkNumbers(name, input.subarray(0, rows));
      for (let start = 0; start < rows; start += blockLength) {
        const count = Math.min(blockLength, rows - start);
        writeBlock(step.read(start, count), start, count, values, fault);
      }
      return column;
    },
  };
}

function expectLength(length: number, most: number): void {
  if (Number.isInteger(length) && length >= 0 && length <= most) return;
  throw new CxMetricsError(badLength, { path: ["length"], values: { found: describeValue(length), most } });
}

/** Copies a block into the column; adding 0 turns −0 into 0. */
function writeBlock(
  block: Block,
  start: number,
  count: number,
  values: Float64Array,
  fault: Uint8Array,
): void {
  if (!block.faulty) {
    for (let i = 0; i < count; i += 1) values[start + i] = (block.values[i] as number) + 0;
    fault.fill(0, start, start + count);
    return;
  }
  for (let i = 0; i < count; i += 1) {
    const code = block.fault[i] as number;
    fault[start + i] = code;
    values[start + i] = code === 0 ? (block.values[i] as number) + 0 : 0;
  }
}
