import { choleskyFactor } from "../correlations/cholesky-factor.js";
import type { RandomStream } from "../resampling/random-stream.js";
import type { ImportanceProblem } from "./importance-problem.js";

/** Average over drawn orders, and how far off it may be for having drawn only some. */
export interface SampledImportance {
  readonly importances: Float64Array;
  /** Standard error over the orders drawn, per predictor. */
  readonly errors: Float64Array;
}

/** `count` orders of `size` predictors, each as likely as any other (Fisher and Yates), one after another. */
export function drawnOrders(size: number, count: number, stream: RandomStream): Uint16Array {
  const orders = new Uint16Array(size * count);
  for (let start = 0; start < orders.length; start += size) {
    for (let place = 0; place < size; place++) orders[start + place] = place;
    for (let place = size - 1; place > 0; place--) {
      const other = stream.index(place + 1);
      const moved = orders[start + place] as number;
      orders[start + place] = orders[start + other] as number;
      orders[start + other] = moved;
    }
  }
  return orders;
}

/** LMG over given orders: what each predictor adds to R² is a squared entry of the factor's last row. */
export function sampledLmg(problem: ImportanceProblem, orders: Uint16Array): SampledImportance {
  const { size, among, withOutcome } = problem;
  const side = size + 1;
  const count = orders.length / size;
  const arranged = new Float64Array(side * side);
  const importances = new Float64Array(size);
  const squaredGaps = new Float64Array(size);
  for (let drawn = 0; drawn < count; drawn++) {
    const order = orders.subarray(drawn * size, (drawn + 1) * size);
    for (let row = 0; row < size; row++) {
      const predictor = order[row] as number;
      for (let column = 0; column <= row; column++)
        arranged[row * side + column] = among[predictor * size + (order[column] as number)] as number;
      arranged[size * side + row] = withOutcome[predictor] as number;
    }
    arranged[side * side - 1] = 1;
    const { lower } = choleskyFactor(arranged, side);
    for (let place = 0; place < size; place++) {
      const predictor = order[place] as number;
      const added = (lower[size * side + place] as number) ** 2;
      // Welford's running mean and sum of squares.
      const gap = added - (importances[predictor] as number);
      const mean = (importances[predictor] as number) + gap / (drawn + 1);
      importances[predictor] = mean;
      squaredGaps[predictor] = (squaredGaps[predictor] as number) + gap * (added - mean);
    }
  }
  return {
    importances,
    errors: squaredGaps.map((sum) => Math.sqrt(Math.max(0, sum) / (count - 1) / count)),
  };
}
