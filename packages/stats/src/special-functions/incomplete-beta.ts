import { deviance } from "./deviance.js";
import { stirlingError } from "./stirling-error.js";
import type { Tails } from "./tails.js";

/** A point of the unit interval by its distance from either end, with logarithms for distances that underflow. */
export interface UnitPoint {
  readonly x: number;
  /** 1 − x, which the caller may know better than subtraction does. */
  readonly y: number;
  readonly logX: number;
  readonly logY: number;
}

/** The point x of the unit interval. */
export function unitPoint(x: number, y = 1 - x): UnitPoint {
  return { x, y, logX: Math.log(x), logY: x < 0.5 ? Math.log1p(-x) : Math.log(y) };
}

/** The point whose odds x/(1 − x) are e^u. */
export function unitPointAtLogit(u: number): UnitPoint {
  const e = Math.exp(-Math.abs(u));
  const near = 1 / (1 + e);
  const far = e / (1 + e);
  const logNear = -Math.log1p(e);
  const logFar = logNear - Math.abs(u);
  return u < 0
    ? { x: far, y: near, logX: logFar, logY: logNear }
    : { x: near, y: far, logX: logNear, logY: logFar };
}

/**
 * Both tails of the beta distribution with a, b > 0 at an inner point, and the density with respect to logit x.
 *
 * The tail on the near side of the mean is computed by a power series of positive terms or by the continued fraction of
 * Didonato and Morris (ACM TOMS 708, 1992, eq. 9), the other is its complement. The prefactor x^a y^b/B(a,b) is Loader's
 * saddle-point form, which keeps its accuracy for shapes of millions.
 */
export function betaTails(a: number, b: number, point: UnitPoint): Tails {
  const { x, y } = point;
  const density = betaDensity(a, b, point);
  const large = Math.min(a, b) >= 1;
  const switchAt = large ? a / (a + b) : (a + 1) / (a + b + 2);
  if (x <= switchAt) {
    const lower = (density / a) * nearTail(a, b, x, y);
    return { lower, upper: 1 - lower, density };
  }
  const upper = (density / b) * nearTail(b, a, y, x);
  return { lower: 1 - upper, upper, density };
}

/** x^a y^b/B(a,b). */
function betaDensity(a: number, b: number, { x, y, logX, logY }: UnitPoint): number {
  const n = a + b;
  const logN = Math.log(n);
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x, logN + logX) -
    deviance(b, n * y, logN + logY);
  return Math.sqrt(a / n) * Math.sqrt(b / (2 * Math.PI)) * Math.exp(exponent);
}

/** Lower tail at or below the mean, over x^a y^b/(a·B(a,b)). */
function nearTail(a: number, b: number, x: number, y: number): number {
  const early = (a + b) * x < Math.max(0.75 * (a + 1), 10);
  return early && x < 0.9 ? positiveSeries(a, b, x) : continuedFraction(a, b, x, y);
}

/** Σ (a+b)_n x^n / (a+1)_n (DLMF 8.17.8). */
function positiveSeries(a: number, b: number, x: number): number {
  let term = 1;
  let sum = term;
  for (let n = 0; n < 10_000; n++) {
    const ratio = ((a + b + n) / (a + 1 + n)) * x;
    term *= ratio;
    sum += term;
    if (ratio < 1 && term < 1e-17 * sum * (1 - ratio)) break;
  }
  return sum;
}

function continuedFraction(a: number, b: number, x: number, y: number): number {
  // a − (a + b)x, by whichever end loses less.
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  const c = 1 + lambda;
  const c0 = b / a;
  const c1 = 1 + 1 / a;
  let p = 1;
  let s = a + 1;
  let an = 0;
  let bn = 1;
  let bnNext = c / c1;
  let ratio = c1 / c;
  // Numerator and denominator are kept divided by the latest denominator, hence the plain 1.
  let first = 1;
  for (let n = 1; n < 20_000_000; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    let e = a / s;
    const alpha = p * (p + c0) * e * e * (w * x);
    e = (t + 1) / (c1 + t + t);
    const beta = n + w / s + e * (c + n * (1 + y));
    p = t + 1;
    s += 2;
    const anNext = first;
    const nextA = alpha * an + beta * anNext;
    const nextB = alpha * bn + beta * bnNext;
    const previous = ratio;
    ratio = nextA / nextB;
    if (Math.abs(ratio - previous) <= 2e-16 * ratio) break;
    an = anNext / nextB;
    bn = bnNext / nextB;
    first = ratio;
    bnNext = 1;
  }
  return a * ratio;
}
