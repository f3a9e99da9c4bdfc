import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  type ConformanceArea,
  type ConformanceVectors,
  parseConformanceVectors,
} from "@cxmetrics/conformance";

/** The published vectors of one area, without the pinned ones unless they are asked for. */
export async function readConformanceVectors(
  area: ConformanceArea,
  pinned: boolean,
): Promise<ConformanceVectors> {
  // `import.meta` is empty in the CommonJS build, `__filename` unknown in the other.
  const here = createRequire(typeof __filename === "string" ? __filename : import.meta.url);
  const file = here.resolve(`@cxmetrics/conformance/schemas/vectors/${area}.json`);
  const document = parseConformanceVectors(JSON.parse(await readFile(file, "utf8")));
  if (pinned) return document;
  return { ...document, vectors: document.vectors.filter(({ basis }) => basis !== "pinned") };
}
