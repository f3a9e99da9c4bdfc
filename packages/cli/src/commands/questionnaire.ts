import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import {
  parseQuestionnaire,
  type Questionnaire,
  type QuestionnaireScores,
  resolveQuestionnaire,
  scoreQuestionnaire,
} from "@cxmetrics/scores";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { inRow, itemCount, ratingNotWhole, ratingOffScale } from "../problems.js";
import { answersOf } from "../read/answers.js";
import type { TextColumn } from "../read/column.js";
import { parseMissing } from "../read/missing-answers.js";
import { readDocument } from "../read/read-document.js";
import { openTable, type Table } from "../read/read-table.js";
import type { GroupWarning } from "../show/warning-lines.js";
import { groupName, groupRows } from "./group-rows.js";
import { isPath } from "./is-path.js";
import { questionnaireTable } from "./questionnaire-table.js";
import { parseLevel } from "./score.js";
import { subscaleRows } from "./subscale-rows.js";

/** Options of `cx questionnaire`, as written. */
export interface QuestionnaireCommandOptions {
  readonly instrument: string;
  readonly items: string;
  readonly by?: string;
  readonly missing?: string;
  readonly level?: string;
}

/**
 * `cx questionnaire`: scores of a standard questionnaire, a row a group and subscale.
 *
 * @param file table with one respondent a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runQuestionnaire(
  file: string,
  options: QuestionnaireCommandOptions,
  run: Run,
): Promise<Answer> {
  const names = parseList(options.items, "--items");
  const by = parseList(options.by, "--by");
  const level = parseLevel(options.level);
  const missing = parseMissing(options.missing);
  const questionnaire = await questionnaireNamed(options.instrument, run.tables.folder);
  const { id, version, items } = questionnaire;
  if (names.length !== items.length)
    throw new CxMetricsError(itemCount, {
      path: ["--items"],
      values: { found: names.length, expected: items.length, instrument: `${id}@${version}` },
    });
  const table = await openTable(file, run.tables);
  try {
    const { columns, rowCount } = await table.read({
      ...Object.fromEntries(by.map((name, index) => [`by${index}`, { kind: "text", name }] as const)),
      ...Object.fromEntries(
        names.map((name, index) => [`item${index}`, { kind: "number", name, missing }] as const),
      ),
    });
    await hearInterruption(run.io.signal);
    const read = Object.values(columns);
    const answers = read.flatMap((column) => (column.kind === "number" ? [answersOf(column, missing)] : []));
    const rows = Array.from({ length: rowCount }, (_, row) => answers.map((item) => item[row] ?? null));
    const texts = read.filter((column): column is TextColumn => column.kind === "text");
    const { numbers, groups } = groupRows(texts, rowCount);
    const chosen = level === undefined ? {} : { level };
    // All together first: what is refused is then told with its row, and counted once.
    const whole = await namingItems(
      () => scoreQuestionnaire(questionnaire, rows, chosen),
      questionnaire,
      table,
      names,
    );
    const scored = groups.map((values, number) => ({
      name: by.length === 0 ? null : groupName(values),
      values: Object.fromEntries(by.map((column, index) => [column, values[index] ?? ""])),
      scores:
        groups.length === 1
          ? whole
          : scoreQuestionnaire(
              questionnaire,
              rows.filter((_, row) => numbers[row] === number),
              chosen,
            ),
    }));
    await hearInterruption(run.io.signal);
    const found = scored.flatMap((group) => subscaleRows(group, questionnaire, by.length > 1));
    return {
      definition: whole.definition,
      engine: whole.engine,
      rows: found.map(({ row }) => row),
      warnings: once(found.flatMap(({ warnings }) => warnings)),
      text: questionnaireTable(
        found.map(({ row }) => row),
        questionnaire,
        { by, level: level ?? questionnaire.interval.level, policy: whole.policy.kind, run },
      ),
    };
  } finally {
    table.close();
  }
}

async function questionnaireNamed(name: string, folder: string): Promise<Questionnaire> {
  if (!isPath(name)) return resolveQuestionnaire(name);
  return parseQuestionnaire((await readDocument(name, folder)).text);
}

/** Runs a scoring; what it refuses about an answer is told with the row of the file. */
async function namingItems(
  score: () => QuestionnaireScores,
  { id, version, items }: Questionnaire,
  table: Table,
  names: readonly string[],
): Promise<QuestionnaireScores> {
  try {
    return score();
  } catch (thrown) {
    if (!isCxMetricsError(thrown)) throw thrown;
    const [list, record, item] = thrown.path;
    if (list !== "answers" || typeof record !== "number") throw thrown;
    const row = await table.rowNumber(record);
    const place = { file: table.shown, row, definition: `${id}@${version}` };
    const scale = typeof item === "number" ? items[item]?.scale : undefined;
    const column = typeof item === "number" ? (names[item] ?? "") : names.join(", ");
    const path = [table.shown, column, row];
    const value = thrown.values["rating"] ?? null;
    if (scale && thrown.code === ratingOffScale.code)
      throw new CxMetricsError(ratingOffScale, { path, values: { ...place, column, value, ...scale } });
    if (scale && thrown.code === ratingNotWhole.code)
      throw new CxMetricsError(ratingNotWhole, { path, values: { ...place, column, value, ...scale } });
    const values = { ...thrown.values, ...place, column, reason: thrown.messages };
    throw new CxMetricsError({ ...inRow, code: thrown.code }, { path, values });
  }
}

/** Warnings of several subscales of one group, each told once. */
function once(warnings: readonly GroupWarning[]): readonly GroupWarning[] {
  const seen = new Set<string>();
  return warnings.filter((warning) => {
    const key = JSON.stringify(warning);
    return !seen.has(key) && seen.add(key);
  });
}
