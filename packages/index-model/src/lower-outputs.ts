import { expectText } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";
import { nodeAt } from "./node-at.js";
import { lowerTrigger } from "./node-kinds/gate/lower-gate.js";
import { nodeKindOf } from "./node-kinds/registry.js";

/**
 * The further values of a node with several, each as one formula: the names that a `let` node sets, the degrees of a vector, the
 * points of a deduction, whether a gate is triggered. Other formulas read them as `<id>.<name>`.
 *
 * @param definition an index definition
 * @param id id of a node
 * @returns formulas by name; empty for a node with one value
 * @throws `CxMetricsError` as `defineIndex` does, and `index.dangling-node` when there is no such node
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Bounds", zh: "界" };
 * const bounds = { kind: "let", title, provenance, default: { least: 20, most: 85 } };
 * const head = { formatVersion: 1, id: "example.let", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * lowerOutputs(defineIndex({ ...head, root: "bounds", nodes: { bounds } }), "bounds"); // => { least: 20, most: 85 }
 * ```
 */
export function lowerOutputs(definition: IndexDefinition, id: string): Readonly<Record<string, Expression>> {
  const document = defineIndex(definition);
  const node = nodeAt(document, expectText(id, ["id"]));
  if (node.kind === "gate") return { triggered: lowerTrigger(id, node) };
  return nodeKindOf(node).outputs?.(document, id, node) ?? {};
}
