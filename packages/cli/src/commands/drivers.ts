import { engine, type RelativeImportanceInput, relativeImportance } from "@cxmetrics/stats";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { parseRandom, type RandomOptions } from "../random-option.js";
import { answersOf } from "../read/answers.js";
import type { NumberColumn } from "../read/column.js";
import { parseMissing } from "../read/missing-answers.js";
import { openTable } from "../read/read-table.js";
import { namingRows } from "../read/with-row.js";
import { driversTable } from "./drivers-table.js";
import { expectChoice } from "./expect-choice.js";
import { parseLevel } from "./score.js";

/** Options of `cx drivers`, as written. */
export interface DriversOptions extends RandomOptions {
  readonly outcome: string;
  readonly predictors: string;
  readonly method?: string;
  readonly weight?: string;
  readonly missing?: string;
  readonly outcomeMissing?: string;
  readonly level?: string;
}

/**
 * `cx drivers`: how much each predictor adds to R². Rows that lack an answer are left out and counted.
 *
 * @param file table with one answer a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runDrivers(file: string, options: DriversOptions, run: Run): Promise<Answer> {
  const names = parseList(options.predictors, "--predictors");
  const method = expectChoice(options.method, "--method", ["lmg", "johnson", "pratt"]) ?? "lmg";
  const level = parseLevel(options.level);
  const draws = parseRandom(options);
  const missing = parseMissing(options.missing);
  const ofOutcome =
    options.outcomeMissing === undefined
      ? missing
      : parseMissing(options.outcomeMissing, "--outcome-missing");
  const table = await openTable(file, run.tables);
  try {
    const { columns } = await table.read({
      ...Object.fromEntries(
        names.map((name, index) => [`p${index}`, { kind: "number", name, missing }] as const),
      ),
      outcome: { kind: "number", name: options.outcome, missing: ofOutcome },
      weight: options.weight === undefined ? undefined : { kind: "number", name: options.weight },
    });
    await hearInterruption(run.io.signal);
    const { outcome, weight, ...rest } = columns;
    const predictors = Object.values(rest) as readonly NumberColumn[];
    const { bootstrap: resamples, permutations, seed = 0 } = draws ?? {};
    const input: RelativeImportanceInput = {
      predictors: predictors.map((column, index) => ({
        name: names[index] ?? "",
        values: answersOf(column, missing),
      })),
      outcome: answersOf(outcome, ofOutcome),
      method,
      missing: "listwise",
      ...(weight ? { weights: weight.values } : {}),
      ...(resamples === undefined
        ? {}
        : { bootstrap: { resamples, seed, ...(level === undefined ? {} : { level }) } }),
      ...(permutations === undefined ? {} : { sample: { permutations, seed } }),
    };
    const found = await namingRows(() => relativeImportance(input), table, { weights: options.weight });
    const name = options.outcome.trim();
    const { warnings, ...result } = found.status === "ok" ? found : { ...found, warnings: [] };
    return {
      definition: null,
      engine,
      result: { outcome: name, ...result },
      warnings,
      text: driversTable(found, name, run),
    };
  } finally {
    table.close();
  }
}
