import { resolve } from "node:path";
import { CxMetricsError } from "@cxmetrics/definition";
import type { Answer, Run } from "../answer.js";
import { noCsvOutput } from "../problems.js";
import { csvText } from "../write/csv-text.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { wroteLine } from "./wrote-line.js";

/** Cells of a CSV file, the header first. */
export type CsvRows = readonly (readonly (string | number | null)[])[];

/**
 * The answer as it is, or written to the file of `-o`: JSON where its name ends in `.json`, CSV where it ends in `.csv`, text otherwise.
 *
 * @param answer what the command has to say
 * @param output file as the user wrote it, `undefined` without `-o`
 * @param inputs files that were read, which are never written over
 * @param run folder and interruption
 * @param csv rows of the CSV, where the answer has any
 * @throws `CxMetricsError` `output.no-csv`, `output.is-input` and those of `writeWhole`
 */
export async function answerOrFile(
  answer: Answer,
  output: string | undefined,
  inputs: readonly string[],
  run: Run,
  csv?: CsvRows,
): Promise<Answer> {
  if (output === undefined) return answer;
  const target = resolve(run.tables.folder, output);
  await refuseInput(target, output, inputs, run.tables.folder);
  const { definition, engine, result, rows, warnings, text } = answer;
  const isCsv = /\.csv$/i.test(output);
  if (isCsv && csv === undefined)
    throw new CxMetricsError(noCsvOutput, { path: [output], values: { file: output } });
  const content =
    isCsv && csv
      ? csvText(csv)
      : /\.json$/i.test(output)
        ? `${JSON.stringify({ definition, engine, ...(rows ? { rows } : { result }), warnings }, null, 2)}\n`
        : `${text}\n`;
  await writeWhole(target, content, output, run.io.signal);
  return { ...answer, text: wroteLine([output], run) };
}
