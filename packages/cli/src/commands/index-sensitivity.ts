import { CxMetricsError, type DefinitionReference } from "@cxmetrics/definition";
import {
  analyseSensitivity,
  dropOne,
  effectiveImportance,
  effectiveWeights,
  type IndexDefinition,
  type IndexTable,
  oneAtATime,
  type SensitivityOutput,
} from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { parseNumberOption } from "../number-option.js";
import { needsOption, optionNotUsed, seedMissing } from "../problems.js";
import { readFactorFile } from "../read/read-factors.js";
import { answerOrFile } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { readIndexInputs } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";
import { dropOneText, importanceText, oneAtATimeText, sobolText } from "./index-sensitivity-text.js";

/** Options of `cx index sensitivity`, as written. */
export interface IndexSensitivityOptions extends IndexOptions {
  readonly factors?: string;
  readonly method?: string;
  readonly samples?: string;
  readonly design?: string;
  readonly bootstrap?: string;
  readonly seed?: string;
  readonly level?: string;
  readonly node?: string;
  readonly unit?: string;
}

const methods = ["sobol", "one-at-a-time", "drop-one", "importance"] as const;

/**
 * `cx index sensitivity`: which decisions an index rests on.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexSensitivity(
  name: string,
  file: string,
  options: IndexSensitivityOptions,
  run: Run,
): Promise<Answer> {
  const method = expectChoice(options.method, "--method", methods) ?? "sobol";
  refuseIdle(method, options);
  const factors =
    options.factors === undefined ? [] : await readFactorFile(options.factors, run.tables.folder);
  const sobol = sobolOptions(options);
  const { definition, table, calculate } = await readIndexInputs(name, file, options, run);
  const study = { definition, table, node: options.node, run };
  const { reference, result, text } = await calculate(() => {
    if (method === "drop-one") return studyOf(study, dropOne, dropOneText);
    if (method === "importance") return importanceStudy(study);
    if (method === "one-at-a-time")
      return studyOf(study, (d, t, o) => oneAtATime(d, t, { factors, ...o }), oneAtATimeText);
    const outputs = outputsOf(options);
    const told = analyseSensitivity(definition, table, {
      factors,
      ...sobol,
      ...(outputs ? { outputs } : {}),
    });
    const { definition: reference, engine: _engine, ...result } = told;
    return { reference, result, text: sobolText(told, definition, run) };
  });
  const answer: Answer = { definition: reference, engine, result, warnings: [], text };
  const inputs = [file, name, ...(options.factors === undefined ? [] : [options.factors])];
  return answerOrFile(answer, options.output, inputs, run);
}

interface Study {
  readonly definition: IndexDefinition;
  readonly table: IndexTable;
  readonly node: string | undefined;
  readonly run: Run;
}

function studyOf<T extends { readonly definition: DefinitionReference }>(
  { definition, table, node, run }: Study,
  study: (definition: IndexDefinition, table: IndexTable, options: { readonly node?: string }) => T,
  show: (told: T, units: readonly string[], definition: IndexDefinition, run: Run) => string,
) {
  const told = study(definition, table, node === undefined ? {} : { node });
  const { definition: reference, ...result } = told;
  return { reference, result, text: show(told, table.units, definition, run) };
}

function importanceStudy({ definition, table, node, run }: Study) {
  const told = effectiveImportance(definition, table, node === undefined ? {} : { node });
  const nominal = effectiveWeights(definition);
  const { id, version } = definition;
  if (told.status !== "ok")
    return { reference: null, result: told, text: `${told.message[run.lang]}\n${id}@${version}` };
  const { definition: reference, ...result } = told;
  return { reference, result: { ...result, nominal }, text: importanceText(told, nominal, definition, run) };
}

/** Every option that the method would not read is a misunderstanding. */
function refuseIdle(method: (typeof methods)[number], options: IndexSensitivityOptions): void {
  const choice = `--method ${method}`;
  const needs = method === "sobol" || method === "one-at-a-time";
  const refuse = (option: string) => {
    throw new CxMetricsError(optionNotUsed, { path: [option], values: { choice, option } });
  };
  if (needs && options.factors === undefined)
    throw new CxMetricsError(needsOption, {
      path: ["--factors"],
      values: { choice, option: "--factors" },
    });
  if (!needs && options.factors !== undefined) refuse("--factors");
  if (method === "sobol") {
    if (options.seed === undefined)
      throw new CxMetricsError(seedMissing, { path: ["--seed"], values: { option: choice } });
    return;
  }
  for (const option of ["samples", "design", "bootstrap", "seed", "level", "unit"] as const)
    if (options[option] !== undefined) refuse(`--${option}`);
}

function sobolOptions({ samples, design, bootstrap, seed, level }: IndexSensitivityOptions) {
  const whole = (text: string | undefined, option: string, least: number, most: number) =>
    parseNumberOption(text, option, { least, most, integer: true });
  const read = {
    samples: whole(samples, "--samples", 16, 65_536),
    bootstrap: whole(bootstrap, "--bootstrap", 0, 10_000),
    seed: whole(seed, "--seed", 0, 4294967295),
    level: parseNumberOption(level, "--level", { least: 0.5, most: 0.9999 }),
    design: expectChoice(design, "--design", ["sobol", "random"]),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** With a unit, its score and rank; everything where nothing is named. */
function outputsOf({ unit, node }: IndexSensitivityOptions): readonly SensitivityOutput[] | undefined {
  if (unit === undefined && node === undefined) return undefined;
  const at = { ...(node === undefined ? {} : { node }) };
  const of = { ...at, ...(unit === undefined ? {} : { unit: unit.trim() }) };
  return [
    { of: "score", ...of },
    { of: "rank", ...of },
    { of: "mean-rank-shift", ...at },
  ];
}
