import { scoreCommonLeaves, scoreIndex } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { parseList } from "../list-option.js";
import { answerOrFile } from "./answer-or-file.js";
import { type CommonRow, indexCommonText } from "./index-common-text.js";
import { readIndexInputs } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";

/** Options of `cx index common`, as written. */
export interface IndexCommonOptions extends IndexOptions {
  readonly among?: string;
}

/**
 * `cx index common`: units scored on the indicators that apply to every one of them.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexCommon(
  name: string,
  file: string,
  options: IndexCommonOptions,
  run: Run,
): Promise<Answer> {
  const among = parseList(options.among, "--among");
  const { definition, table, calculate } = await readIndexInputs(name, file, options, run);
  const own = await calculate(() => scoreIndex(definition, table));
  const common = await calculate(() =>
    scoreCommonLeaves(definition, table, among.length > 0 ? among : undefined),
  );
  const { result, commonLeaves, leftOut } = common;
  const { root } = definition;
  // Names may stand more than once; each compared row is told once, in the order of the table.
  let next = 0;
  const rows: readonly CommonRow[] = result.units.map((unit, place) => {
    const row = own.units.indexOf(unit, among.length > 0 ? 0 : next);
    next = row + 1;
    const reason = result.nodes[root]?.reasons?.[place];
    return {
      unit,
      index: own.nodes[root]?.values[row] ?? null,
      common: result.nodes[root]?.values[place] ?? null,
      ...(reason ? { reason } : {}),
    };
  });
  const answer: Answer = {
    definition: own.definition,
    engine: own.engine,
    result: { reduced: result.definition, commonLeaves, leftOut, units: rows },
    warnings: result.warnings,
    text: indexCommonText(rows, common, definition, run),
  };
  const csv = [
    ["unit", "index", "common", "reason"],
    ...rows.map(({ unit, index, common, reason }) => [unit, index, common, reason ?? null]),
  ];
  return answerOrFile(answer, options.output, [file, name], run, csv);
}
