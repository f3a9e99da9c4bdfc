import type { Glance } from "../../block.js";
import type { Scaling } from "../scaling.js";
import type { RunningSums } from "./running-sums.js";
import { stride } from "./scaled-pair.js";

/** Cells looked at to tell how many are limited, and the share from which on a processor guesses too many of them wrong. */
const sample = 64;
const many = 1 / 8;

/**
 * The constants of an operand that is limited on both sides and measured from one of the limits, as goalposts are: sign, from, twice
 * the width of the limits, twice the divisor, factor, shift. `undefined` for any other.
 */
export function limitsOf(scaling: Scaling | undefined): readonly number[] | undefined {
  if (scaling === undefined) return undefined;
  const { lower, upper, sign, from, divisor, factor, plus } = scaling;
  const width = ((sign === 1 ? upper : lower) - from) * sign;
  const measured = from === (sign === 1 ? lower : upper) && Number.isFinite(4 * width);
  if (!measured || !Number.isFinite(2 * divisor)) return undefined;
  return [sign, from * sign, 2 * width, 2 * divisor, factor, plus];
}

/** Whether so many cells lie beyond the limits, here and there, that branches cost more than the arithmetic in their place. */
export function oftenLimited({ values }: Glance, { lower, upper }: Scaling): boolean {
  const step = Math.max(1, Math.floor(values.length / sample));
  let limited = 0;
  let seen = 0;
  for (let row = 0; row < values.length; row += step) {
    const value = values[row] as number;
    seen += 1;
    if (value < lower || value > upper) limited += 1;
  }
  return limited > many * seen;
}

/**
 * Adds operands `k` and `k + 1` as `addScaledPair` does, to the same last bit, but limits them without branches that data could
 * make hard to guess. With distances e from the limit where they start, twice what lies above it is $m = e + |e|$, and what m
 * exceeds twice the width w by is taken off:
 *
 * $$ m + \tfrac{1}{2}\,(g - |g|), \qquad g = 2w - m $$
 *
 * The difference is exact while $m \le 4w$ (Sterbenz 1974). The answer is whether this held, which it does for no value that is
 * not a number; where not, the sums are scratch.
 */
export function addLimitedPair(
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
  const s1 = constants[c] as number;
  const f1 = constants[c + 1] as number;
  const t1 = constants[c + 2] as number;
  const d1 = constants[c + 3] as number;
  const m1 = constants[c + 4] as number;
  const p1 = constants[c + 5] as number;
  const w1 = constants[c + 6] as number;
  const s2 = constants[c + 7] as number;
  const f2 = constants[c + 8] as number;
  const t2 = constants[c + 9] as number;
  const d2 = constants[c + 10] as number;
  const m2 = constants[c + 11] as number;
  const p2 = constants[c + 12] as number;
  const w2 = constants[c + 13] as number;
  for (let row = 0; row < count; row += 1) {
    const e1 = s1 * (a[atA + row] as number) - f1;
    const e2 = s2 * (b[atB + row] as number) - f2;
    const x = e1 + Math.abs(e1);
    const y = e2 + Math.abs(e2);
    const g1 = t1 - x;
    const g2 = t2 - y;
    if (!(g1 >= -t1 && g2 >= -t2)) return false;
    let before = sum[row] as number;
    let term = w1 * (((x + (g1 - Math.abs(g1)) * 0.5) / d1) * m1 + p1);
    let next = before + term;
    let part = next - before;
    const lost = (error[row] as number) + (before - (next - part) + (term - part));
    before = next;
    const value = ((y + (g2 - Math.abs(g2)) * 0.5) / d2) * m2 + p2;
    last[row] = value;
    term = w2 * value;
    next = before + term;
    part = next - before;
    error[row] = lost + (before - (next - part) + (term - part));
    sum[row] = next;
  }
  return true;
}

/** The same where sums start: the first addition, to 0, is exact and spared. */
export function startLimitedPair(
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
  const s1 = constants[c] as number;
  const f1 = constants[c + 1] as number;
  const t1 = constants[c + 2] as number;
  const d1 = constants[c + 3] as number;
  const m1 = constants[c + 4] as number;
  const p1 = constants[c + 5] as number;
  const w1 = constants[c + 6] as number;
  const s2 = constants[c + 7] as number;
  const f2 = constants[c + 8] as number;
  const t2 = constants[c + 9] as number;
  const d2 = constants[c + 10] as number;
  const m2 = constants[c + 11] as number;
  const p2 = constants[c + 12] as number;
  const w2 = constants[c + 13] as number;
  for (let row = 0; row < count; row += 1) {
    const e1 = s1 * (a[atA + row] as number) - f1;
    const e2 = s2 * (b[atB + row] as number) - f2;
    const x = e1 + Math.abs(e1);
    const y = e2 + Math.abs(e2);
    const g1 = t1 - x;
    const g2 = t2 - y;
    if (!(g1 >= -t1 && g2 >= -t2)) return false;
    const first = w1 * (((x + (g1 - Math.abs(g1)) * 0.5) / d1) * m1 + p1);
    const value = ((y + (g2 - Math.abs(g2)) * 0.5) / d2) * m2 + p2;
    last[row] = value;
    const term = w2 * value;
    const next = first + term;
    const part = next - first;
    error[row] = first - (next - part) + (term - part);
    sum[row] = next;
  }
  return true;
}
