import type { Glance } from "../../block.js";
import type { RunningSums } from "./running-sums.js";

/** Lower and upper limit, shift, divisor, factor, shift, weight: the constants of one operand, side by side. */
export const stride = 7;

/**
 * Adds operands `k` and `k + 1`, scaled and weighed, to running sums, and leaves the latter, scaled, in `last`. Answers whether
 * what was read is finite; a sum of two numbers that overflows only asks for care.
 */
export function addScaledPair(
  read: readonly Glance[],
  k: number,
  constants: Float64Array,
  count: number,
  { sum, error }: RunningSums,
  last: Float64Array,
): boolean {
  const { values: a, at: atA } = read[k] as Glance;
  const { values: b, at: atB } = read[k + 1] as Glance;
  const c = stride * k;
  const l1 = constants[c] as number;
  const u1 = constants[c + 1] as number;
  const f1 = constants[c + 2] as number;
  const d1 = constants[c + 3] as number;
  const m1 = constants[c + 4] as number;
  const p1 = constants[c + 5] as number;
  const w1 = constants[c + 6] as number;
  const l2 = constants[c + 7] as number;
  const u2 = constants[c + 8] as number;
  const f2 = constants[c + 9] as number;
  const d2 = constants[c + 10] as number;
  const m2 = constants[c + 11] as number;
  const p2 = constants[c + 12] as number;
  const w2 = constants[c + 13] as number;
  let check = 0;
  for (let row = 0; row < count; row += 1) {
    const x = a[atA + row] as number;
    const y = b[atB + row] as number;
    // 0 for finite numbers, NaN otherwise.
    check += (x + y) * 0;
    let before = sum[row] as number;
    let term = w1 * (((Math.min(Math.max(x, l1), u1) - f1) / d1) * m1 + p1);
    let next = before + term;
    let part = next - before;
    const lost = (error[row] as number) + (before - (next - part) + (term - part));
    before = next;
    const value = ((Math.min(Math.max(y, l2), u2) - f2) / d2) * m2 + p2;
    last[row] = value;
    term = w2 * value;
    next = before + term;
    part = next - before;
    error[row] = lost + (before - (next - part) + (term - part));
    sum[row] = next;
  }
  return check === 0;
}

/** The same with the first two operands, where sums start: the first addition, to 0, is exact and spared. */
export function startScaledPair(
  read: readonly Glance[],
  constants: Float64Array,
  count: number,
  { sum, error }: RunningSums,
  last: Float64Array,
): boolean {
  const k = 0;
  const { values: a, at: atA } = read[k] as Glance;
  const { values: b, at: atB } = read[k + 1] as Glance;
  const c = stride * k;
  const l1 = constants[c] as number;
  const u1 = constants[c + 1] as number;
  const f1 = constants[c + 2] as number;
  const d1 = constants[c + 3] as number;
  const m1 = constants[c + 4] as number;
  const p1 = constants[c + 5] as number;
  const w1 = constants[c + 6] as number;
  const l2 = constants[c + 7] as number;
  const u2 = constants[c + 8] as number;
  const f2 = constants[c + 9] as number;
  const d2 = constants[c + 10] as number;
  const m2 = constants[c + 11] as number;
  const p2 = constants[c + 12] as number;
  const w2 = constants[c + 13] as number;
  let check = 0;
  for (let row = 0; row < count; row += 1) {
    const x = a[atA + row] as number;
    const y = b[atB + row] as number;
    check += (x + y) * 0;
    const first = w1 * (((Math.min(Math.max(x, l1), u1) - f1) / d1) * m1 + p1);
    const value = ((Math.min(Math.max(y, l2), u2) - f2) / d2) * m2 + p2;
    last[row] = value;
    const term = w2 * value;
    const next = first + term;
    const part = next - first;
    error[row] = first - (next - part) + (term - part);
    sum[row] = next;
  }
  return check === 0;
}

/** The same with one operand, the first. */
export function startScaledOne(
  { values, at }: Glance,
  constants: Float64Array,
  count: number,
  { sum, error }: RunningSums,
): boolean {
  const [lower = 0, upper = 0, from = 0, divisor = 0, factor = 0, plus = 0, weight = 0] = constants;
  let check = 0;
  error.fill(0, 0, count);
  for (let row = 0; row < count; row += 1) {
    const x = values[at + row] as number;
    check += x * 0;
    sum[row] = weight * (((Math.min(Math.max(x, lower), upper) - from) / divisor) * factor + plus);
  }
  return check === 0;
}
