import { count, type TallyBuilder } from "./tally-builder.js";

/** Below this many ratings, clearing and folding two histograms of 65,536 pairs costs more than it saves. */
const manyRatings = 1 << 18;

/**
 * Adds a whole column of bytes at once.
 *
 * @returns false, with nothing added, when there is a rating to refuse: the slow path names its row
 */
export function addBytes(tally: TallyBuilder, ratings: Uint8Array): boolean {
  return addHistogram(tally, histogramOf(ratings));
}

/** How often each byte value occurs. */
export function histogramOf(ratings: Uint8Array): Float64Array {
  return ratings.length < manyRatings ? countBytes(ratings) : countPairs(ratings);
}

/** Sorts a histogram of byte values into points of the scale and codes; false, with nothing added, when it holds another value. */
export function addHistogram(tally: TallyBuilder, histogram: Float64Array): boolean {
  const { scale, codes } = tally;
  const isAnswer = (byte: number) => (histogram[byte] as number) > 0 && !codes.has(byte);
  for (let byte = 0; byte < 256; byte++)
    if (isAnswer(byte) && (byte < scale.min || byte > scale.max)) return false;
  for (const code of codes) if (histogram[code]) count(tally.missing, `code ${code}`, histogram[code]);
  for (let byte = 0; byte < 256; byte++)
    if (isAnswer(byte)) tally.counts[byte - scale.min] = histogram[byte] as number;
  return true;
}

function countBytes(ratings: Uint8Array): Float64Array {
  const histogram = new Float64Array(256);
  for (let row = 0; row < ratings.length; row++)
    histogram[ratings[row] as number] = (histogram[ratings[row] as number] as number) + 1;
  return histogram;
}

/**
 * Counts pairs of neighbours: one step for two ratings. Two histograms take turns, because an increment that follows one of the
 * same cell would wait for its store.
 */
function countPairs(ratings: Uint8Array): Float64Array {
  const histogram = new Float64Array(256);
  const even = new Int32Array(65_536);
  const odd = new Int32Array(65_536);
  // A 16-bit view must start on an even address; chunks keep the 32-bit counters from overflowing.
  let row = ratings.byteOffset % 2;
  if (row === 1) histogram[ratings[0] as number] = (histogram[ratings[0] as number] as number) + 1;
  while (ratings.length - row >= 4) {
    const pairs = new Uint16Array(
      ratings.buffer,
      ratings.byteOffset + row,
      2 * Math.min(Math.floor((ratings.length - row) / 4), 2 ** 29),
    );
    for (let pair = 0; pair < pairs.length; pair += 2) {
      const first = pairs[pair] as number;
      const second = pairs[pair + 1] as number;
      even[first] = (even[first] as number) + 1;
      odd[second] = (odd[second] as number) + 1;
    }
    row += 2 * pairs.length;
    for (let pair = 0; pair < 65_536; pair++) {
      const records = (even[pair] as number) + (odd[pair] as number);
      if (records === 0) continue;
      histogram[pair & 255] = (histogram[pair & 255] as number) + records;
      histogram[pair >>> 8] = (histogram[pair >>> 8] as number) + records;
    }
    even.fill(0);
    odd.fill(0);
  }
  for (; row < ratings.length; row++)
    histogram[ratings[row] as number] = (histogram[ratings[row] as number] as number) + 1;
  return histogram;
}
