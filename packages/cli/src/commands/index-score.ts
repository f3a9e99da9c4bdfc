import { resolve } from "node:path";
import type { DefinitionReference } from "@cxmetrics/definition";
import type { IndexDefinition, IndexResult } from "@cxmetrics/index-model";
import { rankValues, scoreIndex } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { csvText } from "../write/csv-text.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { gradeCountLine, gradeCounts } from "./grade-counts.js";
import { readIndexInputs } from "./index-inputs.js";
import { indexScoreTable } from "./index-score-table.js";
import { rollupTables } from "./rollup-tables.js";
import { wroteLine } from "./wrote-line.js";

/** Options that the `cx index` commands share, as written. */
export interface IndexOptions {
  readonly units?: string;
  readonly missing?: string;
  readonly periods?: string;
  readonly output?: string;
}

/** Options of `cx index score`, as written. */
export interface IndexScoreOptions extends IndexOptions {
  readonly ranks?: boolean;
}

/** One unit of the answer of `cx index score`. */
export interface IndexRow {
  readonly unit: string;
  readonly status: "ok" | "not-computable";
  /** Value by node; `null` where there is none. */
  readonly nodes: Readonly<Record<string, number | null>>;
  /** Why a node has no value, by node. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** Least and greatest value that missing values leave open, by node; only for nodes with the policy `bounds` and those above them. */
  readonly bounds?: Readonly<
    Record<string, { readonly lower: number | null; readonly upper: number | null }>
  >;
  readonly grade?: object;
  /** With `--ranks`: place among the units of the table, `null` without a value. */
  readonly rank?: number | null;
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
  options: IndexScoreOptions,
  run: Run,
): Promise<Answer> {
  const { result, definition } = await scoreFile(name, file, options, run);
  const ranks = options.ranks ? ranksOf(result) : undefined;
  const rows = result.units.map((_, row) => ({
    ...indexRow(result, row),
    ...(ranks ? { rank: ranks[row] ?? null } : {}),
  }));
  const reference: DefinitionReference = result.definition;
  const gathered = rollupTables(result, run);
  const counts = gradeCounts(result);
  let text = [
    ...gathered,
    indexScoreTable(rows, result, definition, run),
    ...gradeCountLine(counts, run),
  ].join("\n");
  const { output } = options;
  if (output !== undefined) {
    const target = resolve(run.tables.folder, output);
    await refuseInput(target, output, [file, name], run.tables.folder);
    await writeWhole(target, csvText(csvRows(rows, definition)), output, run.io.signal);
    text = wroteLine([output], run);
  }
  const { engine, warnings, rollups } = result;
  const whole = { ...(rollups ? { rollups } : {}), ...(counts ? { gradeCounts: counts } : {}) };
  const told = Object.keys(whole).length > 0 ? { result: whole } : {};
  return { definition: reference, engine, rows, ...told, warnings, text };
}

/** Reads a file and scores it; a mistake in a cell is told with its row. */
export async function scoreFile(
  name: string,
  file: string,
  options: IndexOptions,
  run: Run,
): Promise<ScoredIndex> {
  const { definition, table, calculate } = await readIndexInputs(name, file, options, run);
  return { definition, result: await calculate(() => scoreIndex(definition, table)) };
}

function indexRow(result: IndexResult, row: number): IndexRow {
  const nodes = Object.entries(result.nodes);
  const root = result.nodes[result.document.root]?.values[row] ?? null;
  const reasons = nodes.flatMap(([id, { reasons }]) => {
    const reason = reasons?.[row];
    return reason ? [[id, reason] as const] : [];
  });
  const bounds = nodes.flatMap(([id, { bounds }]) =>
    bounds ? [[id, { lower: bounds.lower[row] ?? null, upper: bounds.upper[row] ?? null }] as const] : [],
  );
  const grade = result.grades?.[row];
  return {
    unit: result.units[row] ?? "",
    status: root === null ? "not-computable" : "ok",
    nodes: Object.fromEntries(nodes.map(([id, { values }]) => [id, values[row] ?? null])),
    ...(reasons.length > 0 ? { reasons: Object.fromEntries(reasons) } : {}),
    ...(bounds.length > 0 ? { bounds: Object.fromEntries(bounds) } : {}),
    ...(grade ? { grade } : {}),
  };
}

/** Ranks as the definition states them, or of the root with the highest value first. */
function ranksOf(result: IndexResult): readonly (number | null)[] {
  if (result.ranks) return result.ranks;
  const ranking = rankValues(result.nodes[result.document.root]?.values ?? []);
  return ranking.status === "ok" ? ranking.values : [];
}

function csvRows(rows: readonly IndexRow[], definition: IndexDefinition) {
  const ids = Object.keys(definition.nodes);
  const graded = definition.grades !== undefined;
  const ranked = rows.some(({ rank }) => rank !== undefined);
  return [
    ["unit", ...(ranked ? ["rank"] : []), ...ids, ...(graded ? ["grade"] : [])],
    ...rows.map(({ unit, nodes, grade, rank = null }) => [
      unit,
      ...(ranked ? [rank] : []),
      ...ids.map((id) => nodes[id] ?? null),
      ...(graded ? [gradeId(grade)] : []),
    ]),
  ];
}

/** Id of the band of a grade, empty where it is withheld. */
export function gradeId(grade: object | undefined): string {
  return grade && "grade" in grade && typeof grade.grade === "string" ? grade.grade : "";
}
