import {
  CxMetricsError,
  type DefinitionReference,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type NotComputable,
  type Warning,
} from "@cxmetrics/definition";
import { meanOf } from "../calibration/mean-and-deviation.js";
import { checkResult, resultAt } from "../check-result.js";
import { type RankSimilarity, rankSimilarity } from "../cohort/rank-similarity.js";
import { findWeightBase } from "../find-weight-base.js";
import type { IndexResult } from "../index-result.js";
import { nodeAt } from "../node-at.js";
import { warning } from "../warning.js";
import { sourceOnBothSides } from "./problems.js";
import {
  type LeafSource,
  type SourceScore,
  sourceScore,
  type WeighedLeaf,
  weighedLeaves,
} from "./source-scores.js";

/** Choices of a cross-check. */
export interface CrossCheckOptions {
  /** Node below which leaves are compared; the mean that carries the weights (`weightBase`) when left out. */
  readonly of?: string;
  /** Sources that tell what people think; `survey`, `expert`, `text` when left out. */
  readonly subjective?: readonly LeafSource[];
  /** Sources that tell what was measured; `behaviour`, `operational`, `statistic` when left out. */
  readonly objective?: readonly LeafSource[];
  /** Points of difference above which a unit is listed; a fifth of the scale of the definition when left out. */
  readonly threshold?: number;
}

/** Both sides of one node. */
export interface SourcePair {
  readonly subjective: SourceScore;
  readonly objective: SourceScore;
  /** Subjective minus objective, for every unit; `null` where a side is missing. */
  readonly gaps: readonly (number | null)[];
}

/** Subjective and objective scores side by side. */
export interface SourceCrossCheck extends SourcePair {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  readonly of: string;
  readonly units: readonly string[];
  /** The score of every single source that carries weight. */
  readonly sources: Readonly<Partial<Record<LeafSource, SourceScore>>>;
  /** Units with both sides. */
  readonly n: number;
  /** Mean of the gaps: above 0 people think better of the units than measurements do. `null` without such units. */
  readonly meanGap: number | null;
  readonly meanAbsoluteGap: number | null;
  /** How alike the two sides rank the units. */
  readonly similarity: RankSimilarity | NotComputable;
  readonly threshold: number;
  /** Rows whose gap exceeds the threshold either way, the widest first. */
  readonly disagreeing: readonly { readonly row: number; readonly unit: string; readonly gap: number }[];
  /** Children of the node that have both sides. */
  readonly parts: Readonly<Record<string, SourcePair>>;
  readonly warnings: readonly Warning[];
}

/**
 * Cross-check of subjective against objective indicators (主客观交叉验证): the score of each side, unit by unit, how far they lie
 * apart, and whether they rank the units alike. Agreement between sources that err differently is evidence; disagreement is a finding
 * to look into and never averaged away.
 *
 * $$ d_i = \frac{\sum_{j \in S} W_j x_{ij}}{\sum_{j \in S} W_j} - \frac{\sum_{j \in O} W_j x_{ij}}{\sum_{j \in O} W_j} $$
 *
 * $W_j$ is the weight of a leaf in the whole; missing leaves are left out of their side, and `coverage` tells. Values are compared on
 * the scale of the definition, so every leaf must be normalised onto it; a warning tells where one lies outside.
 *
 * @param result what `scoreIndex` gave
 * @param options node, sides, threshold
 * @returns both sides, gaps and similarity of ranks, or `not-computable`: `weight-not-defined`, `one-sided`
 * @throws `CxMetricsError` `qualitative.source-on-both-sides`, `index.dangling-node`, `document.*`, `result.*`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = (source) => ({ kind: "indicator", title, provenance, unit: "%", source, normalise: { method: "identity" } });
 * const children = [{ node: "ease", weight: 1 }, { node: "trust", weight: 1 }, { node: "success", weight: 2 }];
 * const index = { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" }, children };
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf("survey"), trust: leaf("survey"), success: leaf("behaviour"), index },
 * });
 * const table = { units: ["App", "Web", "Branch"], columns: { ease: [80, 60, 50], trust: [90, 70, 40], success: [50, 72, 48] } };
 * const check = crossCheckSources(scoreIndex(definition, table));
 * check.subjective.values; // => [85, 65, 45]
 * check.gaps; // => [35, -7, -3]
 * check.disagreeing; // => [{ row: 0, unit: "App", gap: 35 }]
 * check.similarity.spearman.value; // => 0.5
 * ```
 */
export function crossCheckSources(
  result: IndexResult,
  options: CrossCheckOptions = {},
): SourceCrossCheck | NotComputable {
  const document = checkResult(result);
  const { scale } = document;
  const rules = readOptions(options, (scale.upper - scale.lower) / 5);
  const of = rules.of ?? findWeightBase(document);
  if (of === undefined) return noWeights;
  const base = nodeAt(document, of);
  const valuesOf = (id: string) => resultAt(result, id).values;
  const leaves = weighedLeaves(document, of, valuesOf);
  const count = result.units.length;
  const pair = pairOf(leaves, rules, count);
  if (!pair) return oneSided;
  const bySource = sources.flatMap((source) => {
    const score = sourceScore(leaves, [source], count);
    return score ? [[source, score] as const] : [];
  });
  const children = base.kind === "aggregate" ? base.children : [];
  const parts = children.flatMap(({ node }) => {
    const part = pairOf(weighedLeaves(document, node, valuesOf), rules, count);
    return part ? [[node, part] as const] : [];
  });
  const gaps = pair.gaps.filter((gap) => gap !== null);
  const disagreeing = pair.gaps
    .flatMap((gap, row) =>
      gap !== null && Math.abs(gap) > rules.threshold ? [{ row, unit: result.units[row] ?? "", gap }] : [],
    )
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || a.row - b.row);
  return {
    status: "ok",
    definition: result.definition,
    of,
    units: [...result.units],
    ...pair,
    sources: Object.fromEntries(bySource),
    n: gaps.length,
    meanGap: gaps.length === 0 ? null : meanOf(gaps),
    meanAbsoluteGap: gaps.length === 0 ? null : meanOf(gaps.map(Math.abs)),
    similarity: rankSimilarity(pair.subjective.values, pair.objective.values, { given: "values" }),
    threshold: rules.threshold,
    disagreeing,
    parts: Object.fromEntries(parts),
    warnings: offScale(leaves, scale.lower, scale.upper),
  };
}

const sources: readonly LeafSource[] = ["survey", "expert", "behaviour", "operational", "text", "statistic"];

interface Rules {
  readonly of: string | undefined;
  readonly subjective: readonly LeafSource[];
  readonly objective: readonly LeafSource[];
  readonly threshold: number;
}

function pairOf(leaves: readonly WeighedLeaf[], rules: Rules, units: number): SourcePair | undefined {
  const subjective = sourceScore(leaves, rules.subjective, units);
  const objective = sourceScore(leaves, rules.objective, units);
  if (!subjective || !objective) return undefined;
  const gaps = subjective.values.map((value, row) => {
    const other = objective.values[row] ?? null;
    const gap = value === null || other === null ? null : value - other;
    return gap !== null && Number.isFinite(gap) ? gap : null;
  });
  return { subjective, objective, gaps };
}

function readOptions(options: unknown, fifth: number): Rules {
  const at = ["options"];
  const record = expectRecord(options, at, [], ["of", "subjective", "objective", "threshold"]);
  const sideOf = (name: string, usual: readonly LeafSource[]) =>
    record[name] === undefined
      ? usual
      : expectList(record[name], [...at, name], (item, path) => expectOneOf(item, path, sources), 1);
  const subjective = sideOf("subjective", ["survey", "expert", "text"]);
  const objective = sideOf("objective", ["behaviour", "operational", "statistic"]);
  const twice = subjective.find((source) => objective.includes(source));
  if (twice !== undefined)
    throw new CxMetricsError(sourceOnBothSides, { path: at, values: { source: twice } });
  return {
    of: record["of"] === undefined ? undefined : expectText(record["of"], [...at, "of"]),
    subjective,
    objective,
    threshold: expectNumber(record["threshold"] ?? fifth, [...at, "threshold"], { least: 0 }),
  };
}

function offScale(leaves: readonly WeighedLeaf[], lower: number, upper: number): readonly Warning[] {
  return leaves
    .filter(({ values }) => values.some((value) => value !== null && (value < lower || value > upper)))
    .map(({ id }) =>
      warning(
        "qualitative.off-scale",
        {
          en: 'Values of "{node}" lie outside the scale of the definition, so that a gap in points may mean little. Normalise it onto the scale.',
          zh: "“{node}” 的取值超出定义的量表，以分值表示的差距可能没有意义。请将其归一到该量表。",
        },
        { node: id },
      ),
    );
}

const noWeights: NotComputable = {
  status: "not-computable",
  reason: "weight-not-defined",
  message: {
    en: "No mean carries the weights of the leaves. Name a mean under `of`.",
    zh: "没有承载各指标权重的均值节点。请用 of 指定一个均值节点。",
  },
};

const oneSided: NotComputable = {
  status: "not-computable",
  reason: "one-sided",
  message: {
    en: "The leaves with a weight are all subjective or all objective, so that there is nothing to check them against.",
    zh: "有权重的指标全部为主观或全部为客观，无法交叉验证。",
  },
};
