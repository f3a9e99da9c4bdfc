import { defineIndex } from "./define-index.js";
import { findWeightBase } from "./find-weight-base.js";
import type { IndexDefinition } from "./index-definition.js";

/**
 * The mean inside which global weights are told. It is the root where the root is a mean; where the root is a formula (it
 * rounds, deducts, multiplies), the one mean to which its formulas lead. With several such means, or none, a share of the
 * index is not defined and the answer is `undefined`.
 *
 * @param definition an index definition
 * @returns the id of the mean
 * @throws `CxMetricsError` as `defineIndex` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.rounded", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: {
 *     ease: leaf, trust: leaf,
 *     mean: { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" },
 *       children: [{ node: "ease", weight: 1 }, { node: "trust", weight: 3 }] },
 *     index: { kind: "formula", title, provenance, expression: { op: "round", of: ["mean"], digits: 1, mode: "half-even" } },
 *   },
 * });
 * weightBase(definition); // => "mean"
 * ```
 */
export function weightBase(definition: IndexDefinition): string | undefined {
  return findWeightBase(defineIndex(definition));
}
