import { addTo, leastWeight, mostWeight, type TallyBuilder } from "./tally-builder.js";
import { addHistogram, histogramOf } from "./tally-bytes.js";

/** Rows per block. Every fourth row adds up apart, so a plain sum has at most 2048 terms: relative error below 2⁻⁴². */
const block = 8192;

/** Cells of one turn: Σw and Σw² of each byte value, side by side. */
const turn = 512;

/**
 * Adds a whole column of weighted bytes: the bytes are counted on their own, weights add up plainly per byte value inside a
 * block, and with compensation between blocks.
 *
 * @returns false, with nothing added, when some row needs the slow path: a rating to refuse, or a weight out of the ordinary
 */
export function addWeightedBytes(
  tally: TallyBuilder,
  ratings: Uint8Array,
  weights: ArrayLike<number>,
): boolean {
  const histogram = histogramOf(ratings);
  const present = expectedBytes(tally).filter((byte) => (histogram[byte] as number) > 0);
  if (present.reduce((rows, byte) => rows + (histogram[byte] as number), 0) < ratings.length) return false;

  const sums = new Float64Array(256);
  const sumRests = new Float64Array(256);
  const squares = new Float64Array(256);
  const squareRests = new Float64Array(256);
  const cells = new Float64Array(4 * turn);
  const copy = new Float64Array(block);
  for (let start = 0; start < ratings.length; start += block) {
    const bytes = ratings.subarray(start, start + block);
    const direct = weights instanceof Float64Array ? weights.subarray(start, start + block) : undefined;
    if (direct === undefined && !copyNumbers(weights, start, bytes.length, copy)) return false;
    if (!weighBlock(bytes, direct ?? copy, cells)) return false;
    for (const byte of present) {
      const sum = takeTurns(cells, 2 * byte);
      // A weight beyond the bound shows in its block's sum; the row loop has one comparison less.
      if (!(sum <= mostWeight)) return false;
      addTo(sums, sumRests, byte, sum);
      addTo(squares, squareRests, byte, takeTurns(cells, 2 * byte + 1));
    }
  }
  if (!addHistogram(tally, histogram)) return false;
  tally.counts.forEach((_, point) => {
    const byte = point + tally.scale.min;
    if (tally.codes.has(byte)) return;
    tally.sums[point] = sums[byte] ?? 0;
    tally.sumRests[point] = sumRests[byte] ?? 0;
    tally.squares[point] = squares[byte] ?? 0;
    tally.squareRests[point] = squareRests[byte] ?? 0;
  });
  return true;
}

/** The byte values that may occur: points of the scale and codes for "no answer". */
function expectedBytes({ scale, counts, codes }: TallyBuilder): readonly number[] {
  const points = Array.from(counts, (_, point) => point + scale.min);
  return [...new Set([...points, ...codes])].filter(
    (byte) => Number.isInteger(byte) && byte >= 0 && byte < 256,
  );
}

/** The sum of a cell over its four turns, which are left at 0 for the next block. */
function takeTurns(cells: Float64Array, cell: number): number {
  let sum = 0;
  for (let at = cell; at < cells.length; at += turn) {
    sum += cells[at] as number;
    cells[at] = 0;
  }
  return sum;
}

/**
 * A tight loop over typed arrays only, which is what makes it fast. Four rows take turns among four sets of cells, so that
 * none waits for the store of its neighbour.
 */
function weighBlock(bytes: Uint8Array, weights: Float64Array, cells: Float64Array): boolean {
  const least = leastWeight;
  const whole = bytes.length & ~3;
  for (let row = 0; row < whole; row += 4) {
    const a = weights[row] as number;
    const b = weights[row + 1] as number;
    const c = weights[row + 2] as number;
    const d = weights[row + 3] as number;
    if ((!(a >= least) && a !== 0) || (!(b >= least) && b !== 0)) return false;
    if ((!(c >= least) && c !== 0) || (!(d >= least) && d !== 0)) return false;
    const first = (bytes[row] as number) << 1;
    const second = ((bytes[row + 1] as number) << 1) + 512;
    const third = ((bytes[row + 2] as number) << 1) + 1024;
    const fourth = ((bytes[row + 3] as number) << 1) + 1536;
    cells[first] = (cells[first] as number) + a;
    cells[first + 1] = (cells[first + 1] as number) + a * a;
    cells[second] = (cells[second] as number) + b;
    cells[second + 1] = (cells[second + 1] as number) + b * b;
    cells[third] = (cells[third] as number) + c;
    cells[third + 1] = (cells[third + 1] as number) + c * c;
    cells[fourth] = (cells[fourth] as number) + d;
    cells[fourth + 1] = (cells[fourth + 1] as number) + d * d;
  }
  for (let row = whole; row < bytes.length; row++) {
    const weight = weights[row] as number;
    if (!(weight >= least) && weight !== 0) return false;
    const cell = (bytes[row] as number) << 1;
    cells[cell] = (cells[cell] as number) + weight;
    cells[cell + 1] = (cells[cell + 1] as number) + weight * weight;
  }
  return true;
}

function copyNumbers(from: ArrayLike<number>, start: number, count: number, to: Float64Array): boolean {
  for (let row = 0; row < count; row++) {
    const weight: unknown = from[start + row];
    if (typeof weight !== "number") return false;
    to[row] = weight;
  }
  return true;
}
