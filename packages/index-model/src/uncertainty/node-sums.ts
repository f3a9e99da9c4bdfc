import type { InputSums } from "./input-sums.js";
import type { Slope } from "./slope.js";
import type { UnitErrors } from "./unit-errors.js";

/** Draws of a block: values, and the rows of the drawn columns where their inputs stand. */
export interface DrawnBlock {
  readonly values: Float64Array;
  readonly rows: Int32Array;
  readonly count: number;
  /** Whether every draw of the block has a value. */
  readonly whole: boolean;
}

/** Sums over the draws of one node of one unit, about the score so that nothing cancels. */
export interface NodeSums {
  readonly add: (block: DrawnBlock) => void;
  readonly count: () => number;
  readonly variance: () => number;
  /** Part of each input in the variance, by the straight line through the draws. */
  readonly parts: () => Float64Array;
}

/**
 * Empty sums for a node that may depend on the inputs `used`, drawn into the columns `targets`.
 *
 * @param shared sums of the inputs alone, to which a block is added when every node has seen it; a node that lacks the value of a
 * draw goes on with sums of its own
 */
export function nodeSums(
  { used, value }: Slope,
  unit: UnitErrors,
  targets: readonly Float64Array[],
  shared: InputSums,
): NodeSums {
  const places = [...used].filter((place) => unit.inputs[place]?.variance !== null).sort((a, b) => a - b);
  const products = new Float64Array(places.length);
  const origin = value ?? 0;
  let inputs = shared;
  let n = 0;
  let sumY = 0;
  let sumYY = 0;
  const covariance = (cross: number, left: number, right: number) => (cross - (left * right) / n) / (n - 1);
  return {
    add: (block) => {
      const { values, rows, count, whole } = block;
      if (!whole && inputs === shared) inputs = shared.copy();
      n += count;
      for (let i = 0; i < count; i++) {
        const y = (values[i] as number) - origin;
        sumY += y;
        sumYY += y * y;
      }
      for (let i = 0; i < places.length; i++) {
        const place = places[i] as number;
        const centre = unit.inputs[place]?.value ?? 0;
        products[i] = withProducts(
          products[i] as number,
          targets[place] as Float64Array,
          centre,
          block,
          origin,
        );
      }
      if (inputs !== shared) inputs.add(rows, count);
    },
    count: () => n,
    variance: () => (n < 2 ? 0 : Math.max(0, covariance(sumYY, sumY, sumY))),
    parts: () => {
      const parts = new Float64Array(unit.inputs.length);
      const cross = new Float64Array(unit.inputs.length);
      const joined = new Set(unit.block?.places);
      places.forEach((place, i) => {
        const sumX = inputs.sum(place);
        const xy = covariance(products[i] ?? 0, sumX, sumY);
        const xx = covariance(inputs.squares(place), sumX, sumX);
        cross[place] = xy;
        if (!joined.has(place) && xx > 0) parts[place] = (xy * xy) / xx;
      });
      if (unit.block) jointParts(unit.block, cross, used, parts);
      return parts;
    },
  };
}

/** The sum with the products of a block added, one draw after the other. */
function withProducts(
  sum: number,
  column: Float64Array,
  centre: number,
  { values, rows, count }: DrawnBlock,
  origin: number,
): number {
  let total = sum;
  for (let i = 0; i < count; i++)
    total += ((column[rows[i] as number] as number) - centre) * ((values[i] as number) - origin);
  return total;
}

/** Regression on the columns of a covariance matrix: slopes from its own entries, by its factor; a pivot of 0 has none. */
function jointParts(
  { places, factor, df }: NonNullable<UnitErrors["block"]>,
  cross: Float64Array,
  used: ReadonlySet<number>,
  parts: Float64Array,
): void {
  const rows = places.flatMap((place, row) => (used.has(place) ? [row] : []));
  if (rows.length === 0) return;
  const size = places.length;
  const half = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const line = factor[row] as Float64Array;
    let left = cross[places[row] ?? 0] ?? 0;
    for (let k = 0; k < row; k++) left -= (line[k] ?? 0) * (half[k] ?? 0);
    half[row] = (line[row] ?? 0) > 0 ? left / (line[row] ?? 1) : 0;
  }
  const slope = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let left = half[row] ?? 0;
    for (let k = row + 1; k < size; k++) left -= (factor[k]?.[row] ?? 0) * (slope[k] ?? 0);
    const pivot = factor[row]?.[row] ?? 0;
    slope[row] = pivot > 0 ? left / pivot : 0;
  }
  // A t error spreads more than its matrix says.
  const spread = df === Infinity ? 1 : df / (df - 2);
  places.forEach((place, row) => {
    parts[place] = ((slope[row] ?? 0) / spread) * (cross[place] ?? 0);
  });
}
