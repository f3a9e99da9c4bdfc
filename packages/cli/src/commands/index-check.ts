import { referenceTo } from "@cxmetrics/definition";
import { tableNeeds } from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { exitCodes } from "../exit-codes.js";
import { answerOrFile } from "./answer-or-file.js";
import { definitionConcerns } from "./definition-concerns.js";
import { definitionTree } from "./definition-tree.js";
import { indexCheckText } from "./index-check-text.js";
import { indexDefinitionNamed } from "./index-definition-named.js";

/** Options of `cx index check`, as written. */
export interface IndexCheckOptions {
  readonly strict?: boolean;
  readonly output?: string;
}

/**
 * `cx index check`: whether a definition holds together, its tree with every weight, and what a reader must know.
 *
 * @param name id of a definition, or the path of its file
 * @param options what was written on the command line
 * @param run language and the rest of the world
 */
export async function runIndexCheck(name: string, options: IndexCheckOptions, run: Run): Promise<Answer> {
  const definition = await indexDefinitionNamed(name, run.tables.folder);
  const tree = definitionTree(definition);
  const warnings = definitionConcerns(definition, tree);
  const nodes = Object.entries(definition.nodes);
  const { columns, attributes } = tableNeeds(definition);
  const { title, purpose, scale, root, calibration } = definition;
  const answer: Answer = {
    definition: referenceTo(definition),
    engine,
    result: {
      title,
      ...(purpose ? { purpose } : {}),
      scale,
      root,
      nodes: nodes.length,
      indicators: nodes.filter(([, node]) => node.kind === "indicator").length,
      columns,
      attributes,
      weightBase: tree.weightBase,
      toFit: tree.toFit,
      calibrated: calibration !== undefined,
      tree: tree.lines.map((line) => {
        const node = definition.nodes[line.id];
        return { ...line, kind: node?.kind, title: node?.title, provenance: node?.provenance };
      }),
    },
    warnings,
    text: indexCheckText(definition, tree, { columns, attributes }, run),
    ...(options.strict && warnings.length > 0 ? { exitCode: exitCodes.refused } : {}),
  };
  return answerOrFile(answer, options.output, [name], run);
}
