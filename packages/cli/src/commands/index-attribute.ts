import { CxMetricsError } from "@cxmetrics/definition";
import { type AttributionOptions, attributeChange, type RevisionAspect } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { needsUnit } from "../problems.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { indexAttributeText } from "./index-attribute-text.js";
import { readTwoTables, type TwoTablesOptions } from "./two-tables.js";

/** Options of `cx index attribute`, as written. */
export interface IndexAttributeOptions extends TwoTablesOptions {
  readonly unit?: string;
  readonly method?: string;
  readonly node?: string;
  readonly revision?: string;
  readonly seed?: string;
  readonly permutations?: string;
}

/**
 * `cx index attribute`: what a change of the index is made of, exactly and additively.
 *
 * @param name id of a definition, or the path of its file
 * @param files earlier and later table, or one table with periods
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexAttribute(
  name: string,
  files: readonly [string, string | undefined],
  options: IndexAttributeOptions,
  run: Run,
): Promise<Answer> {
  const asked = askedFor(options);
  const { before, after, revised, inputs } = await readTwoTables(name, files, options, run);
  const units = before.table.units.length;
  if (options.unit === undefined && units > 1)
    throw new CxMetricsError(needsUnit, { path: ["--unit"], values: { count: units } });
  const told = await before.calculate(() =>
    attributeChange(before.definition, before.table, after.table, {
      ...asked,
      ...(options.unit === undefined ? {} : { unit: options.unit.trim() }),
      ...(revised ? { revised } : {}),
    }),
  );
  const { definition } = after;
  const reference = told.status === "ok" && "definition" in told.data ? told.data.definition : null;
  const answer: Answer = {
    definition: reference,
    engine,
    result: { names: [before.name, after.name], ...told },
    warnings: [],
    text: indexAttributeText(told, { definition, names: [before.name, after.name] }, run),
  };
  return answerOrFile(answer, options.output, inputs, run, told.status === "ok" ? csvOf(told) : undefined);
}

function askedFor(options: IndexAttributeOptions): AttributionOptions {
  const method = expectChoice(options.method, "--method", ["auto", "linear", "lmdi", "shapley"]);
  const seed = parseNumberOption(options.seed, "--seed", { least: 0, most: 4294967295, integer: true });
  const permutations = parseNumberOption(options.permutations, "--permutations", {
    least: 2,
    most: 100_000,
    integer: true,
  });
  const { node, revision } = options;
  const order = revision === "shapley" ? revision : parseList(revision, "--revision");
  return {
    ...(method === undefined ? {} : { method }),
    ...(node === undefined ? {} : { node }),
    ...(seed === undefined ? {} : { seed }),
    ...(permutations === undefined ? {} : { permutations }),
    // The engine refuses an order that is none, naming what it must hold.
    ...(revision === undefined ? {} : { revision: order as "shapley" | ("data" | RevisionAspect)[] }),
  };
}

function csvOf(told: Extract<ReturnType<typeof attributeChange>, { status: "ok" }>): CsvRows {
  const inputs = "inputs" in told.data ? told.data.inputs : [];
  return [
    ["cause", "kind", "availability", "contribution"],
    ...inputs.map(({ input, kind, availability, contribution }) => [input, kind, availability, contribution]),
    ...(inputs.length === 0 ? [["data", "data", null, told.data.change]] : []),
    ...(told.revision?.aspects ?? []).map(({ aspect, contribution }) => [
      aspect,
      "revision",
      null,
      contribution,
    ]),
    ["change", "sum", null, told.change],
  ];
}
