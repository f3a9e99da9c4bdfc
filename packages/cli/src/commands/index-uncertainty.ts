import { CxMetricsError } from "@cxmetrics/definition";
import {
  type IndexUncertainty,
  propagateUncertainty,
  type UncertainTable,
  type UncertaintyOptions,
} from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { seedMissing } from "../problems.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { readIndexInputs } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";
import { indexUncertaintyText } from "./index-uncertainty-text.js";
import { readCovariances, readEstimates } from "./read-estimates.js";

/** Options of `cx index uncertainty`, as written. */
export interface IndexUncertaintyOptions extends IndexOptions {
  readonly estimates: string;
  readonly covariance?: string;
  readonly inference?: string;
  readonly independent?: boolean;
  readonly shared?: string;
  readonly method?: string;
  readonly draws?: string;
  readonly seed?: string;
  readonly level?: string;
  readonly nodes?: string;
  readonly ranks?: boolean;
}

/**
 * `cx index uncertainty`: how sure the index is, from the errors of its raw values.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexUncertainty(
  name: string,
  file: string,
  options: IndexUncertaintyOptions,
  run: Run,
): Promise<Answer> {
  const { estimates, covariance, independent, output } = options;
  const plan = planOf(options);
  const shared = options.shared?.split(";").map((group) => parseList(group, "--shared"));
  const { definition, table, calculate } = await readIndexInputs(name, file, options, run);
  const uncertain: UncertainTable = {
    table,
    estimates: await readEstimates(estimates, table.units, options, run),
    ...(covariance === undefined
      ? {}
      : { covariance: await readCovariances(covariance, table.units, options, run) }),
    ...(independent ? { independent: true } : {}),
    ...(shared ? { sharedRespondents: shared } : {}),
  };
  const nodes = options.nodes === undefined ? [definition.root] : parseList(options.nodes, "--nodes");
  const all = nodes.length === 1 && nodes[0] === "all";
  const asked: UncertaintyOptions = {
    ...plan,
    ...(all ? {} : { nodes }),
    ...(options.ranks ? { ranks: definition.root } : {}),
  };
  const told = await calculate(() => propagateUncertainty(definition, uncertain, asked));
  const { definition: reference, engine, warnings, ...result } = told;
  const answer: Answer = {
    definition: reference,
    engine,
    result,
    warnings,
    text: indexUncertaintyText(told, definition, run),
  };
  const inputs = [file, name, estimates, ...(covariance === undefined ? [] : [covariance])];
  return answerOrFile(answer, output, inputs, run, csvOf(told));
}

/** What is drawn, and how; whatever draws in any case needs a seed. */
function planOf(options: IndexUncertaintyOptions): UncertaintyOptions {
  const method = expectChoice(options.method, "--method", ["auto", "linearised", "monte-carlo"]);
  const draws = parseNumberOption(options.draws, "--draws", { least: 100, most: 1_000_000, integer: true });
  const seed = parseNumberOption(options.seed, "--seed", { least: 0, most: 4294967295, integer: true });
  const level = parseNumberOption(options.level, "--level", { least: 0, most: 1, open: true });
  const drawing = method === "monte-carlo" ? "--method monte-carlo" : options.ranks ? "--ranks" : undefined;
  if (drawing !== undefined && seed === undefined)
    throw new CxMetricsError(seedMissing, { path: ["--seed"], values: { option: drawing } });
  return {
    ...(method === undefined ? {} : { method }),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(level === undefined ? {} : { level }),
  };
}

function csvOf({ nodes, units }: IndexUncertainty): CsvRows {
  const head = ["unit", "node", "status", "value", "standardError", "lower", "upper", "method", "reason"];
  const rows = Object.entries(nodes).flatMap(([node, list]) =>
    list.map((cell, row) => {
      const unit = units[row] ?? "";
      if (cell.status !== "ok") return [unit, node, cell.status, null, null, null, null, null, cell.reason];
      const { value, standardError, interval, method } = cell;
      const limits = interval.status === "ok" ? [interval.lower, interval.upper] : [null, null];
      return [unit, node, cell.status, value, standardError, ...limits, method, null];
    }),
  );
  return [head, ...rows];
}
