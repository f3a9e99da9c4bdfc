import type { Column } from "@cxmetrics/formula";

/** Whether any row of a column holds no number. Plain loops, four rows at once where they lie on even ground: `some` is many times slower. */
export function hasFault({ fault }: Column): boolean {
  const whole = fault.byteOffset % 4 === 0 ? fault.length >> 2 : 0;
  const fours = new Uint32Array(fault.buffer, whole === 0 ? 0 : fault.byteOffset, whole);
  for (let four = 0; four < whole; four += 1) if (fours[four] !== 0) return true;
  for (let row = 4 * whole; row < fault.length; row += 1) if (fault[row] !== 0) return true;
  return false;
}
