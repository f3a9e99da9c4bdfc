import { compareIndexResults, type IndexComparison, scoreIndex } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { indexCompareText } from "./index-compare-text.js";
import { readTwoTables, type TwoTablesOptions } from "./two-tables.js";

/** Options of `cx index compare`, as written. */
export interface IndexCompareOptions extends TwoTablesOptions {
  readonly node?: string;
  readonly better?: string;
}

/**
 * `cx index compare`: two results unit by unit, after a verdict on whether they may be compared.
 *
 * @param name id of a definition, or the path of its file
 * @param files earlier and later table, or one table with periods
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexCompare(
  name: string,
  files: readonly [string, string | undefined],
  options: IndexCompareOptions,
  run: Run,
): Promise<Answer> {
  const better = expectChoice(options.better, "--better", ["higher", "lower"]);
  const { before, after, inputs } = await readTwoTables(name, files, options, run);
  const a = await before.calculate(() => scoreIndex(before.definition, before.table));
  const b = await after.calculate(() => scoreIndex(after.definition, after.table));
  const told = compareIndexResults(a, b, better === undefined ? {} : { better });
  const node = options.node ?? after.definition.root;
  const names = [before.name, after.name] as const;
  const answer: Answer = {
    definition: b.definition,
    engine: b.engine,
    result: { names, ...told },
    warnings: [],
    text: indexCompareText(told, { definition: after.definition, names, node }, run),
  };
  return answerOrFile(answer, options.output, inputs, run, told.status === "ok" ? csvOf(told) : undefined);
}

function csvOf({ units, nodes }: IndexComparison): CsvRows {
  return [
    ["unit", "node", "before", "after", "change"],
    ...nodes.flatMap(({ node, before, after, change }) =>
      units.map((unit, row) => [unit, node, before[row] ?? null, after[row] ?? null, change[row] ?? null]),
    ),
  ];
}
