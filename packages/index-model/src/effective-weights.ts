import { expectText, type NotComputable } from "@cxmetrics/definition";
import { carriedNode } from "./carried-node.js";
import { defineIndex } from "./define-index.js";
import { findWeightBase } from "./find-weight-base.js";
import { globalWeights } from "./global-weights.js";
import type { IndexDefinition, IndexNode } from "./index-definition.js";
import { nodeAt } from "./node-at.js";
import { orderNodes } from "./order-nodes.js";

/**
 * Weight of every leaf in the whole index: the product of its shares along each way down through the means, summed over
 * the ways where a node has several parents. Through a geometric mean the weight is an exponent. Under full marks it is the
 * maximum of the leaf in the maximum of the whole. Gates, deductions and bonuses hand the weight on, as long as they leave
 * the value alone. Leaves that only formulas read have no weight and are left out; `weightlessLeaves` says why.
 *
 * $$ W_{leaf} = \sum_{ways} \prod_{steps} \frac{w_{child}}{\sum_{siblings} w} $$
 *
 * @param definition an index definition
 * @param from the mean inside which weights are told; `weightBase` of the definition when left out
 * @returns weight by leaf in the order of the definition; they sum to 1 where no formula stands in between
 * @throws `CxMetricsError` as `defineIndex` does, and `index.dangling-node` when `from` is no node
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const mean = (children) => ({ kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" }, children });
 * const definition = {
 *   formatVersion: 1, id: "example.two-levels", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: {
 *     speed: leaf, ease: leaf, trust: leaf,
 *     use: mean([{ node: "speed", weight: 1 }, { node: "ease", weight: 3 }]),
 *     index: mean([{ node: "use", weight: "1/2" }, { node: "trust", weight: "1/2" }]),
 *   },
 * };
 * effectiveWeights(definition); // => { speed: 0.125, ease: 0.375, trust: 0.5 }
 * ```
 */
export function effectiveWeights(
  definition: IndexDefinition,
  from?: string,
): Readonly<Record<string, number>> {
  const checked = defineIndex(definition);
  const start =
    from === undefined ? (findWeightBase(checked) ?? findPoints(checked)) : expectText(from, ["from"]);
  if (start === undefined) return {};
  nodeAt(checked, start);
  const { weights } = globalWeights(checked, orderNodes(checked.nodes), start, { points: true });
  return Object.fromEntries(
    leavesOf(checked).flatMap((id) => {
      const weight = weights.get(id);
      return weight === undefined ? [] : [[id, weight]];
    }),
  );
}

/**
 * The leaves without a weight in the whole index, each with the reason: it is read by a formula, or does not stand under
 * the mean that carries the weights.
 *
 * @param definition an index definition
 * @param from the mean inside which weights are told; `weightBase` of the definition when left out
 * @returns reason by leaf; empty where `effectiveWeights` tells of every leaf
 * @throws `CxMetricsError` as `effectiveWeights` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const definition = {
 *   formatVersion: 1, id: "example.ratio", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 2 }, root: "index",
 *   nodes: { women: leaf, men: leaf, index: { kind: "formula", title, provenance, expression: { op: "divide", of: ["women", "men"] } } },
 * };
 * weightlessLeaves(definition).women.reason; // => "weight-not-defined"
 * ```
 */
export function weightlessLeaves(
  definition: IndexDefinition,
  from?: string,
): Readonly<Record<string, NotComputable>> {
  const weights = effectiveWeights(definition, from);
  return Object.fromEntries(
    leavesOf(defineIndex(definition))
      .filter((id) => !Object.hasOwn(weights, id))
      .map((id) => [id, notDefined]),
  );
}

/** The full marks to which the root leads, where no mean carries the weights. */
function findPoints({ nodes, root }: IndexDefinition): string | undefined {
  let id: string | undefined = root;
  while (id !== undefined) {
    const node: IndexNode | undefined = nodes[id];
    if (node?.kind === "points") return id;
    id = node && carriedNode(node);
  }
  return undefined;
}

const notDefined: NotComputable = {
  status: "not-computable",
  reason: "weight-not-defined",
  message: {
    en: "No chain of means or full marks leads to this leaf, but a formula or a rule; a share of the index is not defined.",
    zh: "通向该指标的是公式或规则，而非逐级均值或满分制，因此它在指数中的占比没有定义。",
  },
};

function leavesOf(definition: IndexDefinition): readonly string[] {
  return Object.keys(definition.nodes).filter((id) => definition.nodes[id]?.kind === "indicator");
}
