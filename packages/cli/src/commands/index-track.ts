import { CxMetricsError } from "@cxmetrics/definition";
import { type IndexTrack, type TrackOptions, trackIndex } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { parseNumberOption } from "../number-option.js";
import { earlierNeedsBoth, needsOption } from "../problems.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import type { IndexOptions } from "./index-score.js";
import { indexTrackText } from "./index-track-text.js";
import { readWaves } from "./read-waves.js";

/** Options of `cx index track`, as written. */
export interface IndexTrackOptions extends IndexOptions {
  readonly earlier?: string;
  readonly earlierData?: string;
  readonly link?: string;
  readonly factor?: string;
  readonly node?: string;
  readonly baseline?: string;
  readonly sigma?: string;
}

/**
 * `cx index track`: every unit through the waves of an index (纵向追踪).
 *
 * @param name id of a definition, or the path of its file
 * @param files one table a wave, or tables with a column of periods
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexTrack(
  name: string,
  files: readonly string[],
  options: IndexTrackOptions,
  run: Run,
): Promise<Answer> {
  const asked = askedFor(options);
  const { earlier, earlierData } = options;
  if ((earlier === undefined) !== (earlierData === undefined)) {
    const option = earlier === undefined ? "--earlier" : "--earlier-data";
    throw new CxMetricsError(earlierNeedsBoth, { path: [option], values: { option } });
  }
  const { folder } = run.tables;
  const definition = await indexDefinitionNamed(name, folder);
  const before = earlier === undefined ? undefined : await indexDefinitionNamed(earlier, folder);
  const waves = [
    ...(before && earlierData !== undefined ? await readWaves(before, [earlierData], options, run) : []),
    ...(await readWaves(definition, files, options, run)),
  ];
  const told = trackIndex(waves, asked);
  const last = waves.at(-1)?.result;
  const answer: Answer = {
    definition: told.status === "ok" ? told.onto : (last?.definition ?? null),
    engine: last?.engine ?? engine,
    result: told,
    warnings: told.status === "ok" ? told.warnings : [],
    text: indexTrackText(told, definition, run),
  };
  const inputs = [name, ...files, ...[earlier, earlierData].filter((file) => file !== undefined)];
  return answerOrFile(answer, options.output, inputs, run, told.status === "ok" ? csvOf(told) : undefined);
}

function askedFor(options: IndexTrackOptions): TrackOptions {
  const method = expectChoice(options.link, "--link", ["multiplicative", "additive", "regression"]);
  const factor = expectChoice(options.factor, "--factor", ["unit", "pooled"]);
  if (factor !== undefined && method === undefined)
    throw new CxMetricsError(needsOption, {
      path: ["--link"],
      values: { choice: "--factor", option: "--link" },
    });
  const baseline = parseNumberOption(options.baseline, "--baseline", {
    least: 1,
    most: Number.MAX_SAFE_INTEGER,
    integer: true,
  });
  const sigma = parseNumberOption(options.sigma, "--sigma", { least: 0, most: 10, open: true });
  const chart = {
    ...(baseline === undefined ? {} : { baseline }),
    ...(sigma === undefined ? {} : { sigma }),
  };
  return {
    ...(options.node === undefined ? {} : { node: options.node }),
    ...(method === undefined ? {} : { link: { method, ...(factor === undefined ? {} : { factor }) } }),
    ...(Object.keys(chart).length > 0 ? { chart } : {}),
  };
}

function csvOf({ units }: IndexTrack): CsvRows {
  return [
    ["unit", "period", "value", "scored", "links", "linkError", "change", "yearOverYear", "signals"],
    ...units.flatMap(({ unit, points, chart }) =>
      points.map(({ period, value, scored, links, linkError, change, yearOverYear }, at) => {
        const signals = chart.status === "ok" ? (chart.points[at]?.signals ?? []).join(" ") : null;
        return [unit, period, value, scored, links, linkError, change, yearOverYear, signals];
      }),
    ),
  ];
}
