import {
  type Column,
  columnFrom,
  type Expression,
  faultCode,
  inputsOf,
  prepareColumns,
} from "@cxmetrics/formula";
import { fuseFormulas } from "../fuse-formulas.js";
import type { IndexResult } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import { columnName, rawName } from "../node-id.js";
import type { StackedIndex } from "./stacked-index.js";

/**
 * Formulas made ready to score copies of a table: checked and compiled once, nodes that nobody asks for joined into those that
 * read them. The copies of a unit lie under one another, so that what is gathered of a unit lies side by side.
 */
export function prepareFormulas(
  table: IndexTable,
  base: IndexResult,
  leaves: ReadonlyMap<string, string>,
  formulas: ReadonlyMap<string, Expression>,
): StackedIndex["prepare"] {
  const units = table.units.length;
  return (disturbed, copies, wanted) => {
    const length = units * copies;
    const stretched = (cells: ArrayLike<number | null>) =>
      Array.from({ length }, (_, row) => cells[Math.floor(row / copies)] ?? null);
    const refreshes: (() => void)[] = [];
    const inputOf = (name: string, reasons: readonly (string | null)[] | undefined) => {
      const values = disturbed.get(name);
      const outside = reasons?.includes("not-applicable")
        ? Array.from({ length }, (_, row) => reasons[Math.floor(row / copies)] === "not-applicable")
        : undefined;
      if (!values) return columnFrom(stretched(table.columns[name] ?? []), outside);
      if (!outside) return values;
      const column: Column = { values: new Float64Array(length), fault: new Uint8Array(length) };
      refreshes.push(() => refresh(values, outside, column));
      return column;
    };
    const columns = new Map<string, Column | Float64Array>();
    const read = new Set([...formulas.values()].flatMap((formula) => inputsOf(formula)));
    for (const [id, name] of leaves)
      if (read.has(rawName(id))) columns.set(rawName(id), inputOf(name, base.nodes[id]?.reasons));
    for (const name of Object.keys(table.columns))
      if (read.has(columnName(name))) columns.set(columnName(name), inputOf(name, undefined));

    const stages = fuseFormulas(formulas, wanted).map(({ id, formula }) => {
      const prepared = prepareColumns(formula, columns, length);
      columns.set(id, prepared.column);
      return { id, ...prepared };
    });
    const asked = new Set(wanted);
    const scored = new Map(stages.filter(({ id }) => asked.has(id)).map(({ id, column }) => [id, column]));
    return {
      byCopy: 1,
      byUnit: copies,
      run: () => {
        for (const once of refreshes) once();
        for (const { run } of stages) run();
        return scored;
      },
    };
  };
}

/** Copies values into a column of which some rows do not apply; `NaN` is missing. */
function refresh(values: Float64Array, outside: readonly boolean[], { values: to, fault }: Column): void {
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    const code = outside[row] ? faultCode["not-applicable"] : Number.isNaN(value) ? faultCode.missing : 0;
    fault[row] = code;
    to[row] = code === 0 ? value : 0;
  }
}
