import { nearestFirstQueue } from "./nearest-first-queue.js";

/** Costs of moving each cell of a table, row by row: in the direction from its row to its column, and back. */
export interface MoveCosts {
  readonly rows: number;
  readonly columns: number;
  readonly toColumn: Float64Array;
  readonly toRow: Float64Array;
}

/** A way through the table and the cells on it. */
export interface Way {
  readonly cost: number;
  readonly cells: readonly number[];
}

/**
 * The cheapest way (Dijkstra) that brings a move of a cell back to where it began: from its column to its row, when it moves to its
 * column, and the other way round. The cell itself is not on it. Ties go to the lowest rows, then columns.
 */
export function cheapestWay(
  { rows, columns, toColumn, toRow }: MoveCosts,
  cell: number,
  movesToColumn: boolean,
): Way {
  const row = Math.floor(cell / columns);
  const column = rows + (cell % columns);
  const [start, goal] = movesToColumn ? [column, row] : [row, column];
  const distance = new Float64Array(rows + columns).fill(Number.POSITIVE_INFINITY);
  const through = new Int32Array(rows + columns).fill(-1);
  const done = new Uint8Array(rows + columns);
  const queue = nearestFirstQueue();
  distance[start] = 0;
  queue.add(start, 0);
  for (let node = queue.take(); node !== goal; node = queue.take()) {
    if (node < 0) return { cost: Number.POSITIVE_INFINITY, cells: [] };
    if (done[node] === 1) continue;
    done[node] = 1;
    const here = distance[node] as number;
    const isRow = node < rows;
    const costs = isRow ? toColumn : toRow;
    const first = isRow ? node * columns : node - rows;
    const step = isRow ? 1 : columns;
    const base = isRow ? rows : 0;
    const others = isRow ? columns : rows;
    for (let other = 0; other < others; other++) {
      const next = base + other;
      if (done[next] === 1) continue;
      const edge = first + other * step;
      const length = here + (costs[edge] as number);
      if (length >= (distance[next] as number) || edge === cell) continue;
      distance[next] = length;
      through[next] = edge;
      queue.add(next, length);
    }
  }
  const cells: number[] = [];
  for (let node = goal; node !== start; ) {
    const edge = through[node] as number;
    cells.push(edge);
    node = node < rows ? rows + (edge % columns) : Math.floor(edge / columns);
  }
  return { cost: distance[goal] as number, cells };
}
