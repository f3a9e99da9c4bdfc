import type { SmallCellRule } from "./count-table.js";

/**
 * Why a cell is shown or withheld: `shown`; `small`, below the minimum; `complement`, withheld so that a small one cannot be derived.
 * The difference between `small` and `complement` is for your own records: published, it would help to guess.
 */
export type CellState = "shown" | "small" | "complement";

/** Whether a count may not be shown. */
export function isSmall(count: number, { minimum, zeroAllowed }: SmallCellRule): boolean {
  return count < minimum && !(count === 0 && zeroAllowed);
}

/**
 * What everybody knows to be the least value of a withheld cell: 1 where zeros are shown, since a withheld one cannot be a zero.
 */
export function leastWithheld({ zeroAllowed }: SmallCellRule): number {
  return zeroAllowed ? 1 : 0;
}
