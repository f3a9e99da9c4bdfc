import {
  type BenchmarkOptions,
  benchmarkUnits,
  scoreIndex,
  type UnitBenchmark,
} from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { parseNumberOption } from "../number-option.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { indexBenchmarkText } from "./index-benchmark-text.js";
import { readIndexInputs } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";

/** Options of `cx index benchmark`, as written. */
export interface IndexBenchmarkOptions extends IndexOptions {
  readonly peers?: string;
  readonly node?: string;
  readonly percentile?: string;
  readonly better?: string;
  readonly leastPeers?: string;
}

/**
 * `cx index benchmark`: every unit among its peers (横向对标).
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexBenchmark(
  name: string,
  file: string,
  options: IndexBenchmarkOptions,
  run: Run,
): Promise<Answer> {
  const percentile = expectChoice(options.percentile, "--percentile", ["hazen", "cumulative", "inclusive"]);
  const better = expectChoice(options.better, "--better", ["higher", "lower"]);
  const minimumPeers = parseNumberOption(options.leastPeers, "--least-peers", {
    least: 1,
    most: Number.MAX_SAFE_INTEGER,
    integer: true,
  });
  const peers = options.peers?.trim();
  const attributes = peers === undefined ? [] : [peers];
  const { definition, table, calculate } = await readIndexInputs(name, file, { ...options, attributes }, run);
  const result = await calculate(() => scoreIndex(definition, table));
  const groups = peers === undefined ? undefined : Array.from(table.attributes?.[peers] ?? []);
  const asked: BenchmarkOptions = {
    ...(options.node === undefined ? {} : { node: options.node }),
    ...(groups ? { peers: groups } : {}),
    ...(percentile ? { percentile } : {}),
    ...(better ? { better } : {}),
    ...(minimumPeers === undefined ? {} : { minimumPeers }),
  };
  const told = benchmarkUnits(result, asked);
  const answer: Answer = {
    definition: result.definition,
    engine: result.engine,
    result: told,
    warnings: result.warnings,
    text: indexBenchmarkText(told, definition, run),
  };
  return answerOrFile(answer, options.output, [file, name], run, csvOf(told));
}

function csvOf({ units }: UnitBenchmark): CsvRows {
  return [
    ["unit", "group", "value", "n", "rank", "percentile", "gapToBest", "leadOverMedian", "reason"],
    ...units.map((unit) => {
      if (unit.status !== "ok")
        return [unit.unit, unit.group, null, null, null, null, null, null, unit.reason];
      const { group, value, n, rank, percentile, gapToBest, leadOverMedian } = unit;
      return [unit.unit, group, value, n, rank, percentile, gapToBest, leadOverMedian, null];
    }),
  ];
}
