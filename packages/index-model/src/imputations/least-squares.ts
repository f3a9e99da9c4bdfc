import { compensatedSum } from "@cxmetrics/stats";
import { meanOf } from "../calibration/mean-and-deviation.js";

/** A linear regression. */
export interface LeastSquares {
  readonly intercept: number;
  readonly slopes: readonly number[];
  /** Share of the variance that it explains; 1 where there is none. */
  readonly rSquared: number;
}

/** Columns whose part that the others do not explain is smaller than this share of them count as collinear. */
const leastShare = 1e-10;

/**
 * Linear regression by orthogonalising the centred columns one after another (modified Gram–Schmidt), which does not square
 * their condition as normal equations do. `undefined` where columns are collinear or constant.
 *
 * @param rows one list of predictors for each response, at least one more than coefficients
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  responses: readonly number[],
): LeastSquares | undefined {
  const count = rows[0]?.length ?? 0;
  const means = Array.from({ length: count }, (_, k) => meanOf(rows.map((row) => row[k] as number)));
  const basis: number[][] = [];
  const upper: number[][] = [];
  for (let k = 0; k < count; k += 1) {
    let column = rows.map((row) => (row[k] as number) - (means[k] as number));
    const whole = norm(column);
    upper.push(
      basis.map((direction) => {
        const part = dot(direction, column);
        column = column.map((value, at) => value - part * (direction[at] as number));
        return part;
      }),
    );
    const rest = norm(column);
    if (!(rest > leastShare * whole && Number.isFinite(rest))) return undefined;
    upper[k]?.push(rest);
    basis.push(column.map((value) => value / rest));
  }
  const center = meanOf(responses);
  let residual = responses.map((value) => value - center);
  const total = dot(residual, residual);
  const parts = basis.map((direction) => {
    const part = dot(direction, residual);
    residual = residual.map((value, at) => value - part * (direction[at] as number));
    return part;
  });
  const slopes = new Array<number>(count).fill(0);
  for (let k = count - 1; k >= 0; k -= 1) {
    let value = parts[k] as number;
    for (let j = k + 1; j < count; j += 1) value -= (upper[j]?.[k] ?? 0) * (slopes[j] as number);
    slopes[k] = value / (upper[k]?.[k] as number);
  }
  const intercept = center - compensatedSum(slopes.map((slope, k) => slope * (means[k] as number)));
  const rSquared = total === 0 ? 1 : 1 - dot(residual, residual) / total;
  const sound = [intercept, rSquared, ...slopes].every(Number.isFinite);
  return sound ? { intercept, slopes, rSquared } : undefined;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return compensatedSum(a.map((value, at) => value * (b[at] as number)));
}

function norm(column: readonly number[]): number {
  return Math.sqrt(dot(column, column));
}
