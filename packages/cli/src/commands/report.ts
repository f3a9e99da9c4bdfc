import { resolve } from "node:path";
import type { EvaluationResult } from "@cxmetrics/evaluation";
import { renderReport } from "@cxmetrics/report";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { expectChoice } from "./expect-choice.js";
import { readAnswer } from "./report-read-answer.js";
import { wroteLine } from "./wrote-line.js";

/** Options of `cx report`, as written. */
export interface ReportCommandOptions {
  readonly output: string;
  readonly theme?: string;
}

/**
 * `cx report`: the report of an evaluation, made again from its `result.json`, byte for byte what `cx evaluate` wrote in that language.
 *
 * @param file a `result.json`
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runReport(file: string, options: ReportCommandOptions, run: Run): Promise<Answer> {
  const theme = expectChoice(options.theme, "--theme", ["auto", "light", "dark"]) ?? "auto";
  const { output } = options;
  const { folder } = run.tables;
  // Checked by whoever reads it; a file that is no result is refused there.
  const result = (await readAnswer(file, folder)) as unknown as EvaluationResult;
  const report = renderReport(result, { lang: run.lang, theme });
  await hearInterruption(run.io.signal);
  const target = resolve(folder, output);
  await refuseInput(target, output, [file], folder);
  await writeWhole(target, report, output, run.io.signal);
  const { id, version, digest } = result.definition;
  return {
    definition: { id, version, digest },
    engine: result.engines[0] ?? "",
    result: { file: output, lang: run.lang, theme, bytes: Buffer.byteLength(report) },
    warnings: [],
    text: wroteLine([output], run),
  };
}
