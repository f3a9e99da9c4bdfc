import { resolveIndexDefinition } from "@cxmetrics/guides";
import { type IndexDefinition, parseIndexDefinition } from "@cxmetrics/index-model";
import { readDocument } from "../read/read-document.js";
import { isPath } from "./is-path.js";

/**
 * The index definition of a name: `id`, `id@version`, or the path of a definition file.
 *
 * @throws `CxMetricsError` `definition.unknown`, `definition.bad-reference`, and those of reading a document
 */
export async function indexDefinitionNamed(name: string, folder: string): Promise<IndexDefinition> {
  if (!isPath(name)) return resolveIndexDefinition(name);
  return parseIndexDefinition((await readDocument(name, folder)).text);
}
