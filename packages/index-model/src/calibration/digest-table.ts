import { digestOf } from "@cxmetrics/definition";
import { attributesRead, columnsRead } from "../check-table.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";

/**
 * Digest of what a definition reads of a table: units, periods, its columns and attributes, in this order of members and in the
 * order of the rows. `NaN` counts as `null`. Other columns leave it alone.
 */
export function digestTable(definition: IndexDefinition, table: IndexTable): string {
  const numbers = (cells: ArrayLike<number | null>) =>
    Array.from(cells, (cell) => (cell === null || Number.isNaN(cell) ? null : cell));
  return digestOf({
    units: [...table.units],
    periods: table.periods ? [...table.periods] : null,
    columns: Object.fromEntries(
      columnsRead(definition).map((name) => [name, numbers(table.columns[name] ?? [])]),
    ),
    attributes: Object.fromEntries(
      attributesRead(definition).map((name) => [
        name,
        Array.from(table.attributes?.[name] ?? [], (text) => text ?? null),
      ]),
    ),
  });
}
