import { type CellState, isSmall, leastWithheld } from "./cell-state.js";
import type { SmallCellRule } from "./count-table.js";

/**
 * States of a list's cells and, last, of its total.
 *
 * One equation holds: the cells sum to the total. A withheld cell can be derived unless another one can move against it (or, for the
 * total, with it) without falling below what everybody knows to be the least.
 */
export function protectList(counts: readonly number[], rule: SmallCellRule): readonly CellState[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const all = [...counts, total];
  const least = leastWithheld(rule);
  const states = all.map((count): CellState => (isSmall(count, rule) ? "small" : "shown"));
  const last = counts.length;

  const free = (cell: number, other: number) =>
    cell === last || other === last || (all[cell] as number) > least || (all[other] as number) > least;
  const derivable = (cell: number) =>
    !all.some((_, other) => other !== cell && states[other] !== "shown" && free(cell, other));

  for (const cell of all.keys()) {
    if (states[cell] !== "small" || !derivable(cell)) continue;
    // The smallest other cell, the first of equals; the total only when there is no other.
    let chosen = last;
    for (const other of counts.keys()) {
      const count = counts[other] as number;
      if (states[other] !== "shown" || other === cell || count === 0) continue;
      if (chosen === last || count < (counts[chosen] as number)) chosen = other;
    }
    states[chosen] = "complement";
  }
  return states;
}
