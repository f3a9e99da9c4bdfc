/**
 * Zero of a continuous function between two points where its signs differ, by Chandrupatla's method: inverse quadratic
 * interpolation where it is safe, bisection elsewhere (Advances in Engineering Software 28, 1997, 145–149).
 *
 * @param tolerance on the argument; 0 goes on to the last digit
 */
export function bracketedRoot(f: (x: number) => number, from: number, to: number, tolerance = 0): number {
  let a = from;
  let fa = f(a);
  let b = to;
  let fb = f(b);
  let c = a;
  let fc = fa;
  let fraction = 0.5;
  for (let i = 0; i < 200; i++) {
    const x = a + fraction * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    if (fa === 0 || fb === 0) return best;
    const step = (2 * Number.EPSILON * Math.abs(best) + tolerance) / Math.abs(b - a);
    if (!(step < 0.5)) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const smooth = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const quadratic =
      (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
    fraction = smooth && Number.isFinite(quadratic) ? Math.min(1 - step, Math.max(step, quadratic)) : 0.5;
  }
  return a;
}
