/** Count and compensated sums of one cell while it is being taken. */
interface CellSums {
  count: number;
  sum: number;
  sumRest: number;
  square: number;
  squareRest: number;
}

/** Cells of one sampling unit by a whole-number code of their answer. */
export type Cells = Map<number, CellSums>;

/** Adds a record to its cell and keeps what rounding loses (Knuth's two-sum), so that the order of records does not matter. */
export function addToCell(
  cells: Cells,
  code: number,
  weight: number,
  count = 1,
  square = weight * weight,
): void {
  let cell = cells.get(code);
  if (cell === undefined) {
    cell = { count: 0, sum: 0, sumRest: 0, square: 0, squareRest: 0 };
    cells.set(code, cell);
  }
  cell.count += count;
  const sum = cell.sum + weight;
  cell.sumRest += lost(cell.sum, weight, sum);
  cell.sum = sum;
  const squares = cell.square + square;
  cell.squareRest += lost(cell.square, square, squares);
  cell.square = squares;
}

function lost(before: number, term: number, after: number): number {
  const added = after - before;
  return before - (after - added) + (term - added);
}

/** Cells as plain data, in order of their codes. */
export function finishCells<Cell>(
  cells: Cells | undefined,
  answerOf: (code: number) => Omit<Cell, "count" | "weightSum" | "squaredWeightSum">,
): Cell[] {
  if (cells === undefined) return [];
  return [...cells]
    .sort(([left], [right]) => left - right)
    .map(
      ([code, { count, sum, sumRest, square, squareRest }]) =>
        ({
          ...answerOf(code),
          count,
          weightSum: sum + sumRest,
          squaredWeightSum: square + squareRest,
        }) as Cell,
    );
}
