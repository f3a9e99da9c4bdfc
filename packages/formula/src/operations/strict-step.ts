import type { Compiler, Step } from "../block.js";
import type { Expression } from "../expression.js";
import { faultCode } from "../fault-code.js";

/** The operands of one row: operand `k` is `columns[k][row]`. */
export type Columns = readonly Float64Array[];

/** Operand `k` of a row. */
export function cell(columns: Columns, k: number, row: number): number {
  return (columns[k] as Float64Array)[row] as number;
}

/**
 * A step that needs all of its operands. A row with faults gets the smallest of them; a row whose result is no finite
 * number gets the code that `explain` names.
 */
export function strictStep(
  of: readonly Expression[],
  compiler: Compiler,
  compute: (columns: Columns, row: number) => number,
  explain: (columns: Columns, row: number) => number = () => faultCode.overflow,
): Step {
  const steps = of.map((part) => compiler.step(part));
  const out = compiler.outcomeOf(steps);
  const columns: Float64Array[] = steps.map(() => out.values);
  const masks: Uint8Array[] = steps.map(() => out.fault);

  return {
    buffer: out,
    read: (start, count) => {
      let faulty = false;
      for (let k = 0; k < steps.length; k += 1) {
        const block = (steps[k] as Step).read(start, count);
        columns[k] = block.values;
        masks[k] = block.fault;
        faulty ||= block.faulty;
      }
      out.faulty = faulty;
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

/** The smallest fault code of a row, 0 when it has none. */
export function leastFault(masks: readonly Uint8Array[], row: number): number {
  let least = 0;
  for (let k = 0; k < masks.length; k += 1) {
    const code = (masks[k] as Uint8Array)[row] as number;
    if (code !== 0 && (least === 0 || code < least)) least = code;
  }
  return least;
}
