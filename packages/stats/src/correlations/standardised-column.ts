/**
 * A column with weighted mean 0 and weighted variance 1 (divisor Σw), or `undefined` where nothing varies. Values are scaled by
 * powers of two and shifted by one of their own first, both exact, so that neither huge nor nearly equal values lose digits.
 *
 * @param weights at least one positive, none negative, the largest near 1
 */
export function standardisedColumn(values: Float64Array, weights: Float64Array): Float64Array | undefined {
  const scaled = scaledToOne(values);
  if (scaled === undefined) return undefined;
  const first = scaled[0] ?? 0;
  const shifted = scaledToOne(scaled.map((value) => value - first));
  if (shifted === undefined) return undefined;
  const mean = weightedMean(shifted, weights);
  const centred = shifted.map((value) => value - mean);
  const variance = weightedMean(
    centred.map((value) => value * value),
    weights,
  );
  // Rows that vary may all have a weight that underflows.
  if (variance < 1e-280) return undefined;
  const deviation = Math.sqrt(variance);
  return centred.map((value) => value / deviation);
}

function scaledToOne(values: Float64Array): Float64Array | undefined {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return undefined;
  const unit = 2 ** Math.floor(Math.log2(largest));
  return values.map((value) => value / unit);
}

/** In two passes, so that the rounding of the first is taken back by the second. */
function weightedMean(values: Float64Array, weights: Float64Array): number {
  let total = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    total += weights[row] as number;
    sum += (weights[row] as number) * (values[row] as number);
  }
  const mean = sum / total;
  let rest = 0;
  for (let row = 0; row < values.length; row++)
    rest += (weights[row] as number) * ((values[row] as number) - mean);
  return mean + rest / total;
}
