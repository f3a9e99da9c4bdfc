import {
  type DefinitionReference,
  expectNumber,
  expectRecord,
  expectText,
  type NotComputable,
} from "@cxmetrics/definition";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { nodeAt } from "../node-at.js";
import { orderNodes } from "../order-nodes.js";
import { stackIndex } from "../uncertainty/stacked-index.js";
import { correlationRatio } from "./correlation-ratio.js";
import { leafSlopes } from "./leaf-slopes.js";
import { constantAcrossUnits, tooFewUnits } from "./reasons.js";

/** Options of `effectiveImportance`. */
export interface EffectiveImportanceOptions {
  /** Node whose differences are explained; the root when left out. */
  readonly node?: string;
  /** Groups of units for the correlation ratio, 2 to 50; the whole part of √n, 2 at least, when left out. */
  readonly groups?: number;
}

/** How much one indicator makes units differ. */
export interface IndicatorImportance {
  /** Covariance share; `null` where the node is no smooth function of leaves. */
  readonly covarianceShare: number | null;
  /** Correlation ratio η² over groups of units with similar values; `null` where there are too few or all are equal. */
  readonly correlationRatio: number | null;
  /** η² less what groups explain by chance (Kelley's ε²); may be below 0. */
  readonly adjusted: number | null;
}

/** Effective importance of the indicators below a node. */
export interface EffectiveImportance {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  readonly node: string;
  /** Units with a value of the node. */
  readonly n: number;
  readonly groups: number;
  readonly indicators: Readonly<Record<string, IndicatorImportance>>;
  /** Sum of the covariance shares: 1 where the node is linear in its leaves; `null` without shares. */
  readonly sumOfShares: number | null;
}

/**
 * What the indicators really weigh: which of them make the units differ. Nominal weights do not tell, because an indicator on which all
 * units agree moves nothing, and one that goes with the others takes their part.
 *
 * $$ \text{share}_j = \frac{\operatorname{cov}(c_j, y)}{\operatorname{var}(y)}, \quad c_{ij} = (x_{ij} - \bar x_j)\,\frac{\partial y_i}{\partial x_{ij}} \qquad \eta_j^2 = \frac{V(E(y \mid x_j))}{V(y)} $$
 *
 * $x_{ij}$ is the normalised value of a leaf and $\bar x_j$ its mean. For a weighted mean the share is $w_j \operatorname{cov}(x_j, y) /
 * \operatorname{var}(y)$ and the shares sum to 1; otherwise `sumOfShares` says how much a straight line explains. A share may be
 * negative: the leaf then evens differences out. η² is the share of variance between groups of units that are
 * neighbours on x, cut into groups of as near the same size as may be, equal values never apart.
 *
 * Sources: Paruolo, Saisana and Saltelli, JRSS A 176 (2013); Kelley, PNAS 21 (1935) for ε².
 *
 * @param definition an index definition
 * @param table the table to score
 * @param options node, groups
 * @returns importance of each indicator below the node, or `not-computable`: `too-few-units` (three values), `constant-across-units`
 * @throws `CxMetricsError` as `scoreIndex` does; `index.dangling-node`; `document.*` for options
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const children = [{ node: "ease", weight: 1 }, { node: "trust", weight: 1 }];
 * const index = { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" }, children };
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, trust: leaf, index },
 * });
 * const table = { units: ["App", "Web", "Branch"], columns: { ease: [10, 50, 90], trust: [60, 50, 64] } };
 * effectiveImportance(definition, table).indicators.ease.covarianceShare; // => 0.9271523178807947
 * ```
 */
export function effectiveImportance(
  definition: IndexDefinition,
  table: IndexTable,
  options: EffectiveImportanceOptions = {},
): EffectiveImportance | NotComputable {
  const document = defineIndex(definition);
  const record = expectRecord(options, ["options"], [], ["node", "groups"]);
  const node = record["node"] === undefined ? document.root : expectText(record["node"], ["options", "node"]);
  nodeAt(document, node);
  const stack = stackIndex(document, table);
  const values = stack.base.nodes[node]?.values ?? [];
  const rows = values.flatMap((value, row) => (value === null ? [] : [row]));
  const groups =
    record["groups"] === undefined
      ? Math.max(2, Math.floor(Math.sqrt(rows.length)))
      : expectNumber(record["groups"], ["options", "groups"], { least: 2, most: 50, integer: true });
  if (rows.length < 3) return tooFewUnits;
  const y = rows.map((row) => values[row] ?? 0);
  const spread = covariance(y, y);
  if (!(spread > 1e-24 * Math.max(...y.map((value) => value * value)))) return constantAcrossUnits;
  const leaves = orderNodes(document.nodes, [node]).filter((id) => nodeAt(document, id).kind === "indicator");
  const slopes = leafSlopes(stack, node, leaves, rows);
  let sum = 0;
  const indicators = leaves.map((id, j): [string, IndicatorImportance] => {
    const x = rows.map((row) => stack.base.nodes[id]?.values[row] ?? null);
    const present = x.filter((value) => value !== null);
    const mean = present.reduce((total, value) => total + value / present.length, 0);
    const parts = slopes?.map((unit, i) => (unit[j] ?? 0) * ((x[i] ?? mean) - mean));
    const share = parts ? covariance(parts, y) / spread : null;
    sum += share ?? 0;
    return [id, { covarianceShare: share, ...correlationRatio(x, y, groups) }];
  });
  return {
    status: "ok",
    definition: stack.base.definition,
    node,
    n: rows.length,
    groups,
    indicators: Object.fromEntries(indicators),
    sumOfShares: slopes ? sum : null,
  };
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value / list.length, 0);
  const [meanA, meanB] = [mean(a), mean(b)];
  return a.reduce((sum, value, i) => sum + (value - meanA) * ((b[i] ?? 0) - meanB), 0) / (a.length - 1);
}
