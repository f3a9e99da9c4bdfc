/** Bins of a histogram. */
const bins = 2048;

/** Reach of the histogram in units of `asinh`: about ±81,000 scales. */
const reach = 12;

/** How quantiles of simulated values are read. */
export const valueQuantileRule = "histogram-2048-asinh";

/** Values by cell, kept in a fixed room however many there are. */
export interface ValueHistogram {
  readonly add: (cell: number, value: number) => void;
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
  const perUnit = bins / (2 * reach);
  return {
    add: (cell, value) => {
      const u = Math.asinh((value - (centres[cell] ?? 0)) / (scales[cell] ?? 1));
      const bin = Math.max(0, Math.min(bins - 1, Math.floor((u + reach) * perUnit)));
      const at = cell * bins + bin;
      counts[at] = (counts[at] ?? 0) + 1;
      total[cell] = (total[cell] ?? 0) + 1;
      if (value < (least[cell] ?? 0)) least[cell] = value;
      if (value > (most[cell] ?? 0)) most[cell] = value;
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
