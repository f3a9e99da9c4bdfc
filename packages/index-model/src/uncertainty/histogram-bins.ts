/** Bins of a histogram. */
export const bins = 2048;

/** Reach of the histogram in units of `asinh`: about ±81,000 scales. */
export const reach = 12;

/** Bins to one unit of `asinh`. */
export const perUnit = bins / (2 * reach);

/** Distances from the centre, in scales, whose bins are looked up, and how many strips of the table there are to a scale. */
const near = 8;
const strips = 128;

/** The bin of a distance from the centre, in scales. */
export function binByFormula(distance: number): number {
  return Math.max(0, Math.min(bins - 1, Math.floor((Math.asinh(distance) + reach) * perUnit)));
}

/**
 * The same by a table near the centre, where nearly all values lie, to spare the logarithm. A strip of it holds the bin in which it
 * begins and the number from which on the next bin holds; bins are wider than strips, so there is one such number at most.
 */
export function binFinder(): (distance: number) => number {
  const first = new Uint16Array(2 * near * strips);
  const edges = new Float64Array(first.length).fill(Infinity);
  for (let strip = 0; strip < first.length; strip++) {
    const low = strip / strips - near;
    const high = (strip + 1) / strips - near;
    first[strip] = binByFormula(low);
    if (binByFormula(high) !== first[strip]) edges[strip] = edgeBetween(low, high);
  }
  return (distance) => {
    const place = (distance + near) * strips;
    if (!(place >= 0 && place < first.length)) return binByFormula(distance);
    const strip = Math.floor(place);
    return (first[strip] as number) + (distance >= (edges[strip] as number) ? 1 : 0);
  };
}

/** The least number in another bin than `low`, by halving until numbers end. */
function edgeBetween(low: number, high: number): number {
  const bin = binByFormula(low);
  let [below, above] = [low, high];
  for (;;) {
    const middle = (below + above) / 2;
    if (!(middle > below && middle < above)) return above;
    if (binByFormula(middle) === bin) below = middle;
    else above = middle;
  }
}
