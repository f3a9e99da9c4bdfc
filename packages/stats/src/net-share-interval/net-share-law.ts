/**
 * Law of the sum of n answers scored −1, 0, +1 with shares l, p, u: the coefficients of (l + p x + u x²)^n.
 *
 * From q·f′ = n·q′·f for f = qⁿ follows a recurrence of three terms. Run from either end to the middle all its terms are
 * positive, so nothing cancels and n answers cost O(n).
 *
 * @returns probabilities of the sums −n…n, at index sum + n
 */
export function netShareLaw(upper: number, middle: number, lower: number, n: number): Float64Array {
  const left = half(upper, middle, lower, n);
  const right = half(lower, middle, upper, n);
  // The halves overlap in the middle, where one of two neighbours is positive: there they are brought to one scale.
  const shift = [n, n + 1]
    .map((index) => (left[index] ?? 0) - (right[2 * n - index] ?? 0))
    .find(Number.isFinite);
  const law = new Float64Array(2 * n + 1);
  for (let index = 0; index <= n; index++) {
    const mirrored = (right[index] ?? 0) + (shift ?? 0);
    law[2 * n - index] = mirrored;
    // In the middle both write to one place, and one of them may have nothing to tell.
    law[index] = index === n ? Math.max(left[n] ?? 0, mirrored) : (left[index] ?? 0);
  }
  if (upper === 0 && lower === 0) law[n] = 0;
  const top = law.reduce((most, log) => Math.max(most, log));
  let total = 0;
  for (let index = 0; index < law.length; index++) {
    law[index] = Math.exp((law[index] ?? 0) - top);
    total += law[index] ?? 0;
  }
  return law.map((weight) => weight / total);
}

/** Logarithms of the coefficients 0…n + 1, counted from the end whose share is `near`; none when that share is 0. */
function half(far: number, middle: number, near: number, n: number): Float64Array {
  const logs = new Float64Array(n + 2).fill(Number.NEGATIVE_INFINITY);
  if (near === 0) return logs;
  let logScale = n * Math.log(near);
  let before = 0;
  let current = 1;
  logs[0] = logScale;
  for (let k = 0; k <= n; k++) {
    const next = (middle * (n - k) * current + far * (2 * n - k + 1) * before) / (near * (k + 1));
    before = current;
    current = next;
    if (current + before > 1e200) {
      logScale += Math.log(1e200);
      before /= 1e200;
      current /= 1e200;
    }
    logs[k + 1] = logScale + Math.log(current);
  }
  return logs;
}
