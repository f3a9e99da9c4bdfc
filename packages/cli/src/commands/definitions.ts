import { referenceTo } from "@cxmetrics/definition";
import {
  describeScore,
  resolveScoreDefinition,
  type ScoreDefinition,
  scoreDefinitions,
} from "@cxmetrics/scores";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { shorten } from "../show/shorten.js";
import { terminalTable } from "../show/terminal-table.js";

const publisherWidth = 60;

/**
 * `cx definitions`: every score definition that comes with `cx`, or the page of one.
 *
 * @param id `id` or `id@version`; all definitions where it is left out
 * @param run language and the rest of the world
 * @throws `CxMetricsError` `score.unknown-definition`, `definition.bad-reference`
 */
export async function runDefinitions(id: string | undefined, run: Run): Promise<Answer> {
  if (id === undefined) return listDefinitions(run);
  const definition = resolveScoreDefinition(id);
  const page = describeScore(definition, run.lang);
  return {
    definition: referenceTo(definition),
    engine,
    result: { lang: run.lang, document: definition, page },
    warnings: [],
    text: page.trimEnd(),
  };
}

function listDefinitions({ lang, bold }: Run): Answer {
  const all: readonly ScoreDefinition[] = Object.values(scoreDefinitions);
  const table = terminalTable(
    [
      { head: words.definition[lang], align: "left" },
      { head: words.scale[lang], align: "left" },
      { head: words.title[lang], align: "left" },
      { head: words.publisher[lang], align: "left" },
    ],
    all.map(({ id, version, title, scale, provenance }) => [
      `${id}@${version}`,
      `${scale.min}…${scale.max}`,
      printable(title[lang]),
      shorten(printable(provenance.source), publisherWidth),
    ]),
    bold,
  );
  return {
    definition: null,
    engine,
    rows: all.map(({ id, version, title, scale, direction, statistic, provenance }) => {
      const { source: publisher, url = null, status } = provenance;
      return { id, version, title, publisher, url, status, scale, direction, statistic };
    }),
    warnings: [],
    text: [table, "", say(lang, words.definitionsNote, { count: all.length })].join("\n"),
  };
}
