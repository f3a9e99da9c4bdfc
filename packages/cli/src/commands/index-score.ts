import { resolve } from "node:path";
import type { DefinitionReference } from "@cxmetrics/definition";
import type { IndexDefinition, IndexResult } from "@cxmetrics/index-model";
import { scoreIndex } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { withRow } from "../read/with-row.js";
import { csvText } from "../write/csv-text.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import { indexScoreTable } from "./index-score-table.js";
import { readIndexTable } from "./read-index-table.js";
import { wroteLine } from "./wrote-line.js";

/** Options that the `cx index` commands share, as written. */
export interface IndexOptions {
  readonly units?: string;
  readonly missing?: string;
  readonly output?: string;
}

/** One unit of the answer of `cx index score`. */
export interface IndexRow {
  readonly unit: string;
  readonly status: "ok" | "not-computable";
  /** Value by node; `null` where there is none. */
  readonly nodes: Readonly<Record<string, number | null>>;
  /** Why a node has no value, by node. */
  readonly reasons?: Readonly<Record<string, string>>;
  readonly grade?: object;
}

/** A scored index with the definition it was scored by. */
export interface ScoredIndex {
  readonly definition: IndexDefinition;
  readonly result: IndexResult;
}

/**
 * `cx index score`: every node of an index for every unit of a file.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexScore(
  name: string,
  file: string,
  options: IndexOptions,
  run: Run,
): Promise<Answer> {
  const { result, definition } = await scoreFile(name, file, options, run);
  const rows = result.units.map((_, row) => indexRow(result, row));
  const reference: DefinitionReference = result.definition;
  let text = indexScoreTable(rows, result, definition, run);
  const { output } = options;
  if (output !== undefined) {
    const target = resolve(run.tables.folder, output);
    await refuseInput(target, output, [file, name], run.tables.folder);
    await writeWhole(target, csvText(csvRows(rows, definition)), output, run.io.signal);
    text = wroteLine([output], run);
  }
  return { definition: reference, engine: result.engine, rows, warnings: result.warnings, text };
}

/** Reads a file and scores it; a mistake in a cell is told with its row. */
export async function scoreFile(
  name: string,
  file: string,
  options: IndexOptions,
  run: Run,
): Promise<ScoredIndex> {
  const definition = await indexDefinitionNamed(name, run.tables.folder);
  const { table, source } = await readIndexTable(file, definition, options, run.tables);
  await hearInterruption(run.io.signal);
  try {
    return { definition, result: scoreIndex(definition, table) };
  } catch (thrown) {
    const names = [...Object.keys(table.columns), ...Object.keys(table.attributes ?? {})];
    throw await withRow(thrown, source, Object.fromEntries(names.map((column) => [column, column])));
  }
}

function indexRow(result: IndexResult, row: number): IndexRow {
  const nodes = Object.entries(result.nodes);
  const root = result.nodes[result.document.root]?.values[row] ?? null;
  const reasons = nodes.flatMap(([id, { reasons }]) => {
    const reason = reasons?.[row];
    return reason ? [[id, reason] as const] : [];
  });
  const grade = result.grades?.[row];
  return {
    unit: result.units[row] ?? "",
    status: root === null ? "not-computable" : "ok",
    nodes: Object.fromEntries(nodes.map(([id, { values }]) => [id, values[row] ?? null])),
    ...(reasons.length > 0 ? { reasons: Object.fromEntries(reasons) } : {}),
    ...(grade ? { grade } : {}),
  };
}

function csvRows(rows: readonly IndexRow[], definition: IndexDefinition) {
  const ids = Object.keys(definition.nodes);
  const graded = definition.grades !== undefined;
  return [
    ["unit", ...ids, ...(graded ? ["grade"] : [])],
    ...rows.map(({ unit, nodes, grade }) => [
      unit,
      ...ids.map((id) => nodes[id] ?? null),
      ...(graded ? [gradeId(grade)] : []),
    ]),
  ];
}

/** Id of the band of a grade, empty where it is withheld. */
export function gradeId(grade: object | undefined): string {
  return grade && "grade" in grade && typeof grade.grade === "string" ? grade.grade : "";
}
