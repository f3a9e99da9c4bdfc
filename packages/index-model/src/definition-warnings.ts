import type { Warning } from "@cxmetrics/definition";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";
import { orderNodes } from "./order-nodes.js";
import { structureWarnings } from "./warnings.js";

/**
 * What a reader must know about a definition before any table is at hand: nodes that nothing reads, indicators that weigh
 * nothing, nodes that count more than once. `scoreIndex` tells them again beside what it has to say about the table.
 *
 * @param definition an index definition
 * @returns warnings `index.unreachable-node`, `index.zero-weight`, `index.shared-node`, in the order of the nodes; none where all is well
 * @throws `CxMetricsError` as `defineIndex` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const definition = { formatVersion: 1, id: "example.spare", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 },
 *   root: "ease", nodes: { ease: leaf, spare: leaf } };
 * definitionWarnings(definition).map(({ code, values }) => [code, values.node]); // => [["index.unreachable-node", "spare"]]
 * ```
 */
export function definitionWarnings(definition: IndexDefinition): readonly Warning[] {
  const document = defineIndex(definition);
  return structureWarnings(document, orderNodes(document.nodes));
}
