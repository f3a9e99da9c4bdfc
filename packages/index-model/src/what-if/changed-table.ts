import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { readMap } from "../read/map.js";
import { leafNamed } from "./leaf-of.js";
import { notAValue } from "./problems.js";

/** A checked table with other values in one row. Zero is a value like any other. */
export function changedTable(
  definition: IndexDefinition,
  table: IndexTable,
  row: number,
  values: unknown,
): IndexTable {
  if (values === undefined) return table;
  const columns = new Map(Object.entries(table.columns));
  for (const [name, value] of readMap(values, ["options", "values"])) {
    const path = ["options", "values", name];
    const { column } = leafNamed(definition, name, path);
    if (value !== null && !(typeof value === "number" && Number.isFinite(value)))
      throw new CxMetricsError(notAValue, { path, values: { name, found: describeValue(value) } });
    const cells = Array.from(columns.get(column) ?? [], (cell) => cell);
    cells[row] = value;
    columns.set(column, cells);
  }
  return { ...table, columns: Object.fromEntries(columns) };
}
