import { referenceTo } from "@cxmetrics/definition";
import { intervalMethods } from "@cxmetrics/scores";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { parseEngine } from "../engine-choice.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { type DesignColumns, variancePolicyOf } from "./design-columns.js";
import { designNote } from "./design-note.js";
import { expectChoice } from "./expect-choice.js";
import { readRatings } from "./read-ratings.js";
import { scoreDefinitionNamed } from "./score-definition-named.js";
import { scoreRow } from "./score-row.js";
import { scoreTable } from "./score-table.js";

/** Options of `cx score`, as written. */
export interface ScoreOptions extends DesignColumns {
  readonly metric: string;
  readonly rating: string;
  readonly by?: string;
  readonly weight?: string;
  readonly missing?: string;
  readonly level?: string;
  readonly interval?: string;
  readonly minN?: string;
  readonly engine?: string;
}

/**
 * `cx score`: a score from a rating column, for everyone or by group.
 *
 * @param file table with one answer a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runScore(file: string, options: ScoreOptions, run: Run): Promise<Answer> {
  const by = parseList(options.by, "--by");
  const choice = parseEngine(options.engine);
  const level = parseLevel(options.level);
  const minN = parseNumberOption(options.minN, "--min-n", {
    least: 1,
    most: Number.POSITIVE_INFINITY,
    integer: true,
  });
  const definition = await scoreDefinitionNamed(options.metric, run.tables.folder);
  const interval = expectChoice(options.interval, "--interval", intervalMethods[definition.statistic.kind]);
  const { rating, weight, missing, strata, cluster, fpc } = options;
  const policy = variancePolicyOf(options);
  const columns = { rating, weight, missing, strata, cluster, fpc, by };
  const { groups, warnings } = await readRatings(file, columns, definition, run.tables, choice);
  await hearInterruption(run.io.signal);
  const scored = groups.map((group) => scoreRow(group, definition, { by, level, interval, minN, policy }));
  const rows = scored.map(({ row }) => row);
  return {
    definition: referenceTo(definition),
    engine: scored.find((one) => one.engine !== undefined)?.engine ?? engine,
    rows,
    warnings: [...warnings, ...scored.flatMap((one) => one.warnings)],
    text: scoreTable(rows, definition, {
      by,
      weighted: weight !== undefined,
      design: designNote(options, run.lang),
      level: level ?? definition.interval.level,
      method: interval ?? definition.interval.method,
      run,
    }),
  };
}

/** Reads `--level`. */
export function parseLevel(text: string | undefined): number | undefined {
  return parseNumberOption(text, "--level", { least: 0, most: 1, open: true });
}
