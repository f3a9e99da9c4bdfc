import { directionNumbers } from "./direction-numbers.js";

/** Bits of a point. */
const bits = 32;

/**
 * Points of Sobol's sequence in Gray-code order (Antonov and Saleev 1979), each coordinate shifted by its own random bits: the points
 * keep their even spread and no coordinate is 0. Points are rows, from the first.
 *
 * @param count a power of 2
 * @param dimensions 1 to 64
 * @param shift 32 random bits for each dimension
 */
export function sobolSequence(count: number, dimensions: number, shift: readonly number[]): Float64Array[] {
  const columns = Array.from({ length: dimensions }, (_, dimension) => {
    const directions = directionsOf(dimension);
    const out = new Float64Array(count);
    let state = 0;
    for (let row = 0; row < count; row++) {
      // The half step puts a point in the middle of its cell of 2^-32.
      out[row] = (((state ^ (shift[dimension] ?? 0)) >>> 0) + 0.5) / 2 ** bits;
      state ^= directions[trailingOnes(row)] ?? 0;
    }
    return out;
  });
  return columns;
}

function trailingOnes(row: number): number {
  let count = 0;
  for (let rest = row; rest & 1; rest >>>= 1) count += 1;
  return count;
}

function directionsOf(dimension: number): Int32Array {
  const directions = new Int32Array(bits + 1);
  if (dimension === 0) {
    for (let bit = 0; bit < bits; bit++) directions[bit] = 1 << (bits - 1 - bit);
    return directions;
  }
  const [polynomial, initial] = directionNumbers[dimension - 1] ?? [1, []];
  const degree = initial.length;
  initial.forEach((m, bit) => {
    directions[bit] = m << (bits - 1 - bit);
  });
  for (let bit = degree; bit < bits; bit++) {
    let value = (directions[bit - degree] ?? 0) ^ ((directions[bit - degree] ?? 0) >>> degree);
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - k)) & 1) value ^= directions[bit - k] ?? 0;
    directions[bit] = value;
  }
  return directions;
}
