import type { Reason } from "@cxmetrics/formula";
import { columnLetters, sheetPrefix } from "../cell-address.js";
import type { ColumnPlan } from "./column-plan.js";
import { patternRow } from "./row-formula.js";

/** Columns as they are added, with the cell under which each is read. */
export interface ColumnBook {
  readonly columns: readonly ColumnPlan[];
  add(plan: Omit<ColumnPlan, "column">): void;
  /** The cell of a name in the pattern row, as a sheet refers to it. */
  cellOf(name: string, fromSheet: string): string | undefined;
  /** The cell of the column with a number, counted from 0 behind those that name the unit, in the pattern row of its own sheet. */
  cellAt(index: number): string;
  faultsOf(name: string): readonly Reason[] | undefined;
  /** Whether a name is read from cells that hold a number, an error, or the mark of what does not apply. */
  isComputed(name: string): boolean;
  /** The column of a name. */
  find(name: string): ColumnPlan | undefined;
}

/** An empty book; on every sheet the first columns name the unit. */
export function columnBook(first: number): ColumnBook {
  const columns: ColumnPlan[] = [];
  const byName = new Map<string, ColumnPlan>();
  const next = new Map<string, number>();
  return {
    columns,
    add: (plan) => {
      const column = next.get(plan.sheet) ?? first;
      next.set(plan.sheet, column + 1);
      const placed = { ...plan, column };
      columns.push(placed);
      byName.set(plan.name, placed);
    },
    cellOf: (name, fromSheet) => {
      const found = byName.get(name);
      if (!found) return undefined;
      const own = `$${columnLetters(found.column)}${patternRow}`;
      return found.sheet === fromSheet ? own : `${sheetPrefix(found.sheet)}${own}`;
    },
    cellAt: (index) => `$${columnLetters(first + index)}${patternRow}`,
    faultsOf: (name) => byName.get(name)?.faults,
    isComputed: (name) => {
      const role = byName.get(name)?.role;
      return role === "node" || role === "output" || role === "step" || role === "statement";
    },
    find: (name) => byName.get(name),
  };
}
