import type { Tails } from "./tails.js";

/**
 * The coordinate u at which a distribution has the given tails: Newton's method on the logarithm of the smaller tail, kept
 * inside a bracket by bisection. Logarithms make extreme tails (1e-300) as easy as ordinary ones.
 *
 * @param evaluate tails, and density with respect to u
 * @param lower wanted lower tail, strictly between 0 and 1
 * @param upper 1 − lower, which the caller may know better than subtraction does
 */
export function invertTails(
  evaluate: (u: number) => Tails,
  lower: number,
  upper: number,
  start: number,
): number {
  const byLower = lower <= upper;
  const target = byLower ? lower : upper;
  const logTarget = Math.log(target);
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  let longest = 2;
  let u = start;
  for (let i = 0; i < 400; i++) {
    const tails = evaluate(u);
    const tail = byLower ? tails.lower : tails.upper;
    const gap = target > 1e-290 ? Math.log(tail / target) : Math.log(tail) - logTarget;
    const error = byLower ? gap : -gap;
    if (Math.abs(error) < 4e-16) return u;
    if (error > 0) above = u;
    else below = u;

    let step = (-error * tail) / tails.density;
    if (Math.abs(step) <= 1e-10) return u + step;
    // Far from the root the slope says little: a step may only grow by doubling.
    if (!(Math.abs(step) <= longest)) {
      step = error > 0 ? -longest : longest;
      longest *= 2;
    }
    let next = u + step;
    if (next <= below || next >= above) next = (below + above) / 2;
    if (next === u) return u;
    u = next;
  }
  return u;
}
