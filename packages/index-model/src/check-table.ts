import { CxMetricsError, didYouMean, expectRecord } from "@cxmetrics/definition";
import type { Column } from "@cxmetrics/formula";
import type { IndexDefinition, IndexNode, Indicator } from "./index-definition.js";
import type { IndexTable } from "./index-table.js";
import { columnCodes, readColumn } from "./leaf/column-codes.js";
import { nodeKindOf } from "./node-kinds/registry.js";
import {
  attributeNotStated,
  badTable,
  badUnit,
  columnLength,
  missingAttribute,
  missingColumn,
  negativeWeight,
  notANumber,
  noUnits,
} from "./problems.js";

/**
 * Checks that a table holds what a definition reads: units, columns of numbers, attributes.
 *
 * @param typed leave the cells of typed arrays to whoever computes with them, so that large tables are read once
 * @param named `false` where the units have no names, only a number
 */
export function checkTable(
  definition: IndexDefinition,
  table: unknown,
  typed = false,
  named = true,
): IndexTable {
  const record = expectRecord(
    table,
    ["table"],
    ["units", "columns"],
    ["attributes", "periods"],
  ) as unknown as IndexTable;
  checkUnits(record, named);
  expectParts(record.columns, "columns");
  if (record.attributes !== undefined) expectParts(record.attributes, "attributes");
  for (const [id, node] of Object.entries(definition.nodes)) {
    for (const column of columnsOf(id, node)) checkColumn(record, id, column, typed);
    if (node.kind === "aggregate")
      for (const { weightColumn } of node.children)
        if (weightColumn !== undefined) checkWeights(record, weightColumn);
    if (node.kind === "indicator" && node.appliesTo) checkAppliesTo(record, id, node.appliesTo.attribute);
  }
  const veto = definition.grades?.veto;
  if (veto) attributeAt(record, veto.attribute, "grades.veto");
  return record;
}

/** Column that a leaf reads. */
export function columnOf(leaf: Indicator, id: string): string {
  return leaf.column ?? id;
}

/** Numeric columns that a node reads. */
function columnsOf(id: string, node: IndexNode): readonly string[] {
  return [
    ...(node.kind === "indicator" ? [columnOf(node, id)] : []),
    ...(nodeKindOf(node).tableColumns?.(node) ?? []),
  ];
}

/** Every numeric column that a definition reads, each once. */
export function columnsRead(definition: IndexDefinition): readonly string[] {
  return [...new Set(Object.entries(definition.nodes).flatMap(([id, node]) => columnsOf(id, node)))];
}

/** Every attribute that the values of a definition depend on, each once. */
export function attributesRead(definition: IndexDefinition): readonly string[] {
  const nodes = Object.values(definition.nodes);
  return [...new Set(nodes.flatMap((node) => nodeKindOf(node).attributes?.(node) ?? []))];
}

/** The columns of a checked table that formulas read as `@<column>`, each once. */
export function tableColumns(definition: IndexDefinition, table: IndexTable): ReadonlyMap<string, Column> {
  const names = Object.values(definition.nodes).flatMap(
    (node) => nodeKindOf(node).tableColumns?.(node) ?? [],
  );
  const codes = columnCodes(definition);
  return new Map([...new Set(names)].map((name) => [name, readColumn(table, name, codes)]));
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

function checkUnits(table: IndexTable, named: boolean): void {
  const { units, periods } = table;
  if (!Array.isArray(units))
    throw new CxMetricsError(badTable, {
      path: ["table", "units"],
      values: { part: "units", expected: { en: "a list of names", zh: "名称列表" } },
    });
  if (units.length === 0) throw new CxMetricsError(noUnits, { path: ["table", "units"] });
  for (let row = 0; named && row < units.length; row++)
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

function checkColumn(table: IndexTable, id: string, column: string, typed: boolean): void {
  const path = ["table", "columns", column];
  const cells: ArrayLike<unknown> | undefined = Object.hasOwn(table.columns, column)
    ? table.columns[column]
    : undefined;
  if (cells === undefined) {
    const hint = didYouMean(column, Object.keys(table.columns));
    throw new CxMetricsError(missingColumn, { path, values: { indicator: id, column, hint } });
  }
  checkLength(cells, column, table.units.length, path);
  if (!typed || !(cells instanceof Float64Array)) checkCells(table, column, cells);
}

/** What stands for the name of a unit that has none. */
export const noName = "–";

/** Checks that a column holds finite numbers and gaps. */
export function checkCells(table: IndexTable, column: string, cells: ArrayLike<unknown>): void {
  const path = ["table", "columns", column];
  if (cells instanceof Float64Array && allFinite(cells)) return;
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
    const unit = table.units[row] ?? noName;
    throw new CxMetricsError(notANumber, { path: [...path, row], values: { column, row, unit, found } });
  }
}

/** Two chains of additions, because one would wait for itself: 0 for finite numbers, NaN for any other. */
function allFinite(cells: Float64Array): boolean {
  let even = 0;
  let odd = 0;
  for (let row = 1; row < cells.length; row += 2) {
    even += (cells[row - 1] as number) * 0;
    odd += (cells[row] as number) * 0;
  }
  if (cells.length % 2 === 1) even += (cells[cells.length - 1] as number) * 0;
  return even + odd === 0;
}

/** Weights of single units are 0 or more. */
function checkWeights(table: IndexTable, column: string): void {
  const cells = table.columns[column] ?? [];
  for (let row = 0; row < cells.length; row++) {
    const found = cells[row] ?? 0;
    if (!(found < 0)) continue;
    const values = { column, row, unit: table.units[row] ?? "", found };
    throw new CxMetricsError(negativeWeight, { path: ["table", "columns", column, row], values });
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
