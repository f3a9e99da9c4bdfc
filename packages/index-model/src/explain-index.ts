import { messageOfFault, toText, weightToNumber } from "@cxmetrics/formula";
import { aggregateMethods } from "./aggregates/registry.js";
import { belowRoot } from "./below-root.js";
import { checkResult, resultAt, rowOf } from "./check-result.js";
import { columnOf } from "./check-table.js";
import { findWeightBase } from "./find-weight-base.js";
import { childShares, globalWeights } from "./global-weights.js";
import type { Aggregate, IndexNode } from "./index-definition.js";
import type { IndexExplanation, NodeExplanation, PartExplanation } from "./index-explanation.js";
import type { IndexResult, NodeResult } from "./index-result.js";
import { linksOf } from "./links-of.js";
import { lowered } from "./lowered.js";
import { nodeAt } from "./node-at.js";
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

  const effective = (node: Aggregate, id: string) => effectiveShares(node, at(id), at, row);
  const nominal = base === undefined ? undefined : globalWeights(document, order, base).weights;
  const renormalised =
    base === undefined ? undefined : globalWeights(document, order, base, effective).weights;

  const explain = (id: string): NodeExplanation => {
    const node = nodeAt(document, id);
    const { values, reasons, coverage, raw, capped } = at(id);
    const reason = reasons?.[row];
    const weight = nominal?.get(id) ?? null;
    return {
      id,
      title: node.title,
      kind: node.kind,
      provenance: node.provenance,
      value: values[row] ?? null,
      ...(reason ? { reason: { code: reason, message: messageOfFault(reason) } } : {}),
      formula: `${id} = ${toText(lowered(document, id))}`,
      coverage: coverage[row] ?? null,
      globalWeight: weight,
      effectiveGlobalWeight: weight === null ? null : (renormalised?.get(id) ?? null),
      parts: partsOf(node, at, row, node.kind === "aggregate" ? effective(node, id) : []),
      ...(node.kind === "indicator"
        ? {
            leaf: {
              column: columnOf(node, id),
              unit: node.unit,
              raw: raw?.[row] ?? null,
              capped: capped?.[row] ?? null,
            },
          }
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

/** Shares of the children of a mean for one unit; `null` where the mean has no value. */
function effectiveShares(
  node: Aggregate,
  own: NodeResult,
  at: (id: string) => NodeResult,
  row: number,
): readonly (number | null)[] {
  if ((own.values[row] ?? null) === null) return node.children.map(() => null);
  const weights = node.children.map((child) =>
    (at(child.node).values[row] ?? null) === null ? 0 : weightToNumber(child.weight),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function partsOf(
  node: IndexNode,
  at: (id: string) => NodeResult,
  row: number,
  effective: readonly (number | null)[],
): readonly PartExplanation[] {
  if (node.kind !== "aggregate")
    return linksOf(node).map((link) => ({
      ...link,
      value: (link.raw ? at(link.node).raw : at(link.node).values)?.[row] ?? null,
      weight: null,
      effectiveWeight: null,
      contribution: null,
    }));
  const { contribution: kind, partOf } = aggregateMethods[node.method];
  const shares = childShares(node);
  return node.children.map((child, index) => {
    const value = at(child.node).values[row] ?? null;
    const share = effective[index] ?? null;
    const part = share === null ? null : value === null ? 0 : partOf(share, value);
    return {
      node: child.node,
      raw: false,
      value,
      weightAsWritten: child.weight,
      weight: shares[index] ?? null,
      effectiveWeight: share,
      contribution: part === null ? null : { kind, value: part },
    };
  });
}
