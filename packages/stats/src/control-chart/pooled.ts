import { compensatedSum } from "../compensated-sum.js";
import type { Reading } from "./control-chart-kind.js";

/** Sums over points: all scores, all squared scores, all sizes. */
export function pooled(readings: readonly Reading[]): Reading {
  return {
    total: compensatedSum(readings.map(({ total }) => total)),
    squares: compensatedSum(readings.map(({ squares }) => squares)),
    size: compensatedSum(readings.map(({ size }) => size)),
  };
}
