import { type DefinitionReference, expectNumber, expectRecord, expectText } from "@cxmetrics/definition";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { nodeAt } from "../node-at.js";
import { ranksOf } from "../uncertainty/rank-counter.js";
import { rankShift } from "./analyse-sensitivity.js";
import type { Factor } from "./factor.js";
import { type ReadyFactor, readFactors } from "./read-factors.js";
import { type VariantScorer, variantScorer } from "./variant-scorer.js";

/** Options of `oneAtATime`. */
export interface OneAtATimeOptions {
  readonly factors: readonly Factor[];
  /** Node that is told; the root when left out. */
  readonly node?: string;
  /** Probability at which the low and the high setting of a numeric factor are taken; 0.05 (and 0.95) when left out. */
  readonly tail?: number;
}

/** What one setting of one factor does, all others as written. */
export interface VariantEffect {
  readonly factor: string;
  /** The number that was set, or the name of the choice. */
  readonly setting: number | string;
  readonly values: readonly (number | null)[];
  /** Value less the value as written. */
  readonly changes: readonly (number | null)[];
  readonly ranks: readonly (number | null)[];
  /** Mean absolute shift of ranks; `null` where a unit is ranked on one side only. */
  readonly meanRankShift: number | null;
}

/** An index under settings changed one by one. */
export interface OneAtATime {
  readonly definition: DefinitionReference;
  readonly node: string;
  readonly units: readonly string[];
  readonly values: readonly (number | null)[];
  readonly ranks: readonly (number | null)[];
  readonly effects: readonly VariantEffect[];
}

/**
 * Changes one factor at a time, the others as written: numeric factors to a low and a high quantile of their range, choices to each of
 * theirs. It shows what single decisions do; what they do together only `analyseSensitivity` sees.
 *
 * @param definition an index definition
 * @param table the table to score
 * @param options factors as for `analyseSensitivity`, node, tail (0.001 to 0.499)
 * @returns values, changes and ranks for each setting; rank 1 is the highest value, equal values share the best rank
 * @throws `CxMetricsError` as `analyseSensitivity` does for factors
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const children = [{ node: "ease", weight: 0.5 }, { node: "trust", weight: 0.5 }];
 * const index = { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" }, children };
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, trust: leaf, index },
 * });
 * const table = { units: ["App", "Web"], columns: { ease: [90, 40], trust: [40, 90] } };
 * const factors = [{ id: "mean", path: "nodes.index.method", options: ["arithmetic-mean", "geometric-mean"] }];
 * oneAtATime(definition, table, { factors }).effects[1].changes; // => [-5, -5]
 * ```
 */
export function oneAtATime(
  definition: IndexDefinition,
  table: IndexTable,
  options: OneAtATimeOptions,
): OneAtATime {
  const document = defineIndex(definition);
  const record = expectRecord(options, ["options"], ["factors"], ["node", "tail"]);
  const factors = readFactors(document, record["factors"]);
  const node = record["node"] === undefined ? document.root : expectText(record["node"], ["options", "node"]);
  nodeAt(document, node);
  const tail =
    record["tail"] === undefined
      ? 0.05
      : expectNumber(record["tail"], ["options", "tail"], { least: 0.001, most: 0.499 });
  const scorer = variantScorer(document, table);
  const base = baseOf(scorer, node);
  const effects = factors.flatMap((factor) =>
    settingsOf(factor, tail).map((u): VariantEffect => {
      const { label, ...decision } = factor.decide(u);
      const [scores = new Float64Array(0)] = scorer.score([decision], [node], `${factor.id} ${label}`);
      return { factor: factor.id, setting: label, ...effectOf(base, scores) };
    }),
  );
  const { definition: reference } = scorer.base;
  const ranks = toldRanks(ranksOf(base));
  return { definition: reference, node, units: [...table.units], values: told(base), ranks, effects };
}

/** Scores as written. */
export function baseOf({ base }: VariantScorer, node: string): Float64Array {
  return Float64Array.from(base.nodes[node]?.values ?? [], (value) => value ?? Number.NaN);
}

/** What changed between two lists of scores. */
export function effectOf(base: Float64Array, scores: Float64Array) {
  const ranks = ranksOf(scores);
  const shift = rankShift(ranksOf(base), ranks);
  return {
    values: told(scores),
    changes: told(scores.map((value, row) => value - (base[row] ?? Number.NaN))),
    ranks: toldRanks(ranks),
    meanRankShift: Number.isNaN(shift) ? null : shift,
  };
}

function settingsOf(factor: ReadyFactor, tail: number): readonly number[] {
  const count = factor.choices.length;
  return factor.kind === "numeric"
    ? [tail, 1 - tail]
    : Array.from({ length: count }, (_, at) => (at + 0.5) / count);
}

/** Adding 0 turns −0 into 0. */
function told(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value + 0));
}

function toldRanks(ranks: Uint32Array): (number | null)[] {
  return Array.from(ranks, (rank) => rank || null);
}
