import { resolve } from "node:path";
import { type Language, referenceTo } from "@cxmetrics/definition";
import { renderFormulaPage } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { hearInterruption } from "../interruption.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import { rowOfUnit } from "./index-explain.js";
import { type IndexOptions, scoreFile } from "./index-score.js";
import { wroteLine } from "./wrote-line.js";

/**
 * `cx index formula`: the whole definition as a page in Markdown with its formulas in LaTeX; with data, one unit worked through.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row, or `undefined`
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexFormula(
  name: string,
  file: string | undefined,
  options: IndexOptions & { readonly unit?: string },
  run: Run,
): Promise<Answer> {
  const { output, unit } = options;
  const lang = run.asked ?? languageOfFile(output) ?? run.lang;
  const scored = file === undefined ? undefined : await scoreFile(name, file, options, run);
  const definition = scored?.definition ?? (await indexDefinitionNamed(name, run.tables.folder));
  // Without a name the first unit is as good an example as any.
  const row = scored && file !== undefined && unit !== undefined ? rowOfUnit(scored.result, unit, file) : 0;
  await hearInterruption(run.io.signal);
  const page = renderFormulaPage(definition, {
    lang,
    ...(scored ? { result: scored.result, unit: row } : {}),
  });
  if (output !== undefined) {
    const target = resolve(run.tables.folder, output);
    await refuseInput(target, output, file === undefined ? [name] : [file, name], run.tables.folder);
    await writeWhole(target, page, output, run.io.signal);
  }
  return {
    definition: referenceTo(definition),
    engine: scored?.result.engine ?? engine,
    result: { lang, page },
    warnings: scored?.result.warnings ?? [],
    text: output === undefined ? page.trimEnd() : wroteLine([output], run),
  };
}

/**
 * The language that the name of a file speaks of: `formula.zh.md`.
 *
 * @example
 * ```js
 * languageOfFile("out/formula.zh.md"); // => "zh"
 * ```
 */
export function languageOfFile(file: string | undefined): Language | undefined {
  return /\.(en|zh)\.\w+$/.exec(file ?? "")?.[1] as Language | undefined;
}
