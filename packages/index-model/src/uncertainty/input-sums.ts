import type { UnitErrors } from "./unit-errors.js";

/** Sums over the draws of the inputs of one unit, about their values. */
export interface InputSums {
  /** Adds the draws that stand in the first `count` of these rows of the columns. */
  readonly add: (rows: Int32Array, count: number) => void;
  readonly sum: (place: number) => number;
  readonly squares: (place: number) => number;
  /** The same sums so far, to go on with by oneself. */
  readonly copy: () => InputSums;
}

/** Sums of the inputs drawn into the columns `targets`, from where other sums stand or from 0. */
export function inputSums(
  unit: UnitErrors,
  targets: readonly Float64Array[],
  sums = new Float64Array(targets.length),
  squares = new Float64Array(targets.length),
): InputSums {
  return {
    add: (rows, count) => {
      for (let place = 0; place < targets.length; place++) {
        const column = targets[place] as Float64Array;
        const centre = unit.inputs[place]?.value ?? 0;
        let sum = sums[place] as number;
        let square = squares[place] as number;
        for (let i = 0; i < count; i++) {
          const x = (column[rows[i] as number] as number) - centre;
          sum += x;
          square += x * x;
        }
        sums[place] = sum;
        squares[place] = square;
      }
    },
    sum: (place) => sums[place] ?? 0,
    squares: (place) => squares[place] ?? 0,
    copy: () => inputSums(unit, targets, sums.slice(), squares.slice()),
  };
}
