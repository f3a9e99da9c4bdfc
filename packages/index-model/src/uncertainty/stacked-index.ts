import { type Column, columnFrom, type Expression, evaluateColumns, inputsOf } from "@cxmetrics/formula";
import { checkTable } from "../check-table.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexResult } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import { lowerNode } from "../lower-node.js";
import { rawName } from "../node-id.js";
import { orderNodes } from "../order-nodes.js";
import { scoreIndex } from "../score-index.js";
import { walkNodes } from "../walk-nodes.js";
import { prepareFormulas } from "./prepare-formulas.js";

/** An index made ready to score many disturbed copies of one table at once: copies lie under one another, unit by unit. */
export interface StackedIndex {
  readonly document: IndexDefinition;
  /** The table as it is, scored. */
  readonly base: IndexResult;
  /** Column that each leaf reads. */
  readonly columnOfLeaf: ReadonlyMap<string, string>;
  /** Whether the value of one unit depends on the others. */
  readonly sideways: boolean;
  /** Formula of every node, where `scoreIndex` is exactly these formulas. */
  readonly formulas: ReadonlyMap<string, Expression> | undefined;
  /** Values of the wanted nodes for `copies` tables; columns that are not given stay as they are in every copy. `NaN` is missing. */
  readonly score: (
    disturbed: ReadonlyMap<string, Float64Array>,
    copies: number,
    wanted: readonly string[],
  ) => ReadonlyMap<string, Column>;
  /** The same made ready to be run again and again on columns for at most `copies` tables, whose cells change in between. */
  readonly prepare: (
    disturbed: ReadonlyMap<string, Float64Array>,
    copies: number,
    wanted: readonly string[],
  ) => StackRun;
}

/** Copies of a table made ready to be scored. */
interface StackRun {
  /** Row `copy · byCopy + unit · byUnit` holds a unit of a copy. */
  readonly byCopy: number;
  readonly byUnit: number;
  /** Scores so many copies; the columns are the same ones every time. */
  readonly run: (copies: number) => ReadonlyMap<string, Column>;
}

/**
 * Compiles a definition for one table. The formulas of the nodes are used where they give, on the table itself, what `scoreIndex`
 * gives; otherwise `scoreIndex` scores the copies, one at a time when units look at one another.
 */
export function stackIndex(definition: IndexDefinition, table: IndexTable): StackedIndex {
  const base = scoreIndex(definition, table);
  const document = base.document;
  const columnOfLeaf = new Map<string, string>();
  for (const [id, node] of Object.entries(document.nodes))
    if (node.kind === "indicator") columnOfLeaf.set(id, node.column ?? id);
  // Absent from results whose units never look at one another.
  const sideways = (base as { readonly comparable?: boolean }).comparable === false;
  const whole = { document, base, columnOfLeaf, sideways };
  const formulas = sideways ? undefined : formulasOf(document, columnOfLeaf);
  if (formulas) {
    const score = scoreByFormulas(table, base, columnOfLeaf, formulas);
    try {
      const same = score(new Map(), 1, [...formulas.keys()]);
      const prepare = prepareFormulas(table, base, columnOfLeaf, formulas);
      if (agrees(base, same)) return { ...whole, formulas, score, prepare };
    } catch {
      // A node that reads more than formulas tell is left to `scoreIndex`.
    }
  }
  const score = scoreByIndex(document, table, sideways);
  return { ...whole, formulas: undefined, score, prepare: prepareByIndex(score, table.units.length) };
}

function prepareByIndex(score: StackedIndex["score"], units: number): StackedIndex["prepare"] {
  return (disturbed, most, wanted) => ({
    byCopy: units,
    byUnit: 1,
    run: (copies) => {
      const rows = copies * units;
      const parts = [...disturbed].map(
        ([name, list]) => [name, copies === most ? list : list.slice(0, rows)] as const,
      );
      return score(new Map(parts), copies, wanted);
    },
  });
}

function formulasOf(document: IndexDefinition, leaves: ReadonlyMap<string, string>) {
  const formulas = new Map<string, Expression>();
  try {
    for (const id of orderNodes(document.nodes)) formulas.set(id, lowerNode(document, id));
  } catch {
    return undefined;
  }
  return leaves.size > 0 ? formulas : undefined;
}

function scoreByFormulas(
  table: IndexTable,
  base: IndexResult,
  leaves: ReadonlyMap<string, string>,
  formulas: ReadonlyMap<string, Expression>,
): StackedIndex["score"] {
  const tiles = new Map<string, Column>();
  const units = table.units.length;
  // Formulas read numeric columns that no indicator holds as `@<column>`.
  const asides = [...new Set([...formulas.values()].flatMap(inputsOf))].filter((name) =>
    name.startsWith("@"),
  );
  return (disturbed, copies, wanted) => {
    const length = units * copies;
    const columns = new Map<string, Column>();
    for (const [id, column] of leaves) {
      const values = disturbed.get(column);
      const key = `${copies} ${id}`;
      const tile = values
        ? columnFrom(values, outside(base, id, length))
        : (tiles.get(key) ??
          columnFrom(tiled(table.columns[column] ?? [], copies), outside(base, id, length)));
      if (!values) tiles.set(key, tile);
      columns.set(rawName(id), tile);
    }
    for (const name of asides) {
      const column = name.slice(1);
      const values = disturbed.get(column);
      const key = `${copies} ${name}`;
      const tile = values
        ? columnFrom(values)
        : (tiles.get(key) ?? columnFrom(tiled(table.columns[column] ?? [], copies)));
      if (!values) tiles.set(key, tile);
      columns.set(name, tile);
    }
    const needed = new Set(wanted);
    for (const [id, formula] of formulas) columns.set(id, evaluateColumns(formula, columns, length));
    return new Map([...columns].filter(([id]) => needed.has(id)));
  };
}

/** Rows in which a leaf does not apply. */
function outside(base: IndexResult, id: string, length: number): boolean[] | undefined {
  const reasons = base.nodes[id]?.reasons;
  if (!reasons?.includes("not-applicable")) return undefined;
  return Array.from({ length }, (_, row) => reasons[row % reasons.length] === "not-applicable");
}

function scoreByIndex(
  document: IndexDefinition,
  table: IndexTable,
  sideways: boolean,
): StackedIndex["score"] {
  const units = table.units.length;
  // Nodes alone: lists, views, grades and warnings of a draw are told to nobody.
  const nodesOf = (columns: ReadonlyMap<string, Float64Array>, copies: number) => {
    const cells = Object.entries(table.columns).map(
      ([name, values]) => [name, columns.get(name) ?? tiled(values, copies)] as const,
    );
    const attributes = Object.entries(table.attributes ?? {}).map(
      ([name, texts]) => [name, tiled(texts, copies)] as const,
    );
    const stacked = {
      ...table,
      units: tiled(table.units, copies),
      columns: Object.fromEntries(cells),
      ...(table.attributes ? { attributes: Object.fromEntries(attributes) } : {}),
      ...(table.periods ? { periods: tiled(table.periods, copies) } : {}),
    };
    return walkNodes(document, checkTable(document, stacked), []).columns;
  };
  return (disturbed, copies, wanted) => {
    const step = sideways ? 1 : copies;
    const out = new Map<string, Column>(
      wanted.map((id) => [
        id,
        { values: new Float64Array(units * copies), fault: new Uint8Array(units * copies) },
      ]),
    );
    for (let start = 0; start < copies; start += step) {
      const from = start * units;
      const rows = step * units;
      const parts = [...disturbed].map(
        ([name, values]) => [name, step === copies ? values : values.slice(from, from + rows)] as const,
      );
      const columns = nodesOf(new Map(parts), step);
      for (const [id, { values, fault }] of out) {
        const column = columns.get(id);
        if (!column) continue;
        values.set(column.values, from);
        fault.set(column.fault, from);
      }
    }
    return out;
  };
}

function tiled<T>(values: ArrayLike<T>, copies: number): T[] {
  const list: T[] = new Array(values.length * copies);
  for (let row = 0; row < list.length; row++) list[row] = values[row % values.length] as T;
  return list;
}

function agrees(base: IndexResult, columns: ReadonlyMap<string, Column>): boolean {
  return Object.entries(base.nodes).every(([id, node]) => {
    const column = columns.get(id);
    return node.values.every((value, row) => {
      const found = column?.fault[row] === 0 ? column.values[row] : null;
      if (value === null || found === null || found === undefined) return value === (found ?? null);
      return Math.abs(value - found) <= 1e-9 * Math.max(1, Math.abs(value));
    });
  });
}
