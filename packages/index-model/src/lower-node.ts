import { expectText } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";
import { lowered } from "./lowered.js";

/**
 * The value of a node as one formula over the nodes that it reads; a leaf reads its own raw value as `<id>.raw`. Scores,
 * printed formulas and sentences all come from this formula.
 *
 * @param definition an index definition
 * @param id id of a node
 * @returns the formula as plain data
 * @throws `CxMetricsError` as `defineIndex` does, and `index.dangling-node` when there is no such node
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const normalise = { method: "goalposts", worst: 50, best: 95, cap: "none", onto: { lower: 0, upper: 1 } };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const definition = defineIndex({ ...head, root: "ease", nodes: { ease } });
 * lowerNode(definition, "ease").of[1]; // => { op: "subtract", of: [95, 50] }
 * ```
 */
export function lowerNode(definition: IndexDefinition, id: string): Expression {
  return lowered(defineIndex(definition), expectText(id, ["id"]));
}
