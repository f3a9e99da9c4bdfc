import { CxMetricsError, type Problem } from "@cxmetrics/definition";
import {
  type IndexDefinition,
  type IndexTable,
  type Indicator,
  type LeafEstimate,
  tableNeeds,
} from "@cxmetrics/index-model";
import { readCsv, type TextTable } from "./read-csv.js";

const notNumber: Problem = {
  code: "playground.not-a-number",
  en: "Row {row}, column {column}: {found} is not a number. Leave the cell empty where the value is missing.",
  zh: "第 {row} 行“{column}”列：{found} 不是数字。缺失值请留空。",
};
const missingColumn: Problem = {
  code: "playground.missing-column",
  en: "The table lacks the column {column}. The definition reads: {columns}.",
  zh: "表格缺少“{column}”列。该定义需要：{columns}。",
};

/** A table for an index, with the standard errors that columns named `<column>.se` state. */
export interface IndexData {
  readonly table: IndexTable;
  readonly standardErrors: Readonly<Record<string, readonly (number | null)[]>>;
}

/** Reads the columns that a definition needs; the first column that it does not need names the units. */
export function indexDataFromCsv(text: string, definition: IndexDefinition): IndexData {
  const table = readCsv(text);
  const { columns, attributes } = tableNeeds(definition);
  const needed = new Set([...columns, ...columns.map((name) => `${name}.se`)]);
  const unitColumn = table.header.find((name) => !needed.has(name) && !attributes.includes(name));
  const units = table.rows.map((row, at) => {
    const name = unitColumn === undefined ? "" : (row[table.header.indexOf(unitColumn)] ?? "");
    return name === "" ? String(at + 1) : name;
  });
  const numbers = (name: string) => numbersOf(table, name, columns);
  const errorsOf = columns.filter((name) => table.header.includes(`${name}.se`));
  return {
    table: {
      units,
      columns: Object.fromEntries(columns.map((name) => [name, numbers(name)])),
      attributes: Object.fromEntries(attributes.map((name) => [name, textsOf(table, name)])),
    },
    standardErrors: Object.fromEntries(errorsOf.map((name) => [name, numbers(`${name}.se`)])),
  };
}

function numbersOf(table: TextTable, name: string, columns: readonly string[]): readonly (number | null)[] {
  const at = table.header.indexOf(name);
  if (at === -1)
    throw new CxMetricsError(missingColumn, {
      path: ["csv", name],
      values: { column: name, columns: columns.join(", ") },
    });
  return table.rows.map((row, index) => {
    const found = row[at] ?? "";
    if (found === "") return null;
    const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(found) ? Number(found) : Number.NaN;
    if (!Number.isFinite(value))
      throw new CxMetricsError(notNumber, {
        path: ["csv", index, name],
        values: { row: index + 2, column: name, found: found.slice(0, 40) },
      });
    return value;
  });
}

function textsOf(table: TextTable, name: string): readonly (string | null)[] {
  const at = table.header.indexOf(name);
  return table.rows.map((row) => (at === -1 || row[at] === "" ? null : (row[at] ?? null)));
}

/**
 * An error for every value: the stated one, or else an assumed share of the range between the goalposts (of the range of the column
 * where there are none). An assumption, to see how firm the ranks are; columns whose error comes out as 0 count as exact.
 */
export function assumedErrors(
  definition: IndexDefinition,
  { table, standardErrors }: IndexData,
  share: number,
): Readonly<Record<string, readonly (LeafEstimate | null)[]>> {
  const ranges = new Map<string, number>();
  for (const [id, node] of Object.entries(definition.nodes))
    if (node.kind === "indicator")
      ranges.set(node.column ?? id, rangeOf(node, table.columns[node.column ?? id]));
  return Object.fromEntries(
    [...ranges].flatMap(([column, range]) => {
      const values = Array.from(table.columns[column] ?? []);
      const stated = standardErrors[column];
      const estimates = values.map((value, row): LeafEstimate | null => {
        const standardError = stated?.[row] ?? range * share;
        return value === null || !(standardError > 0) ? null : { standardError, inference: "sample" };
      });
      // A value without an error beside others with one would be refused, and a column of zeros is exact.
      const complete = estimates.every((estimate, row) => (estimate === null) === (values[row] === null));
      return complete && estimates.some((estimate) => estimate !== null) ? [[column, estimates]] : [];
    }),
  );
}

function rangeOf(node: Indicator, values: ArrayLike<number | null> = []): number {
  const { normalise } = node;
  if ("worst" in normalise && typeof normalise.worst === "number" && typeof normalise.best === "number")
    return Math.abs(normalise.best - normalise.worst);
  const known = Array.from(values).filter((value): value is number => value !== null);
  return known.length < 2 ? 0 : Math.max(...known) - Math.min(...known);
}
