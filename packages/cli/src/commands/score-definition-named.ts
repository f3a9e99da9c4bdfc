import { parseScoreDefinition, resolveScoreDefinition, type ScoreDefinition } from "@cxmetrics/scores";
import { readDocument } from "../read/read-document.js";
import { isPath } from "./is-path.js";

/**
 * The score definition that `--metric` names: `id`, `id@version`, or the path of a definition file.
 *
 * @throws `CxMetricsError` `score.unknown-definition`, `definition.bad-reference`, and those of reading a document
 */
export async function scoreDefinitionNamed(name: string, folder: string): Promise<ScoreDefinition> {
  if (!isPath(name)) return resolveScoreDefinition(name);
  return parseScoreDefinition((await readDocument(name, folder)).text);
}
