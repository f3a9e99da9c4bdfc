import { CxMetricsError } from "@cxmetrics/definition";
import type { Block, Step } from "./block.js";
import { type Column, faults } from "./column.js";
import { columnBadFault, columnNotANumber } from "./problems.js";

/** Reads the rows of an input column, and checks them while they are in the cache. */
export function inputStep(name: string, column: Column): Step {
  const block: Block = { values: column.values, fault: column.fault, faulty: false };
  let at = -1;
  return {
    read: (start, count) => {
      // A name that is used twice is read once.
      if (start === at) return block;
      at = start;
      block.values = column.values.subarray(start, start + count);
      block.fault = column.fault.subarray(start, start + count);
      block.faulty = check(name, block, start);
      return block;
    },
  };
}

/** Whether any row has a fault. Two chains of additions, because one would wait for itself. */
function check(name: string, { values, fault }: Block, start: number): boolean {
  const count = values.length;
  let codes = 0;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < count; i += 2) {
    codes |= (fault[i] as number) | (fault[i + 1] as number);
    // 0 for a finite number, NaN for any other.
    even += (values[i] as number) * 0;
    odd += (values[i + 1] as number) * 0;
  }
  if (count % 2 === 1) {
    codes |= fault[count - 1] as number;
    even += (values[count - 1] as number) * 0;
  }
  if (codes >= faults.length || even + odd !== 0) refuse(name, values, fault, start);
  return codes !== 0;
}

function refuse(name: string, values: Float64Array, fault: Uint8Array, start: number): void {
  for (let i = 0; i < values.length; i += 1) {
    const code = fault[i] as number;
    const path = [name, start + i];
    if (code >= faults.length)
      throw new CxMetricsError(columnBadFault, {
        path,
        values: { row: start + i, found: code, most: faults.length - 1 },
      });
    if (code === 0 && !Number.isFinite(values[i]))
      throw new CxMetricsError(columnNotANumber, {
        path,
        values: { row: start + i, found: String(values[i]) },
      });
  }
}
