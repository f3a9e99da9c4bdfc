import { basename } from "node:path";
import { type IndexDefinition, type IndexWave, scoreIndex } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { readIndexData } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";
import { orderPeriods } from "./order-periods.js";
import { tablePeriods } from "./table-periods.js";

/**
 * Scores the waves of an index, each by itself, in the order of time: the periods of `--periods`, or one file a wave, named after the file.
 *
 * @param definition definition of all of them
 * @param files tables
 * @param options how tables are read
 * @param run reader and the rest of the world
 */
export async function readWaves(
  definition: IndexDefinition,
  files: readonly string[],
  options: IndexOptions,
  run: Run,
): Promise<readonly IndexWave[]> {
  const waves: IndexWave[] = [];
  for (const file of files) {
    const { table, calculate } = await readIndexData(file, definition, options, run);
    if (options.periods === undefined) {
      const period = basename(file).replace(/\.\w+$/, "");
      waves.push({ period, result: await calculate(() => scoreIndex(definition, table)) });
    } else
      for (const { period, table: part } of tablePeriods(table))
        waves.push({ period, result: scoreIndex(definition, part) });
  }
  const names = waves.map(({ period }) => period);
  return orderPeriods(names).flatMap((at) => waves[at] ?? []);
}
