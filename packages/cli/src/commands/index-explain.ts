import { resolve } from "node:path";
import { CxMetricsError } from "@cxmetrics/definition";
import { explainIndex, type IndexResult } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { ambiguousUnit, needsUnit, unknownUnit } from "../problems.js";
import { didYouMean } from "../read/hint.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { indexExplainText } from "./index-explain-text.js";
import { type IndexOptions, scoreFile } from "./index-score.js";
import { wroteLine } from "./wrote-line.js";

/**
 * `cx index explain`: how the index of one unit came about, node by node.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexExplain(
  name: string,
  file: string,
  options: IndexOptions & { readonly unit?: string },
  run: Run,
): Promise<Answer> {
  const { result, definition } = await scoreFile(name, file, options, run);
  const explanation = explainIndex(result, rowOfUnit(result, options.unit, file));
  let text = indexExplainText(explanation, definition, run.lang);
  const { output } = options;
  if (output !== undefined) {
    const target = resolve(run.tables.folder, output);
    await refuseInput(target, output, [file, name], run.tables.folder);
    const content = /\.json$/i.test(output) ? JSON.stringify(explanation, null, 2) : text;
    await writeWhole(target, `${content}\n`, output, run.io.signal);
    text = wroteLine([output], run);
  }
  return {
    definition: result.definition,
    engine: result.engine,
    result: explanation,
    warnings: result.warnings,
    text,
  };
}

/**
 * Row of a unit by its name; the only row when no unit is named.
 *
 * @throws `CxMetricsError` `usage.needs-unit`, `index.unknown-unit` with the nearest name, `index.ambiguous-unit`
 */
export function rowOfUnit({ units }: IndexResult, name: string | undefined, file: string): number {
  if (name === undefined) {
    if (units.length === 1) return 0;
    throw new CxMetricsError(needsUnit, { path: ["--unit"], values: { count: units.length } });
  }
  const wanted = name.trim();
  const row = units.indexOf(wanted);
  const values = { file, unit: wanted };
  if (row < 0) {
    const hint = didYouMean(wanted, units.slice(0, 20_000));
    throw new CxMetricsError(unknownUnit, { path: [file, wanted], values: { ...values, hint } });
  }
  const count = units.filter((unit) => unit === wanted).length;
  if (count > 1)
    throw new CxMetricsError(ambiguousUnit, { path: [file, wanted], values: { ...values, count } });
  return row;
}
