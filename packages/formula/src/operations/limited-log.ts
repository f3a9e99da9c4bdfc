import type { Compiler, Step } from "../block.js";
import type { Expression } from "../expression.js";

/**
 * The logarithm of a value limited to positive constants, as goalposts on logarithms ask for it: one loop over rows that nobody
 * has looked at yet does all of it. `undefined` for any other expression.
 */
export function limitedLogStep(expression: Expression, compiler: Compiler): Step | undefined {
  if (typeof expression !== "object" || expression.op !== "ln") return undefined;
  const [limited] = expression.of;
  if (typeof limited !== "object" || limited.op !== "clamp") return undefined;
  const lower = limited.lower === undefined ? undefined : compiler.constant(limited.lower);
  const upper = limited.upper === undefined ? undefined : compiler.constant(limited.upper);
  if (lower === undefined || upper === undefined || !(lower > 0 && lower <= upper)) return undefined;
  const inner = compiler.step(limited.of[0]);
  const out = compiler.outcomeOf([inner]);
  return {
    buffer: out,
    read: (start, count) => {
      const seen = inner.glance?.(start, count);
      out.faulty = false;
      if (seen && !seen.faulty && fill(seen.values, seen.at, count, lower, upper, out.values)) {
        out.fault.fill(0, 0, count);
        return out;
      }
      const block = inner.read(start, count);
      fill(block.values, 0, count, lower, upper, out.values);
      out.faulty = block.faulty;
      if (block.faulty) passOn(block.fault, count, out.values);
      for (let row = 0; row < count; row += 1) out.fault[row] = block.fault[row] as number;
      return out;
    },
  };
}

/** Answers whether every value is finite. */
function fill(
  values: Float64Array,
  at: number,
  count: number,
  lower: number,
  upper: number,
  out: Float64Array,
): boolean {
  let check = 0;
  for (let row = 0; row < count; row += 1) {
    const value = values[at + row] as number;
    check += value * 0;
    out[row] = Math.log(Math.min(Math.max(value, lower), upper));
  }
  return check === 0;
}

function passOn(fault: Uint8Array, count: number, out: Float64Array): void {
  for (let row = 0; row < count; row += 1) if (fault[row] !== 0) out[row] = 0;
}
