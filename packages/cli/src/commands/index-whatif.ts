import { CxMetricsError, parseDocument } from "@cxmetrics/definition";
import {
  type IndexDefinition,
  type IndexTable,
  type Movable,
  scoreIndex,
  smallestImprovement,
  type WhatIfOptions,
  whatIf,
} from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { parseAssignment, parseValue } from "../assignment-option.js";
import { engine } from "../engine.js";
import {
  badTargetOption,
  badWeightOption,
  optionNotUsed,
  severalUnits,
  whatIfEitherOr,
  whatIfNothing,
} from "../problems.js";
import { someNames } from "../read/hint.js";
import { readDocument } from "../read/read-document.js";
import { textToNumber } from "../read/text-to-number.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { rowOfUnit } from "./index-explain.js";
import { type IndexData, readIndexInputs } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";
import { improvementText, whatIfText } from "./index-whatif-text.js";
import { type MovableOptions, movables } from "./movables.js";

/** Options of `cx index whatif`, as written. */
export interface IndexWhatIfOptions extends IndexOptions, MovableOptions {
  readonly unit?: string;
  readonly set?: readonly string[];
  readonly weight?: readonly string[];
  readonly patch?: string;
  readonly target?: string;
  readonly node?: string;
  readonly better?: string;
}

/**
 * `cx index whatif`: what other values or weights would do to one unit, or what it takes to reach a score or a rank.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexWhatIf(
  name: string,
  file: string,
  options: IndexWhatIfOptions,
  run: Run,
): Promise<Answer> {
  const { set = [], weight = [], patch, target } = options;
  const changing = set.length > 0 ? "--set" : weight.length > 0 ? "--weight" : patch && "--patch";
  if (target !== undefined && changing)
    throw new CxMetricsError(whatIfEitherOr, { path: [changing], values: { option: changing } });
  if (target === undefined && !changing) throw new CxMetricsError(whatIfNothing);
  refuseIdle(options);
  const better = expectChoice(options.better, "--better", ["higher", "lower"]);
  const aim = target === undefined ? undefined : targetOf(target);
  const weights = weightsOf(weight);
  const assignments = set.map((text) => {
    const { name: place, value } = parseAssignment(text, "--set");
    return { place, value: parseValue(value, "--set") };
  });
  const inputs = [file, name, ...(patch === undefined ? [] : [patch])];
  const definitionPatch =
    patch === undefined
      ? undefined
      : (parseDocument((await readDocument(patch, run.tables.folder)).text) as object);
  const data = await readIndexInputs(name, file, options, run);
  const { definition, table } = data;
  if (aim !== undefined) return improvement(data, file, aim, { ...options, better }, inputs, run);
  const { unit, values } = unitAndValues(assignments, options.unit, definition, table);
  const row = await rowOf(data, unit, file);
  const asked: WhatIfOptions = {
    unit: row,
    ...(values ? { values } : {}),
    ...(weights ? { weights } : {}),
    ...(definitionPatch ? { definitionPatch } : {}),
    ...(better ? { better } : {}),
  };
  const told = await data.calculate(() => whatIf(definition, table, asked));
  const answer: Answer = {
    definition: told.definitions.before,
    engine,
    result: told,
    warnings: [],
    text: whatIfText(told, definition, run),
  };
  const csv: CsvRows = [
    ["node", "before", "after", "change"],
    ...told.nodes.map(({ node, before, after, change }) => [node, before, after, change]),
  ];
  return answerOrFile(answer, options.output, inputs, run, csv);
}

/** What only a search for a target reads. */
function refuseIdle(options: IndexWhatIfOptions): void {
  if (options.target !== undefined) return;
  for (const name of ["over", "bounds", "cost", "node"] as const)
    if (options[name] !== undefined) {
      const choice = { en: "A trial without --target", zh: "不带 --target 的试算" };
      const option = `--${name}`;
      throw new CxMetricsError(optionNotUsed, { path: [option], values: { choice, option } });
    }
}

type Target = { readonly score: number } | { readonly rank: number };

async function improvement(
  data: IndexData & { readonly definition: IndexDefinition },
  file: string,
  target: Target,
  options: Omit<IndexWhatIfOptions, "better"> & { readonly better: "higher" | "lower" | undefined },
  inputs: readonly string[],
  run: Run,
): Promise<Answer> {
  const { definition, table, calculate } = data;
  const { node, better } = options;
  const unit = await rowOf(data, options.unit, file);
  const over: readonly Movable[] = movables(definition, table, unit, options);
  const told = await calculate(() =>
    smallestImprovement(definition, table, {
      unit,
      target,
      over,
      ...(node === undefined ? {} : { node }),
      ...(better === undefined ? {} : { better }),
    }),
  );
  const text = improvementText(told, definition, run);
  const reference = "definition" in told ? told.definition : null;
  return answerOrFile(
    { definition: reference, engine, result: told, warnings: [], text },
    options.output,
    inputs,
    run,
  );
}

/** Row of the unit that is meant; scoring first refuses what cannot be scored in its own words. */
async function rowOf(
  { definition, table, calculate }: IndexData & { readonly definition: IndexDefinition },
  unit: string | undefined,
  file: string,
): Promise<number> {
  const result = await calculate(() => scoreIndex(definition, table));
  return rowOfUnit(result, unit, file);
}

/** Values by indicator, and the unit that `UNIT.INDICATOR=VALUE` names where `--unit` does not. */
function unitAndValues(
  assignments: readonly { readonly place: string; readonly value: number | null }[],
  named: string | undefined,
  definition: IndexDefinition,
  table: IndexTable,
): {
  readonly unit: string | undefined;
  readonly values: Readonly<Record<string, number | null>> | undefined;
} {
  const leaves = new Set(
    Object.entries(definition.nodes).flatMap(([id, node]) =>
      node.kind === "indicator" ? [id, node.column ?? id] : [],
    ),
  );
  const units = new Set(named === undefined ? [] : [named.trim()]);
  const known = new Set(table.units);
  const values = assignments.map(({ place, value }): readonly [string, number | null] => {
    if (leaves.has(place)) return [place, value];
    const leaf = [...leaves].find((id) => place.endsWith(`.${id}`));
    const unit = leaf === undefined ? undefined : place.slice(0, -leaf.length - 1);
    if (leaf === undefined || unit === undefined || !(known.has(unit) || named === undefined))
      return [place, value];
    units.add(unit);
    return [leaf, value];
  });
  if (units.size > 1)
    throw new CxMetricsError(severalUnits, { path: ["--set"], values: { units: someNames([...units]) } });
  return {
    unit: [...units][0],
    values: values.length === 0 ? undefined : Object.fromEntries(values),
  };
}

/** Weights by node and child. */
function weightsOf(
  texts: readonly string[],
): Readonly<Record<string, Readonly<Record<string, number | string>>>> | undefined {
  if (texts.length === 0) return undefined;
  const weights = new Map<string, Map<string, number | string>>();
  for (const text of texts) {
    const { name, value } = parseAssignment(text, "--weight");
    const [node = "", child = "", ...rest] = name.split(".");
    if (child === "" || node === "" || rest.length > 0 || value === "")
      throw new CxMetricsError(badWeightOption, { path: ["--weight"], values: { found: text } });
    const children = weights.get(node) ?? new Map();
    // A fraction stays exact; the engine refuses whatever is neither.
    weights.set(node, children.set(child, textToNumber(value) ?? value));
  }
  return Object.fromEntries([...weights].map(([node, children]) => [node, Object.fromEntries(children)]));
}

function targetOf(text: string): Target {
  const [, of, value = ""] = /^\s*(score|rank)\s*=(.*)$/.exec(text) ?? [];
  const number = textToNumber(value.trim());
  const fits = number !== undefined && (of === "score" || (Number.isSafeInteger(number) && number >= 1));
  if (!fits) throw new CxMetricsError(badTargetOption, { path: ["--target"], values: { found: text } });
  return of === "score" ? { score: number } : { rank: number };
}
