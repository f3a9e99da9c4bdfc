import type { IndexResult, IndexTable, Indicator } from "@cxmetrics/index-model";
import type { WorkbookSource } from "../workbook-source.js";

/** Cells of an input: numbers, the mark of what is not applicable, `null` for what is missing. */
export type InputCells = readonly (number | string | null)[];

/** The raw values of a leaf after codes and corrections. */
export function rawValues({ nodes, units }: IndexResult, id: string, mark: string): InputCells {
  const told = nodes[id];
  const list = told?.adjusted ?? told?.raw ?? [];
  return units.map((_, row) => (told?.reasons?.[row] === "not-applicable" ? mark : (list[row] ?? null)));
}

/** A column of the table beside the leaves, with the codes of the leaves that ask the same question. */
export function columnValues(
  { working, table, result }: WorkbookSource,
  column: string,
  mark: string,
): InputCells {
  const codes = codesOf(working.nodes, column);
  const cells = cellsOf(table, column);
  return result.units.map((_, row) => {
    const cell = cells?.[row] ?? null;
    if (typeof cell !== "number" || !Number.isFinite(cell)) return null;
    const means = codes.get(cell);
    return means === undefined ? cell : means === "not-applicable" ? mark : null;
  });
}

function cellsOf({ columns }: IndexTable, column: string): ArrayLike<number | null> | undefined {
  return Object.hasOwn(columns, column) ? columns[column] : undefined;
}

function codesOf(nodes: WorkbookSource["working"]["nodes"], column: string): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  const asks = (id: string, leaf: Indicator) => (leaf.column ?? id) === column || leaf.lag === column;
  for (const [id, node] of Object.entries(nodes)) {
    if (node.kind !== "indicator" || !node.codes || !asks(id, node)) continue;
    const { notApplicable = [], refused = [], missing = [] } = node.codes;
    for (const code of notApplicable) if (!known.has(code)) known.set(code, "not-applicable");
    for (const code of [...refused, ...missing]) if (!known.has(code)) known.set(code, "missing");
  }
  return known;
}
