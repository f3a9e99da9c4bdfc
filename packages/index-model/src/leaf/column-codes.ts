import { type Column, columnFrom } from "@cxmetrics/formula";
import type { IndexDefinition, Indicator } from "../index-definition.js";
import type { CodedCell } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import { meaningsOf } from "./raw-cells.js";

type Meanings = ReadonlyMap<number, CodedCell["means"]>;

/**
 * What numbers of a column mean, for whatever reads the column beside the leaf to which it belongs: the codes of the leaves that hold the
 * column, and of those that read it as their earlier value or as an item of their own scale. The first leaf to state a code says
 * what it means. Codes of a leaf say nothing of other columns: 99 users are 99 users.
 */
export function columnCodes({ nodes }: Pick<IndexDefinition, "nodes">): ReadonlyMap<string, Meanings> {
  const known = new Map<string, Map<number, CodedCell["means"]>>();
  for (const [id, node] of Object.entries(nodes)) {
    if (node.kind !== "indicator" || !node.codes) continue;
    for (const column of sameQuestion(id, node)) {
      const codes = known.get(column) ?? new Map<number, CodedCell["means"]>();
      for (const [code, means] of meaningsOf(node.codes)) if (!codes.has(code)) codes.set(code, means);
      known.set(column, codes);
    }
  }
  return known;
}

/** A numeric column as formulas read it: cells that are codes hold no number. */
export function readColumn(
  table: Pick<IndexTable, "columns">,
  name: string,
  codes: ReadonlyMap<string, Meanings>,
): Column {
  const cells = table.columns[name] ?? [];
  const meanings = codes.get(name);
  if (!meanings) return columnFrom(cells);
  const means = Array.from(cells, (cell) => (cell === null ? undefined : meanings.get(cell)));
  return columnFrom(
    Array.from(cells, (cell, row) => (means[row] === undefined ? cell : null)),
    means.map((one) => one === "not-applicable"),
  );
}

/** A table whose columns are as formulas read them, for methods that are fitted on several columns; the very table where nothing is a code. */
export function decodedTable(definition: Pick<IndexDefinition, "nodes">, table: IndexTable): IndexTable {
  const codes = columnCodes(definition);
  const coded = Object.keys(table.columns).filter((name) => codes.has(name));
  if (coded.length === 0) return table;
  const decoded = coded.map((name) => {
    const { values, fault } = readColumn(table, name, codes);
    return [name, Array.from(values, (value, row) => (fault[row] === 0 ? value : null))] as const;
  });
  return { ...table, columns: { ...table.columns, ...Object.fromEntries(decoded) } };
}

function sameQuestion(id: string, leaf: Indicator): readonly string[] {
  const { method, ...parameters } = leaf.normalise;
  const lag = method === "percent-change" && "lag" in parameters ? parameters.lag : undefined;
  const items = leaf.impute?.method === "row-mean" ? leaf.impute.columns : [];
  return [leaf.column ?? id, leaf.lag, lag, ...items].filter((column) => column !== undefined);
}
