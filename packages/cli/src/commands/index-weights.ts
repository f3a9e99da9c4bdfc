import { CxMetricsError, type NotComputable } from "@cxmetrics/definition";
import {
  type AhpOptions,
  type AhpWeights,
  ahpWeights,
  type ComputedWeights,
  randomIndexNames,
  type WeightMethodName,
  weightMethods,
} from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { noIndicatorColumns, optionNotUsed } from "../problems.js";
import { answersOf } from "../read/answers.js";
import type { NumberColumn } from "../read/column.js";
import { parseMissing } from "../read/missing-answers.js";
import { openTable } from "../read/read-table.js";
import { namingRows } from "../read/with-row.js";
import { answerOrFile } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { indexWeightsText } from "./index-weights-text.js";
import { readJudgements } from "./read-judgements.js";

/** Options of `cx index weights`, as written. */
export interface IndexWeightsOptions {
  readonly columns?: string;
  readonly down?: string;
  readonly complete?: boolean;
  readonly missing?: string;
  readonly prioritisation?: string;
  readonly randomIndex?: string;
  readonly threshold?: string;
  readonly output?: string;
}

/** Weights, or the reason why there are none, with the names of what is weighed. */
export interface NamedWeights {
  readonly indicators: readonly string[];
  readonly outcome: ComputedWeights | AhpWeights | NotComputable;
}

/** Methods that read a table of units. */
const tableMethods = Object.entries(weightMethods).flatMap(([name, { table }]) =>
  table === undefined ? [] : [name as WeightMethodName],
);

/**
 * `cx index weights`: weights from pairwise judgements (AHP, with its consistency ratio) or from a table of units.
 *
 * @param method name of the method
 * @param file square matrix of judgements, or table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexWeights(
  method: string,
  file: string,
  options: IndexWeightsOptions,
  run: Run,
): Promise<Answer> {
  const chosen = expectChoice(method, "<method>", ["ahp", ...tableMethods]) ?? "ahp";
  refuseIdle(chosen, options);
  const weighed =
    chosen === "ahp" ? await judged(file, options, run) : await measured(chosen, file, options, run);
  const { indicators, outcome } = weighed;
  const answer: Answer = {
    definition: null,
    engine,
    result: { ...outcome, indicators },
    warnings: outcome.status === "ok" ? outcome.warnings : [],
    text: indexWeightsText(weighed, weightMethods[chosen].title, run),
  };
  const csv =
    outcome.status === "ok"
      ? [["indicator", "weight"], ...outcome.weights.map((weight, at) => [indicators[at] ?? "", weight])]
      : undefined;
  return answerOrFile(answer, options.output, [file], run, csv);
}

async function judged(file: string, options: IndexWeightsOptions, run: Run): Promise<NamedWeights> {
  const prioritisation = expectChoice(options.prioritisation, "--prioritisation", [
    "eigenvector",
    "geometric-mean",
  ]);
  const randomIndex = expectChoice(options.randomIndex, "--random-index", [...randomIndexNames, "none"]);
  const threshold = parseNumberOption(options.threshold, "--threshold", { least: 0, most: 1 });
  const asked: AhpOptions = {
    ...(prioritisation === undefined ? {} : { method: prioritisation }),
    ...(randomIndex === undefined ? {} : { randomIndex }),
    ...(threshold === undefined ? {} : { threshold }),
  };
  const { indicators, matrix, calculate } = await readJudgements(file, run);
  return { indicators, outcome: await calculate(() => ahpWeights(matrix, asked)) };
}

async function measured(
  method: WeightMethodName,
  file: string,
  options: IndexWeightsOptions,
  run: Run,
): Promise<NamedWeights> {
  const missing = parseMissing(options.missing);
  const named = parseList(options.columns, "--columns");
  const down = parseList(options.down, "--down");
  const source = await openTable(file, run.tables);
  try {
    const indicators = [...new Set(named.length > 0 ? named : await numericColumns(source))];
    if (indicators.length === 0)
      throw new CxMetricsError(noIndicatorColumns, { path: [file], values: { file } });
    const read = await source.read(
      Object.fromEntries(
        indicators.map((name, at) => [`c${at}`, { kind: "number", name, missing }] as const),
      ),
    );
    const columns = Object.fromEntries(
      indicators.map(
        (name, at) => [name, answersOf(read.columns[`c${at}`] as NumberColumn, missing)] as const,
      ),
    );
    const asked = {
      ...(options.complete ? { missing: "complete-units" } : {}),
      ...(down.length > 0 ? { directions: Object.fromEntries(down.map((name) => [name, "down"])) } : {}),
    };
    const places = Object.fromEntries(indicators.map((name) => [name, name]));
    const outcome = await namingRows(() => weightMethods[method].weigh({ columns }, asked), source, places);
    return { indicators, outcome };
  } finally {
    source.close();
  }
}

/** Columns whose cells are all numbers or blank. */
async function numericColumns(source: Awaited<ReturnType<typeof openTable>>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of source.columnNames) {
    if (name === "" || source.columnNames.indexOf(name) !== source.columnNames.lastIndexOf(name)) continue;
    const fits = await source.read({ column: { kind: "number", name } }).then(
      ({ columns }) => columns.column.values.some((value) => !Number.isNaN(value)),
      (thrown: unknown) => {
        if (
          typeof thrown === "object" &&
          thrown !== null &&
          "code" in thrown &&
          thrown.code !== "table.not-a-number"
        )
          throw thrown;
        return false;
      },
    );
    if (fits) found.push(name);
  }
  return found;
}

/** Every option that the method would not read is a misunderstanding. */
function refuseIdle(method: string, options: IndexWeightsOptions): void {
  const idle =
    method === "ahp"
      ? (["columns", "down", "complete", "missing"] as const)
      : (["prioritisation", "randomIndex", "threshold"] as const);
  const directed = weightMethods[method as WeightMethodName].table?.directions === true;
  const found =
    idle.find((key) => options[key] !== undefined) ??
    (method !== "ahp" && !directed && options.down !== undefined ? "down" : undefined);
  if (found === undefined) return;
  const option = found === "randomIndex" ? "--random-index" : `--${found}`;
  throw new CxMetricsError(optionNotUsed, { path: [option], values: { choice: method, option } });
}
