import { type DefinitionDiff, diffDefinitions } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { exitCodes } from "../exit-codes.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import { indexDiffText } from "./index-diff-text.js";

/** Options of `cx index diff`, as written. */
export interface IndexDiffOptions {
  readonly check?: boolean;
  readonly output?: string;
}

/**
 * `cx index diff`: what changed from one definition to another, what it can do to a score, and which version it calls for.
 *
 * @param before id of the earlier definition, or the path of its file
 * @param after the later one
 * @param options what was written on the command line
 * @param run language and the rest of the world
 */
export async function runIndexDiff(
  before: string,
  after: string,
  options: IndexDiffOptions,
  run: Run,
): Promise<Answer> {
  const { folder } = run.tables;
  const a = await indexDefinitionNamed(before, folder);
  const b = await indexDefinitionNamed(after, folder);
  const diff = diffDefinitions(a, b);
  const refused = options.check === true && diff.verdict.status !== "sufficient";
  const answer: Answer = {
    definition: diff.to,
    engine,
    result: diff,
    warnings: [],
    text: indexDiffText(diff, run),
    ...(refused ? { exitCode: exitCodes.refused } : {}),
  };
  return answerOrFile(answer, options.output, [before, after], run, csvOf(diff));
}

function csvOf({ changes }: DefinitionDiff): CsvRows {
  return [
    ["class", "kind", "path", "node", "message.en", "message.zh"],
    ...changes.map(({ class: gravity, kind, path, node = null, message }) => [
      gravity,
      kind,
      path.join("."),
      node,
      message.en,
      message.zh,
    ]),
  ];
}
