import { parseDocument } from "@cxmetrics/definition";
import type { Factor } from "@cxmetrics/index-model";
import { readDocument } from "./read-document.js";

/**
 * Reads the decisions that could have been taken otherwise: a list, or a document with the one member `factors`. The engine checks
 * every factor and names the path of a mistake.
 *
 * @throws `CxMetricsError` those of reading a document
 */
export async function readFactorFile(file: string, folder: string): Promise<readonly Factor[]> {
  const document = parseDocument((await readDocument(file, folder)).text);
  const isRecord = typeof document === "object" && document !== null && !Array.isArray(document);
  const list = isRecord && Object.hasOwn(document, "factors") ? Reflect.get(document, "factors") : document;
  return list as readonly Factor[];
}
