import { resolve } from "node:path";
import { CxMetricsError } from "@cxmetrics/definition";
import { scoreIndex } from "@cxmetrics/index-model";
import { layoutIndexWorkbook, type Workbook, writeWorkbook } from "@cxmetrics/workbook";
import type { Answer, Run } from "../answer.js";
import { printable } from "../show/printable.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { readIndexInputs } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";
import { notAWorkbook, workbookWords } from "./index-workbook-messages.js";
import { wroteLine } from "./wrote-line.js";

/** Options of `cx index workbook`, as written. */
export interface IndexWorkbookOptions extends IndexOptions {
  readonly output: string;
}

/**
 * `cx index workbook`: the index as a spreadsheet that recomputes itself.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 * @throws `CxMetricsError` `output.not-a-workbook` for a file that does not end in .xlsx, and what `layoutIndexWorkbook` refuses
 */
export async function runIndexWorkbook(
  name: string,
  file: string,
  options: IndexWorkbookOptions,
  run: Run,
): Promise<Answer> {
  const { output } = options;
  if (!/\.xlsx$/i.test(output))
    throw new CxMetricsError(notAWorkbook, { path: ["--output"], values: { file: output } });
  const target = resolve(run.tables.folder, output);
  await refuseInput(target, output, [file, name], run.tables.folder);
  const { definition, table, calculate } = await readIndexInputs(name, file, options, run);
  const scored = await calculate(() => scoreIndex(definition, table));
  const workbook = layoutIndexWorkbook(definition, table, { lang: run.lang, result: scored });
  await writeWhole(target, await writeWorkbook(workbook), output, run.io.signal);
  const result = {
    file: output,
    sheets: workbook.sheets.map((sheet) => sheet.name),
    formulas: formulasIn(workbook),
    names: workbook.names.length,
    values: workbook.values ?? [],
  };
  const words = workbookWords[run.lang];
  const values = result.values.length > 0 ? [words.values(result.values.map(printable).join(", "))] : [];
  return {
    definition: scored.definition,
    engine: scored.engine,
    result,
    warnings: scored.warnings,
    text: [
      wroteLine([output], run),
      words.told(result.sheets.length, result.formulas, result.names),
      ...values,
    ].join("\n"),
  };
}

function formulasIn({ sheets }: Workbook): number {
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  return cells.filter((cell) => cell?.formula !== undefined).length;
}
