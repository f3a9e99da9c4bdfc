import { type CellState, isSmall, leastWithheld } from "./cell-state.js";
import { cheapestWay, type MoveCosts } from "./cheapest-way.js";
import type { SmallCellRule } from "./count-table.js";

/** Counts with row totals, column totals and grand total added as last column and row. */
export function withMargins(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const wide = rows.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const columns = wide[0]?.length ?? 0;
  const totals = Array.from({ length: columns }, (_, column) =>
    wide.reduce((sum, row) => sum + (row[column] as number), 0),
  );
  return [...wide, totals];
}

/**
 * States of the cells of a two-way table, margins included.
 *
 * Every row and every column says that its cells sum to its margin. The withheld cells are the edges of a graph between rows and columns.
 * A cell keeps its secret when some closed walk through it can move all its cells by one, up and down in turn, without a cell falling
 * below what everybody knows to be the least; two withheld cells in every row and column alone are not enough. For each small cell the
 * cheapest such walk is found, a cell withheld already costing nothing, another its count, a margin more than all cells together.
 * Margins move with their cells, so the walk over both margins and the grand total always exists.
 */
export function protectTable(
  all: readonly (readonly number[])[],
  rule: SmallCellRule,
): readonly (readonly CellState[])[] {
  const rows = all.length;
  const columns = all[0]?.length ?? 0;
  const counts = all.flat();
  const states = counts.map((count): CellState => (isSmall(count, rule) ? "small" : "shown"));
  const costs = moveCosts(counts, states, rows, columns, rule);
  for (let cell = 0; cell < counts.length; cell++) {
    if (states[cell] !== "small") continue;
    const ways = [];
    for (const toColumn of [true, false]) {
      const canMove = (toColumn ? costs.toColumn : costs.toRow)[cell] === 0;
      if (canMove && ways[0]?.cost !== 0) ways.push(cheapestWay(costs, cell, toColumn));
    }
    const [first, second] = ways;
    const chosen = first && second && second.cost < first.cost ? second : first;
    for (const other of chosen?.cells ?? []) {
      if (states[other] === "shown") states[other] = "complement";
      // Withheld, it moves for nothing, in those directions in which it can move at all.
      for (const direction of [costs.toColumn, costs.toRow])
        if ((direction[other] as number) < Number.POSITIVE_INFINITY) direction[other] = 0;
    }
  }
  return all.map((_, row) => states.slice(row * columns, (row + 1) * columns));
}

/** What it costs to move each cell by one, up or down. */
function moveCosts(
  counts: readonly number[],
  states: readonly CellState[],
  rows: number,
  columns: number,
  rule: SmallCellRule,
): MoveCosts {
  const least = leastWithheld(rule);
  const marginCost = (counts.at(-1) ?? 0) + 1;
  const costs = {
    rows,
    columns,
    toColumn: new Float64Array(counts.length),
    toRow: new Float64Array(counts.length),
  };
  for (const [cell, count] of counts.entries()) {
    const inTotals = cell >= (rows - 1) * columns;
    const inLastColumn = cell % columns === columns - 1;
    const isShown = states[cell] === "shown";
    // A zero that may be shown stays shown: withheld, it would be known not to be a zero.
    const toWithhold =
      count === 0 ? Number.POSITIVE_INFINITY : count + (inTotals || inLastColumn ? marginCost : 0);
    const up = isShown ? toWithhold : 0;
    const down = count <= least ? Number.POSITIVE_INFINITY : up;
    // Row and column totals enter their equations with a minus, cells and the grand total with a plus.
    const isMinus = inTotals !== inLastColumn;
    costs.toColumn[cell] = isMinus ? down : up;
    costs.toRow[cell] = isMinus ? up : down;
  }
  return costs;
}
