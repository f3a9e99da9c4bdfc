import { messageOfFault, toText } from "@cxmetrics/formula";
import { belowRoot } from "./below-root.js";
import { checkResult, resultAt, rowOf } from "./check-result.js";
import { aggregateParts, unitChildren, unitShares } from "./explain/aggregate-parts.js";
import { explainLeaf } from "./explain/explain-leaf.js";
import { findWeightBase } from "./find-weight-base.js";
import { globalWeights } from "./global-weights.js";
import type { Aggregate, IndexNode } from "./index-definition.js";
import type { IndexExplanation, NodeExplanation, PartExplanation } from "./index-explanation.js";
import type { IndexResult, NodeResult } from "./index-result.js";
import { linksOf } from "./links-of.js";
import { loweredOrNone } from "./lowered.js";
import { nodeAt } from "./node-at.js";
import { nodeKindOf } from "./node-kinds/registry.js";
import { orderNodes } from "./order-nodes.js";

/**
 * Tells how the index of one unit came about: for every node its value or the reason why there is none, its formula, its
 * weights as written, as defined and as they were after renormalising, and what each part contributed.
 *
 * Contributions to an arithmetic mean sum to its value; those to a geometric mean sum to the logarithm of its value;
 * formulas have none.
 *
 * @param result what `scoreIndex` returned, also when it went through JSON
 * @param unit name of the unit, or its row from 0 where a name stands more than once
 * @returns plain data, the root first
 * @throws `CxMetricsError` `index.unknown-unit`, `index.ambiguous-unit`, `index.not-a-result`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: {
 *     ease: leaf, trust: leaf,
 *     index: { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "renormalise", minimumAvailable: "1/4" },
 *       children: [{ node: "ease", weight: 3 }, { node: "trust", weight: 2 }] },
 *   },
 * });
 * const result = scoreIndex(definition, { units: ["App", "Web"], columns: { ease: [80, null], trust: [50, 64] } });
 * explainIndex(result, "App").nodes[0].parts.map((part) => part.contribution.value); // => [48, 20]
 * explainIndex(result, "Web").nodes[0].parts.map((part) => part.weight); // => [0.6, 0.4]
 * ```
 */
export function explainIndex(result: IndexResult, unit: string | number): IndexExplanation {
  const document = checkResult(result);
  const row = rowOf(result, unit);
  const order = orderNodes(document.nodes);
  const base = findWeightBase(document);
  const at = (id: string) => resultAt(result, id);

  const childrenOf = (node: Aggregate, id: string) => unitChildren(document, id, node, at, row);
  const effective = (node: Aggregate, id: string) =>
    unitShares(node, at(id).values[row] ?? null, childrenOf(node, id));
  const nominal = base === undefined ? undefined : globalWeights(document, order, base).weights;
  const renormalised =
    base === undefined ? undefined : globalWeights(document, order, base, { sharesOf: effective }).weights;

  const explain = (id: string): NodeExplanation => {
    const node = nodeAt(document, id);
    const told = at(id);
    const { values, reasons, coverage } = told;
    const expression = loweredOrNone(document, id);
    const steps = nodeKindOf(node).describe?.(document, id, node);
    const reason = reasons?.[row];
    const weight = nominal?.get(id) ?? null;
    return {
      id,
      title: node.title,
      kind: node.kind,
      provenance: node.provenance,
      value: values[row] ?? null,
      ...(reason ? { reason: { code: reason, message: messageOfFault(reason) } } : {}),
      formula: expression === undefined ? (steps?.en ?? id) : `${id} = ${toText(expression)}`,
      ...(steps ? { steps } : {}),
      ...extras(node, told, row),
      coverage: coverage[row] ?? null,
      globalWeight: weight,
      effectiveGlobalWeight: weight === null ? null : (renormalised?.get(id) ?? null),
      parts:
        node.kind === "aggregate"
          ? aggregateParts(document, id, node, values[row] ?? null, childrenOf(node, id))
          : formulaParts(node, at, row),
      ...(node.kind === "indicator"
        ? { leaf: explainLeaf(id, node, told, result.units[row] ?? "", row) }
        : {}),
    };
  };

  const grade = result.grades?.[row];
  return {
    definition: result.definition,
    engine: result.engine,
    unit: result.units[row] as string,
    row,
    root: document.root,
    weightBase: base ?? null,
    nodes: belowRoot(document).map(explain),
    ...(grade ? { grade } : {}),
  };
}

/** What only some kinds tell: a gate's status, several outputs, degrees of membership, the template a node comes from. */
function extras(node: IndexNode, told: NodeResult, row: number): Partial<NodeExplanation> {
  const atRow = (lists: Readonly<Record<string, readonly (number | null)[]>>) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list[row] ?? null] as const));
  const status = told.statuses?.[row];
  return {
    ...(status ? { status } : {}),
    ...(told.outputs ? { outputs: atRow(told.outputs) } : {}),
    ...(told.memberships ? { memberships: atRow(told.memberships) } : {}),
    ...(node.origin ? { origin: node.origin } : {}),
  };
}

function formulaParts(
  node: IndexNode,
  at: (id: string) => NodeResult,
  row: number,
): readonly PartExplanation[] {
  return linksOf(node).map(({ node: id, raw, output }) => {
    const told = at(id);
    // Formulas read raw values after the documented adjustments.
    const list = raw
      ? (told.adjusted ?? told.raw)
      : output === undefined
        ? told.values
        : (told.outputs?.[output] ?? told.memberships?.[output]);
    return {
      node: id,
      raw,
      ...(output === undefined ? {} : { output }),
      value: list?.[row] ?? null,
      weight: null,
      effectiveWeight: null,
      contribution: null,
    };
  });
}
