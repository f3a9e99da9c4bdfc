import { type Column, faultCode, inputsOf, prepareColumns } from "@cxmetrics/formula";
import { columnOf } from "../check-table.js";
import { fuseFormulas } from "../fuse-formulas.js";
import type { IndexDefinition, IndexNode } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { columnName, rawName } from "../node-id.js";
import { plainFormulas } from "../plain-formulas.js";
import type { Trial } from "./standing-of.js";

/** Scores of trials, `null` where there is none. What is common to all trials need not be repeated in each. */
export type TrialScorer = (trials: readonly Trial[], common?: Trial) => readonly (number | null)[];

/** Trials for which room is taken at first. */
const firstRoom = 64;

/**
 * Scores trials of one unit by the formula of a node, compiled once for all of them. `undefined` where more than formulas over raw
 * values is at work: nodes of other kinds, codes, corrections.
 */
export function trialScorer(
  definition: IndexDefinition,
  table: IndexTable,
  row: number,
  node: string,
): TrialScorer | undefined {
  const formulas = plainFormulas(definition, [node]);
  if (formulas === undefined || Object.values(definition.nodes).some(readsByMeaning)) return undefined;
  const stages = fuseFormulas(formulas, [node]);
  const names = new Set([...formulas.values()].flatMap((formula) => inputsOf(formula)));

  const take = (room: number) => {
    const cells = new Map(Object.keys(table.columns).map((name) => [name, new Float64Array(room)] as const));
    const columns = new Map<string, Column | Float64Array>();
    for (const [id, leaf] of Object.entries(definition.nodes)) {
      if (leaf.kind !== "indicator" || !names.has(rawName(id))) continue;
      const own = cells.get(columnOf(leaf, id)) ?? new Float64Array(room).fill(Number.NaN);
      columns.set(rawName(id), isOutside(leaf, table, row) ? faulty(room, "not-applicable") : own);
    }
    for (const [name, own] of cells) if (names.has(columnName(name))) columns.set(columnName(name), own);
    const prepared = stages.map(({ id, formula }) => {
      // What could not be fitted is missing, as everywhere.
      for (const name of inputsOf(formula))
        if (!columns.has(name)) columns.set(name, faulty(room, "missing"));
      const stage = prepareColumns(formula, columns, room);
      columns.set(id, stage.column);
      return stage;
    });
    return { room, cells, prepared };
  };

  let taken: ReturnType<typeof take> | undefined;
  return (trials, common) => {
    if (taken === undefined || taken.room < trials.length)
      taken = take(Math.max(firstRoom, 2 * trials.length));
    const { cells, prepared } = taken;
    for (const [name, own] of cells)
      own.fill(common?.get(name) ?? table.columns[name]?.[row] ?? Number.NaN, 0, trials.length);
    trials.forEach((trial, at) => {
      for (const [name, value] of trial) {
        const own = cells.get(name);
        if (own) own[at] = value;
      }
    });
    let last: Column | undefined;
    for (const { run } of prepared) last = run(trials.length);
    return trials.map((_, at) => (last?.fault[at] === 0 ? (last.values[at] ?? null) : null));
  };
}

/** Whether the number in a cell may mean something else than its size. */
function readsByMeaning(node: IndexNode): boolean {
  return node.kind === "indicator" && (node.codes !== undefined || node.adjustments !== undefined);
}

function isOutside(
  { appliesTo }: Extract<IndexNode, { kind: "indicator" }>,
  table: IndexTable,
  row: number,
): boolean {
  if (!appliesTo) return false;
  const values: readonly (string | null)[] = appliesTo.values;
  return !values.includes(table.attributes?.[appliesTo.attribute]?.[row] ?? null);
}

function faulty(room: number, why: "missing" | "not-applicable"): Column {
  return { values: new Float64Array(room), fault: new Uint8Array(room).fill(faultCode[why]) };
}
