import { binFinder, bins, perUnit, reach } from "./histogram-bins.js";

/** How quantiles of simulated values are read. */
export const valueQuantileRule = "histogram-2048-asinh";

/** Values by cell, kept in a fixed room however many there are. */
export interface ValueHistogram {
  /** Adds the first `count` of these values to a cell. */
  readonly add: (cell: number, values: Float64Array, count: number) => void;
  readonly quantile: (cell: number, p: number) => number;
}

/**
 * Histograms of `centres.length` cells over $u = \operatorname{asinh}((x - c)/s)$: bins are a hundredth of the scale s near the centre c
 * and grow with the distance, so that long tails neither spill nor spoil the middle. A quantile is read inside its bin by a straight
 * line and never leaves the smallest and largest value.
 *
 * @param centres centre of each cell
 * @param scales scale > 0 of each cell
 */
export function valueHistogram(centres: Float64Array, scales: Float64Array): ValueHistogram {
  const counts = new Uint32Array(centres.length * bins);
  const least = new Float64Array(centres.length).fill(Infinity);
  const most = new Float64Array(centres.length).fill(-Infinity);
  const total = new Float64Array(centres.length);
  const binOf = binFinder();
  return {
    add: (cell, values, count) => {
      const centre = centres[cell] ?? 0;
      const scale = scales[cell] ?? 1;
      const from = cell * bins;
      let [low, high] = [least[cell] as number, most[cell] as number];
      for (let i = 0; i < count; i++) {
        const value = values[i] as number;
        const at = from + binOf((value - centre) / scale);
        counts[at] = (counts[at] as number) + 1;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      least[cell] = low;
      most[cell] = high;
      total[cell] = (total[cell] as number) + count;
    },
    quantile: (cell, p) => {
      const wanted = p * (total[cell] ?? 0);
      let below = 0;
      let bin = 0;
      for (; bin < bins - 1; bin++) {
        const next = below + (counts[cell * bins + bin] ?? 0);
        if (next >= wanted && next > 0) break;
        below = next;
      }
      const inside = (wanted - below) / Math.max(1, counts[cell * bins + bin] ?? 0);
      const u = (bin + Math.max(0, Math.min(1, inside))) / perUnit - reach;
      const value = (centres[cell] ?? 0) + (scales[cell] ?? 1) * Math.sinh(u);
      return Math.max(least[cell] ?? 0, Math.min(most[cell] ?? 0, value));
    },
  };
}
