import {
  type DefinitionReference,
  expectRecord,
  expectText,
  isCxMetricsError,
  type NotComputable,
} from "@cxmetrics/definition";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { nodeAt } from "../node-at.js";
import { orderNodes } from "../order-nodes.js";
import { baseOf, effectOf } from "./one-at-a-time.js";
import { cannotExclude } from "./problems.js";
import { notLeftOut } from "./reasons.js";
import { variantScorer } from "./variant-scorer.js";

/** Options of `dropOne`. */
export interface DropOneOptions {
  /** Node that is told; the root when left out. */
  readonly node?: string;
}

/** An index without one of its indicators. */
export interface DroppedIndicator {
  readonly status: "ok";
  readonly indicator: string;
  readonly values: readonly (number | null)[];
  readonly changes: readonly (number | null)[];
  readonly ranks: readonly (number | null)[];
  readonly meanRankShift: number | null;
}

/**
 * Leaves each indicator below a node out once; its siblings take over its weight. What moves nothing may be redundant, what moves much
 * carries the index.
 *
 * @param definition an index definition
 * @param table the table to score
 * @param options node
 * @returns for each indicator below the node what changes, or `not-computable` `needed` for one that a formula reads or that is an only child
 * @throws `CxMetricsError` as `scoreIndex` does; `index.dangling-node`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const children = [{ node: "ease", weight: 3 }, { node: "trust", weight: 1 }];
 * const index = { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" }, children };
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, trust: leaf, index },
 * });
 * const table = { units: ["App", "Web"], columns: { ease: [90, 40], trust: [30, 70] } };
 * dropOne(definition, table).indicators.trust.changes; // => [15, -7.5]
 * ```
 */
export function dropOne(
  definition: IndexDefinition,
  table: IndexTable,
  options: DropOneOptions = {},
): {
  readonly definition: DefinitionReference;
  readonly node: string;
  readonly indicators: Readonly<Record<string, DroppedIndicator | NotComputable>>;
} {
  const document = defineIndex(definition);
  const record = expectRecord(options, ["options"], [], ["node"]);
  const node = record["node"] === undefined ? document.root : expectText(record["node"], ["options", "node"]);
  nodeAt(document, node);
  const scorer = variantScorer(document, table);
  const base = baseOf(scorer, node);
  const leaves = orderNodes(document.nodes, [node]).filter((id) => nodeAt(document, id).kind === "indicator");
  const dropped = leaves.map((indicator): [string, DroppedIndicator | NotComputable] => {
    try {
      const decision = { set: [], exclude: [indicator] };
      const [scores = new Float64Array(0)] = scorer.score([decision], [node], indicator);
      return [indicator, { status: "ok", indicator, ...effectOf(base, scores) }];
    } catch (thrown) {
      if (!isCxMetricsError(thrown) || thrown.code !== cannotExclude.code) throw thrown;
      return [indicator, notLeftOut(String(thrown.values["parent"]))];
    }
  });
  return { definition: scorer.base.definition, node, indicators: Object.fromEntries(dropped) };
}
