import { resolve } from "node:path";
import { referenceTo } from "@cxmetrics/definition";
import { fitIndex } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import type { GroupWarning } from "../show/warning-lines.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { indexFitText } from "./index-fit-text.js";
import { readIndexInputs } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";
import { wroteLine } from "./wrote-line.js";

/** Options of `cx index fit`, as written. */
export interface IndexFitOptions extends IndexOptions {
  readonly population?: string;
  readonly populationZh?: string;
  readonly period?: string;
}

/**
 * `cx index fit`: a calibrated definition, whose parameters come from a reference population and stay with it.
 *
 * @param name id of a definition, or the path of its file
 * @param file table of the reference population, one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexFit(
  name: string,
  file: string,
  options: IndexFitOptions,
  run: Run,
): Promise<Answer> {
  const { population, populationZh, period, output } = options;
  const { definition, table, calculate } = await readIndexInputs(name, file, options, run);
  const en = population ?? populationZh;
  const calibrated = await calculate(() =>
    fitIndex(definition, table, {
      ...(en === undefined ? {} : { population: { en, zh: populationZh ?? en } }),
      ...(period === undefined ? {} : { period }),
    }),
  );
  const nodes = Object.entries(calibrated.calibration?.nodes ?? {});
  const warnings = nodes.flatMap(([id, { notFitted }]) =>
    Object.values(notFitted ?? {}).map(
      ({ reason, message }): GroupWarning => ({ code: `fit.${reason}`, message, group: id }),
    ),
  );
  const answer: Answer = {
    definition: referenceTo(calibrated),
    engine,
    result: calibrated,
    warnings,
    text: indexFitText(calibrated, run),
  };
  if (output === undefined) return answer;
  const target = resolve(run.tables.folder, output);
  await refuseInput(target, output, [file, name], run.tables.folder);
  // JSON is YAML, too: the document is read back under either name.
  await writeWhole(target, `${JSON.stringify(calibrated, null, 2)}\n`, output, run.io.signal);
  return { ...answer, text: `${answer.text}\n${wroteLine([output], run)}` };
}
