import type { Slope } from "./slope.js";
import type { UnitErrors } from "./unit-errors.js";

/** Sums over the draws of one node of one unit, about the score so that nothing cancels. */
export interface NodeSums {
  /** Adds the value of a draw, whose inputs stand in a row of the drawn columns. */
  readonly add: (value: number, row: number) => void;
  readonly count: () => number;
  readonly variance: () => number;
  /** Part of each input in the variance, by the straight line through the draws. */
  readonly parts: () => Float64Array;
}

/** Empty sums for a node that may depend on the inputs `used`, drawn into the columns `targets`. */
export function nodeSums(
  { used, value }: Slope,
  unit: UnitErrors,
  targets: readonly Float64Array[],
): NodeSums {
  const places = [...used].filter((place) => unit.inputs[place]?.variance !== null).sort((a, b) => a - b);
  const size = places.length;
  const columns = places.map((place) => targets[place] as Float64Array);
  const centres = Float64Array.from(places, (place) => unit.inputs[place]?.value ?? 0);
  const sumX = new Float64Array(size);
  const sumXX = new Float64Array(size);
  const sumXY = new Float64Array(size);
  const origin = value ?? 0;
  let n = 0;
  let sumY = 0;
  let sumYY = 0;
  const covariance = (cross: number, left: number, right: number) => (cross - (left * right) / n) / (n - 1);
  return {
    add: (drawn, row) => {
      const y = drawn - origin;
      n += 1;
      sumY += y;
      sumYY += y * y;
      for (let i = 0; i < size; i++) {
        const x = ((columns[i] as Float64Array)[row] as number) - (centres[i] as number);
        sumX[i] = (sumX[i] as number) + x;
        sumXX[i] = (sumXX[i] as number) + x * x;
        sumXY[i] = (sumXY[i] as number) + x * y;
      }
    },
    count: () => n,
    variance: () => (n < 2 ? 0 : Math.max(0, covariance(sumYY, sumY, sumY))),
    parts: () => {
      const parts = new Float64Array(unit.inputs.length);
      const cross = new Float64Array(unit.inputs.length);
      const joined = new Set(unit.block?.places);
      places.forEach((place, i) => {
        const xy = covariance(sumXY[i] ?? 0, sumX[i] ?? 0, sumY);
        const xx = covariance(sumXX[i] ?? 0, sumX[i] ?? 0, sumX[i] ?? 0);
        cross[place] = xy;
        if (!joined.has(place) && xx > 0) parts[place] = (xy * xy) / xx;
      });
      if (unit.block) jointParts(unit.block, cross, used, parts);
      return parts;
    },
  };
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
