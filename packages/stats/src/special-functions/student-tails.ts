import { betaTails, unitPointAtLogit } from "./incomplete-beta.js";

/** Probabilities of Student's t inside ±|x| and outside, each computed for itself where it is small. */
export function studentTails(x: number, df: number): { central: number; outer: number } {
  if (x === 0) return { central: 0, outer: 1 };
  const square = x * x;
  // x² may overflow or underflow; its logarithm does not.
  const point =
    square > 1e-200 && square < 1e200
      ? {
          x: square / (square + df),
          y: df / (square + df),
          logX: -Math.log1p(df / square),
          logY: -Math.log1p(square / df),
        }
      : unitPointAtLogit(2 * Math.log(Math.abs(x)) - Math.log(df));
  const { lower, upper } = betaTails(0.5, df / 2, point);
  return { central: lower, outer: upper };
}
