import { CxMetricsError, didYouMean, expectRecord } from "@cxmetrics/definition";
import type { IndexDefinition, Indicator } from "./index-definition.js";
import type { IndexTable } from "./index-table.js";

import {
  attributeNotStated,
  badTable,
  badUnit,
  columnLength,
  missingAttribute,
  missingColumn,
  notANumber,
  noUnits,
} from "./problems.js";

/** Checks that a table holds what a definition reads: units, columns of numbers, attributes. */
export function checkTable(definition: IndexDefinition, table: unknown): IndexTable {
  const record = expectRecord(
    table,
    ["table"],
    ["units", "columns"],
    ["attributes", "periods"],
  ) as unknown as IndexTable;
  checkUnits(record);
  expectParts(record.columns, "columns");
  if (record.attributes !== undefined) expectParts(record.attributes, "attributes");
  for (const [id, node] of Object.entries(definition.nodes)) {
    if (node.kind !== "indicator") continue;
    checkColumn(record, id, node);
    if (node.appliesTo) checkAppliesTo(record, id, node.appliesTo.attribute);
  }
  const veto = definition.grades?.veto;
  if (veto) attributeAt(record, veto.attribute, "grades.veto");
  return record;
}

/** Column that a leaf reads. */
export function columnOf(leaf: Indicator, id: string): string {
  return leaf.column ?? id;
}

/** Texts of an attribute that is known to be there. */
export function attributeAt(table: IndexTable, attribute: string, needed: string): ArrayLike<string | null> {
  const attributes = table.attributes ?? {};
  const texts = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
  const path = ["table", "attributes", attribute];
  if (texts === undefined) {
    const hint = didYouMean(attribute, Object.keys(attributes));
    throw new CxMetricsError(missingAttribute, { path, values: { attribute, needed, hint } });
  }
  checkLength(texts, attribute, table.units.length, path);
  return texts;
}

function checkUnits(table: IndexTable): void {
  const { units, periods } = table;
  if (!Array.isArray(units))
    throw new CxMetricsError(badTable, {
      path: ["table", "units"],
      values: { part: "units", expected: { en: "a list of names", zh: "名称列表" } },
    });
  if (units.length === 0) throw new CxMetricsError(noUnits, { path: ["table", "units"] });
  for (let row = 0; row < units.length; row++)
    if (typeof units[row] !== "string" || units[row].trim() === "")
      throw new CxMetricsError(badUnit, { path: ["table", "units", row], values: { row } });
  if (periods === undefined) return;
  checkLength(periods, "periods", units.length, ["table", "periods"]);
}

function expectParts(parts: unknown, part: string): void {
  if (typeof parts !== "object" || parts === null || Array.isArray(parts))
    throw new CxMetricsError(badTable, {
      path: ["table", part],
      values: { part, expected: { en: "an object of lists", zh: "由列表组成的对象" } },
    });
}

function checkLength(
  list: unknown,
  column: string,
  expected: number,
  path: readonly (string | number)[],
): void {
  const listed = Array.isArray(list) || (ArrayBuffer.isView(list) && !(list instanceof DataView));
  if (!listed)
    throw new CxMetricsError(badTable, {
      path,
      values: { part: column, expected: { en: "a list", zh: "列表" } },
    });
  const found = (list as ArrayLike<unknown>).length;
  if (found !== expected)
    throw new CxMetricsError(columnLength, { path, values: { column, found, expected } });
}

function checkColumn(table: IndexTable, id: string, leaf: Indicator): void {
  const column = columnOf(leaf, id);
  const path = ["table", "columns", column];
  const cells: ArrayLike<unknown> | undefined = Object.hasOwn(table.columns, column)
    ? table.columns[column]
    : undefined;
  if (cells === undefined) {
    const hint = didYouMean(column, Object.keys(table.columns));
    throw new CxMetricsError(missingColumn, { path, values: { indicator: id, column, hint } });
  }
  checkLength(cells, column, table.units.length, path);
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    // NaN is the missing value of typed arrays.
    if (cell === null || Number.isFinite(cell) || Number.isNaN(cell)) continue;
    const found =
      typeof cell === "string"
        ? JSON.stringify(cell.slice(0, 40))
        : typeof cell === "object"
          ? "{…}"
          : String(cell);
    const unit = table.units[row] ?? "";
    throw new CxMetricsError(notANumber, { path: [...path, row], values: { column, row, unit, found } });
  }
}

function checkAppliesTo(table: IndexTable, indicator: string, attribute: string): void {
  const texts: ArrayLike<unknown> = attributeAt(table, attribute, indicator);
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row];
    if (typeof text === "string" && text.trim() !== "") continue;
    const values = { unit: table.units[row] ?? "", row, attribute, indicator };
    throw new CxMetricsError(attributeNotStated, { path: ["table", "attributes", attribute, row], values });
  }
}
