import { CxMetricsError } from "@cxmetrics/definition";
import { numbers } from "../expect/numbers.js";
import { numbersOrNulls } from "../expect/numbers-or-nulls.js";
import { lengthsDiffer } from "./problems.js";

/** Values in time. */
export interface TimeSeries {
  /** Times, in any unit and order; 0, 1, 2 … where they are left out. */
  readonly x?: ArrayLike<number>;
  /** Values; `null` where a time has none. */
  readonly y: ArrayLike<number | null>;
}

/** Checked points that have a value. */
export interface SeriesPoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Their positions in what was given. */
  readonly at: readonly number[];
}

/** Points with a value; without times, a missing value still takes its place in time. */
export function timeSeries({ x, y }: TimeSeries): SeriesPoints {
  const values = numbersOrNulls(y, "y");
  const times = x === undefined ? undefined : asLongAs(numbers(x, "x"), "x", values.length);
  const points = { x: [] as number[], y: [] as number[], at: [] as number[] };
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? null;
    if (value === null) continue;
    points.x.push(times?.[index] ?? index);
    points.y.push(value);
    points.at.push(index);
  }
  return points;
}

/** The list itself when it has one entry a value; otherwise throws `trend.lengths-differ`. */
export function asLongAs(list: ArrayLike<number>, name: string, count: number): ArrayLike<number> {
  if (list.length === count) return list;
  throw new CxMetricsError(lengthsDiffer, { path: [name], values: { name, found: list.length, count } });
}
