import { addTo, leastWeight, mostWeight, type TallyBuilder } from "./tally-builder.js";
import { addHistogram } from "./tally-bytes.js";

/** Rows per block. Every fourth row adds up apart, so a plain sum has at most 2048 terms: relative error below 2⁻⁴². */
const block = 8192;

/** Cells of one turn: Σw and Σw² of each byte value, side by side. */
const turn = 512;

/**
 * Adds a whole column of weighted bytes: plain sums per byte value inside a block, compensated sums between blocks.
 *
 * @returns false, with nothing added, when some row needs the slow path: a rating to refuse, or a weight out of the ordinary
 */
export function addWeightedBytes(
  tally: TallyBuilder,
  ratings: Uint8Array,
  weights: ArrayLike<number>,
): boolean {
  const histogram = new Float64Array(256);
  const sums = new Float64Array(256);
  const sumRests = new Float64Array(256);
  const squares = new Float64Array(256);
  const squareRests = new Float64Array(256);
  const cells: BlockCells = { counts: new Int32Array(4 * turn), sums: new Float64Array(4 * turn) };
  const copy = new Float64Array(block);
  const expected = expectedBytes(tally);
  for (let start = 0; start < ratings.length; start += block) {
    const bytes = ratings.subarray(start, start + block);
    const direct = weights instanceof Float64Array ? weights.subarray(start, start + block) : undefined;
    if (direct === undefined && !copyNumbers(weights, start, bytes.length, copy)) return false;
    if (!weighBlock(bytes, direct ?? copy, cells)) return false;
    let known = 0;
    for (const byte of expected) {
      const count = overTurns(cells.counts, 2 * byte);
      if (count === 0) continue;
      known += count;
      const sum = overTurns(cells.sums, 2 * byte);
      // A weight beyond the bound shows in its block's sum; the row loop has one comparison less.
      if (!(sum <= mostWeight)) return false;
      histogram[byte] = (histogram[byte] as number) + count;
      addTo(sums, sumRests, byte, sum);
      addTo(squares, squareRests, byte, overTurns(cells.sums, 2 * byte + 1));
    }
    if (known < bytes.length) return false;
    cells.counts.fill(0);
    cells.sums.fill(0);
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

/** One block by byte value. Four rows take turns among four sets of cells, so that none waits for the store of its neighbour. */
interface BlockCells {
  readonly counts: Int32Array;
  readonly sums: Float64Array;
}

/** The byte values that may occur: points of the scale and codes for "no answer". */
function expectedBytes({ scale, counts, codes }: TallyBuilder): readonly number[] {
  const points = Array.from(counts, (_, point) => point + scale.min);
  return [...new Set([...points, ...codes])].filter(
    (byte) => Number.isInteger(byte) && byte >= 0 && byte < 256,
  );
}

function overTurns(cells: Int32Array | Float64Array, cell: number): number {
  let sum = 0;
  for (let at = cell; at < cells.length; at += turn) sum += cells[at] as number;
  return sum;
}

/** A tight loop over typed arrays only, which is what makes it fast. */
function weighBlock(bytes: Uint8Array, weights: Float64Array, { counts, sums }: BlockCells): boolean {
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
    counts[first] = (counts[first] as number) + 1;
    counts[second] = (counts[second] as number) + 1;
    counts[third] = (counts[third] as number) + 1;
    counts[fourth] = (counts[fourth] as number) + 1;
    sums[first] = (sums[first] as number) + a;
    sums[first + 1] = (sums[first + 1] as number) + a * a;
    sums[second] = (sums[second] as number) + b;
    sums[second + 1] = (sums[second + 1] as number) + b * b;
    sums[third] = (sums[third] as number) + c;
    sums[third + 1] = (sums[third + 1] as number) + c * c;
    sums[fourth] = (sums[fourth] as number) + d;
    sums[fourth + 1] = (sums[fourth + 1] as number) + d * d;
  }
  for (let row = whole; row < bytes.length; row++) {
    const weight = weights[row] as number;
    if (!(weight >= least) && weight !== 0) return false;
    const cell = (bytes[row] as number) << 1;
    counts[cell] = (counts[cell] as number) + 1;
    sums[cell] = (sums[cell] as number) + weight;
    sums[cell + 1] = (sums[cell + 1] as number) + weight * weight;
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
