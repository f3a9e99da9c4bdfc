import { refuse } from "../rating-options.js";
import { tooManyCategories } from "./problems.js";

/** Categories of records, as whole numbers. */
export interface Categories {
  readonly places: Int32Array;
  readonly size: number;
}

/** More than this many categories make the normal equations slow. */
const mostCategories = 500;

/** A pivot this much smaller than its diagonal entry is what rounding left of a dependent column. */
const dependent = 1e-9;

/**
 * Residuals of a weighted least-squares regression on the categories of one or more margins. Each margin adds up to one, so columns
 * depend on one another; a dependent column is left out, which leaves the residuals as they are.
 *
 * @param values one per record
 * @param importance weight of each record in the regression; records of importance 0 get the residual of the fit
 * @throws `CxMetricsError` `calibration.too-many-categories`
 */
export function marginResiduals(
  values: Float64Array,
  importance: Float64Array,
  margins: readonly Categories[],
): Float64Array {
  const starts: number[] = [];
  let columns = 0;
  for (const { size } of margins) {
    starts.push(columns);
    columns += size;
  }
  if (columns > mostCategories && margins.length > 1)
    throw refuse(tooManyCategories, ["margins"], `≤ ${mostCategories}`, columns);
  const effects =
    margins.length === 1 && margins[0]
      ? categoryMeans(values, importance, margins[0])
      : solve(...normalEquations(values, importance, margins, starts, columns));
  return values.map((value, row) =>
    margins.reduce(
      (rest, { places }, index) => rest - (effects[(starts[index] ?? 0) + (places[row] as number)] ?? 0),
      value,
    ),
  );
}

function categoryMeans(
  values: Float64Array,
  importance: Float64Array,
  { places, size }: Categories,
): Float64Array {
  const sums = new Float64Array(size);
  const totals = new Float64Array(size);
  values.forEach((value, row) => {
    const place = places[row] as number;
    const weight = importance[row] as number;
    sums[place] = (sums[place] as number) + weight * value;
    totals[place] = (totals[place] as number) + weight;
  });
  return sums.map((sum, place) => ((totals[place] as number) > 0 ? sum / (totals[place] as number) : 0));
}

function normalEquations(
  values: Float64Array,
  importance: Float64Array,
  margins: readonly Categories[],
  starts: readonly number[],
  columns: number,
): [Float64Array[], Float64Array] {
  const matrix = Array.from({ length: columns }, () => new Float64Array(columns));
  const right = new Float64Array(columns);
  values.forEach((value, row) => {
    const weight = importance[row] as number;
    const own = margins.map(({ places }, index) => (starts[index] ?? 0) + (places[row] as number));
    for (const column of own) {
      right[column] = (right[column] as number) + weight * value;
      const line = matrix[column] as Float64Array;
      for (const other of own) line[other] = (line[other] as number) + weight;
    }
  });
  return [matrix, right];
}

/** Gauss–Jordan elimination of a symmetric system; columns that depend on earlier ones get the effect 0. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const diagonal = matrix.map((line, index) => line[index] as number);
  const used: number[] = [];
  for (let pivot = 0; pivot < size; pivot++) {
    const line = matrix[pivot] as Float64Array;
    const head = line[pivot] as number;
    if (!(head > dependent * (diagonal[pivot] as number))) continue;
    used.push(pivot);
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const target = matrix[row] as Float64Array;
      const ratio = (target[pivot] as number) / head;
      if (ratio === 0) continue;
      for (let column = pivot; column < size; column++)
        target[column] = (target[column] as number) - ratio * (line[column] as number);
      right[row] = (right[row] as number) - ratio * (right[pivot] as number);
    }
  }
  const effects = new Float64Array(size);
  for (const pivot of used)
    effects[pivot] = (right[pivot] as number) / ((matrix[pivot] as Float64Array)[pivot] as number);
  return effects;
}
