import { parseDocument } from "@cxmetrics/definition";
import { evaluatePanel, type Panel, type PanelOptions } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { parseNumberOption } from "../number-option.js";
import { readDocument } from "../read/read-document.js";
import { answerOrFile } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { indexPanelText } from "./index-panel-text.js";

/** Options of `cx index panel`, as written. */
export interface IndexPanelOptions {
  readonly weigh?: string;
  readonly exclude?: string;
  readonly aggregation?: string;
  readonly threshold?: string;
  readonly output?: string;
}

/**
 * `cx index panel`: an expert panel over its rounds, and the weights of the last one.
 *
 * @param file YAML or JSON document with indicators, kind of judgement and rounds
 * @param options what was written on the command line
 * @param run language and the rest of the world
 */
export async function runIndexPanel(file: string, options: IndexPanelOptions, run: Run): Promise<Answer> {
  const weigh = expectChoice(options.weigh, "--weigh", ["equal", "authority"]);
  const exclude = expectChoice(options.exclude, "--exclude", ["none", "inconsistent"]);
  const aggregation = expectChoice(options.aggregation, "--aggregation", [
    "aij",
    "aip-arithmetic",
    "aip-geometric",
  ]);
  const threshold = parseNumberOption(options.threshold, "--threshold", { least: 0, most: 1 });
  const asked: PanelOptions = {
    ...(weigh ? { weigh } : {}),
    ...(exclude ? { exclude } : {}),
    ...(aggregation ? { aggregation } : {}),
    ...(threshold === undefined ? {} : { threshold }),
  };
  const { text } = await readDocument(file, run.tables.folder);
  // The evaluation checks whatever the document holds.
  const outcome = evaluatePanel(parseDocument(text) as Panel, asked);
  const answer: Answer = {
    definition: null,
    engine,
    result: outcome,
    warnings: outcome.status === "ok" ? outcome.warnings : [],
    text: indexPanelText(outcome, run),
  };
  const csv =
    outcome.status === "ok"
      ? [
          ["indicator", "weight", "standardDeviation"],
          ...outcome.indicators.map((id, at) => [
            id,
            outcome.weights[at] ?? null,
            outcome.weightDeviations[at] ?? null,
          ]),
        ]
      : undefined;
  return answerOrFile(answer, options.output, [file], run, csv);
}
