import type { Block, Compiler, Step } from "../block.js";
import type { Expression } from "../expression.js";
import { faultCode } from "../fault-code.js";

/** The operands of one row: operand `k` is `columns[k][row]`. */
export type Columns = readonly Float64Array[];

/** Operand `k` of a row. */
export function cell(columns: Columns, k: number, row: number): number {
  return (columns[k] as Float64Array)[row] as number;
}

/** Computes rows 0 to `count` at once, whatever faults they have; column after column is much faster than row after row. */
export type Kernel = (columns: Columns, count: number, out: Float64Array) => void;

/** What a strict operation does with sound operands. */
export interface StrictRow {
  readonly compute: (columns: Columns, row: number) => number;
  /** The code of a row whose result is no finite number; `overflow` when left out. */
  readonly explain?: (columns: Columns, row: number) => number;
  /** The very results of `compute`, or something that is not finite where it could be none. */
  readonly kernel?: Kernel;
  /** Whether sound operands always give a sound result, so that nobody need look. */
  readonly closed?: boolean;
}

/**
 * A step that needs all of its operands. A row with faults gets the smallest of them; a row whose result is no finite
 * number gets the code that `explain` names.
 */
export function strictStep(
  of: readonly Expression[],
  compiler: Compiler,
  { compute, explain = () => faultCode.overflow, kernel, closed = false }: StrictRow,
): Step {
  const steps = of.map((part) => compiler.step(part));
  const out = compiler.outcomeOf(steps);
  const columns: Float64Array[] = steps.map(() => out.values);
  const masks: Uint8Array[] = steps.map(() => out.fault);
  const blocks: Block[] = steps.map(() => out);

  /** Fills in one go and answers whether every row without a fault holds a number. */
  const quick = (faulty: boolean, count: number): boolean => {
    if (kernel === undefined) return false;
    kernel(columns, count, out.values);
    if (faulty) mergeFaults(blocks, count, out);
    else out.fault.fill(0, 0, count);
    return closed || allFinite(out.values, count);
  };

  return {
    buffer: out,
    read: (start, count) => {
      let faulty = false;
      for (let k = 0; k < steps.length; k += 1) {
        const block = (steps[k] as Step).read(start, count);
        blocks[k] = block;
        columns[k] = block.values;
        masks[k] = block.fault;
        faulty ||= block.faulty;
      }
      out.faulty = faulty;
      if (quick(faulty, count)) return out;
      for (let row = 0; row < count; row += 1) {
        let code = faulty ? leastFault(masks, row) : 0;
        let value = 0;
        if (code === 0) {
          value = compute(columns, row);
          // Also true of NaN.
          if (!(Math.abs(value) <= Number.MAX_VALUE)) {
            code = explain(columns, row);
            value = 0;
            out.faulty = true;
          }
        }
        out.values[row] = value;
        out.fault[row] = code;
      }
      return out;
    },
  };
}

/** The smallest code of each row, and 0 as the value where there is one. */
function mergeFaults(blocks: readonly Block[], count: number, { fault, values }: Block): void {
  fault.fill(0, 0, count);
  for (let k = 0; k < blocks.length; k += 1) {
    const block = blocks[k] as Block;
    if (!block.faulty) continue;
    const mask = block.fault;
    for (let row = 0; row < count; row += 1) {
      const code = mask[row] as number;
      if (code === 0) continue;
      const before = fault[row] as number;
      if (before === 0 || code < before) fault[row] = code;
      values[row] = 0;
    }
  }
}

function allFinite(values: Float64Array, count: number): boolean {
  let check = 0;
  for (let row = 0; row < count; row += 1) check += (values[row] as number) * 0;
  return check === 0;
}

/** The smallest fault code of a row, 0 when it has none. */
export function leastFault(masks: readonly Uint8Array[], row: number): number {
  let least = 0;
  for (let k = 0; k < masks.length; k += 1) {
    const code = (masks[k] as Uint8Array)[row] as number;
    if (code !== 0 && (least === 0 || code < least)) least = code;
  }
  return least;
}
