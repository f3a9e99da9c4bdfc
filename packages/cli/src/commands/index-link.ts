import { CxMetricsError } from "@cxmetrics/definition";
import { type LinkedSeries, type LinkOptions, linkSeries } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { parseList } from "../list-option.js";
import { needsOption } from "../problems.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import { indexLinkText } from "./index-link-text.js";
import type { IndexOptions } from "./index-score.js";
import { readWaves } from "./read-waves.js";

/** Options of `cx index link`, as written. */
export interface IndexLinkOptions extends IndexOptions {
  readonly method: string;
  readonly overlap?: string;
  readonly factor?: string;
  readonly onto?: string;
  readonly node?: string;
}

/** The series of one definition: its name, and the file of its waves. */
export interface NamedSeries {
  readonly definition: string;
  readonly file: string;
}

/**
 * `cx index link`: the series of two definitions as one, over the periods scored with both.
 *
 * @param old the earlier definition and its data
 * @param now the later definition and its data
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexLink(
  old: NamedSeries,
  now: NamedSeries,
  options: IndexLinkOptions,
  run: Run,
): Promise<Answer> {
  const asked = askedFor(options);
  if (options.periods === undefined)
    throw new CxMetricsError(needsOption, {
      path: ["--periods"],
      values: { choice: "cx index link", option: "--periods" },
    });
  const { folder } = run.tables;
  const a = await indexDefinitionNamed(old.definition, folder);
  const b = await indexDefinitionNamed(now.definition, folder);
  const before = await readWaves(a, [old.file], options, run);
  const after = await readWaves(b, [now.file], options, run);
  const told = linkSeries(before, after, asked);
  const kept = options.onto === "new" ? b : a;
  const reference = (options.onto === "new" ? after : before)[0]?.result.definition ?? null;
  const answer: Answer = {
    definition: told.status === "ok" ? told.onto : reference,
    engine: after[0]?.result.engine ?? engine,
    result: told,
    warnings: told.status === "ok" ? told.warnings : [],
    text: indexLinkText(told, kept, run),
  };
  const inputs = [old.definition, old.file, now.definition, now.file];
  return answerOrFile(answer, options.output, inputs, run, told.status === "ok" ? csvOf(told) : undefined);
}

function askedFor(options: IndexLinkOptions): LinkOptions {
  const methods = ["multiplicative", "additive", "regression"] as const;
  const method = expectChoice(options.method, "--method", methods) ?? "additive";
  const factor = expectChoice(options.factor, "--factor", ["unit", "pooled"]);
  const onto = expectChoice(options.onto, "--onto", ["old", "new"]);
  const overlap = parseList(options.overlap, "--overlap");
  return {
    method,
    ...(factor === undefined ? {} : { factor }),
    ...(onto === undefined ? {} : { onto }),
    ...(overlap.length > 0 ? { overlap } : {}),
    ...(options.node === undefined ? {} : { node: options.node }),
  };
}

function csvOf({ series }: LinkedSeries): CsvRows {
  return [
    ["unit", "period", "value", "scored", "links", "linkError"],
    ...series.flatMap(({ unit, points }) =>
      points.map(({ period, value, scored, links, linkError }) => [
        unit,
        period,
        value,
        scored,
        links,
        linkError,
      ]),
    ),
  ];
}
