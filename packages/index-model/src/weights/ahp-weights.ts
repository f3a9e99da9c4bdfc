import type { Warning } from "@cxmetrics/definition";
import {
  type AhpOptions,
  type AhpPrioritisation,
  type ReadAhpOptions,
  readAhpOptions,
} from "./ahp-options.js";
import { completeByEigenvalue, completeByLeastSquares } from "./complete-judgements.js";
import { geometricIndex, type JudgementAt, worstJudgement } from "./judgement-deviations.js";
import { type JudgementMatrix, type ReadJudgements, readJudgements } from "./judgement-matrix.js";
import { geometricMean, perronVector } from "./perron-vector.js";
import { type RandomIndex, randomIndexOf } from "./random-index.js";
import { sharesOf } from "./shares-of.js";
import { beyondNine, extrapolatedIndex, inconsistent } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** AHP weights with their consistency. */
export interface AhpWeights extends ComputedWeights {
  readonly method: "ahp";
  readonly prioritisation: AhpPrioritisation;
  /** Largest eigenvalue of the (completed) matrix, at least the number of indicators. */
  readonly lambdaMax: number;
  /** (λmax − n) ÷ (n − 1); 0 for one or two indicators. */
  readonly consistencyIndex: number;
  /** Consistency index ÷ random index; `null` where `randomIndex` is `none`. */
  readonly consistencyRatio: number | null;
  /** Whether the ratio is below the threshold; `null` without a ratio. */
  readonly consistent: boolean | null;
  readonly randomIndex: RandomIndex | null;
  /** Geometric consistency index around the row geometric means; `null` below three indicators. */
  readonly geometricConsistencyIndex: number | null;
  /** The judgement that strays furthest from the weights, by ratio; `null` where none strays. */
  readonly worstJudgement: JudgementAt | null;
  /** Judgements that were missing and have been filled in. */
  readonly completed: readonly { readonly row: number; readonly column: number; readonly value: number }[];
}

/**
 * Weights from pairwise judgements by the analytic hierarchy process (层次分析法).
 *
 * $$ A w = \lambda_{max} w \ \text{(eigenvector)}, \quad w_i \propto \Bigl(\prod_j a_{ij}\Bigr)^{1/n} \ \text{(geometric mean)}, \quad CI = \frac{\lambda_{max} - n}{n-1}, \quad CR = \frac{CI}{RI(n)} $$
 *
 * $$ GCI = \frac{2}{(n-1)(n-2)} \sum_{i<j} \ln^2 \frac{a_{ij} w_j}{w_i} $$
 *
 * Entry (i, j) says how many times as important i is as j. Give both triangles, or null in one of them: the reciprocal is filled in. Where both are
 * null the judgement is missing: with `eigenvector` it is filled so that λmax is least, with `geometric-mean` by logarithmic least squares over the
 * judgements that exist; judgements must link all indicators. The random indices were drawn for complete matrices, so the ratio of an incomplete one
 * is too kind. For one or two indicators the ratio is 0.
 *
 * Source: Saaty, Journal of Mathematical Psychology 15 (1977) 234–281; Crawford and Williams, Journal of Mathematical Psychology 29 (1985) 387–405;
 * Aguarón and Moreno-Jiménez, European Journal of Operational Research 147 (2003) 137–145 (GCI; 0.31, 0.35 and 0.37 for 3, 4 and more indicators
 * match a ratio of 0.1); Bozóki, Fülöp and Rónyai, Mathematical and Computer Modelling 52 (2010) 318–333 (missing judgements).
 *
 * @param matrix square and reciprocal, numbers or fractions such as `"1/3"`, 1 on the diagonal
 * @param options `method`, `randomIndex`, `threshold`
 * @returns weights that sum to 1, with consistency
 * @throws `CxMetricsError` `weights.not-a-list`, `weights.not-square`, `weights.bad-judgement`, `weights.not-reciprocal`, `weights.diagonal-not-one`,
 * `weights.not-connected`, `weights.no-random-index` (the table ends below n), `weights.too-many` (above 100)
 * @example
 * ```ts
 * const { weights, consistencyRatio } = ahpWeights([[1, 3, 5], ["1/3", 1, 3], ["1/5", "1/3", 1]]);
 * weights[0]; // => 0.636985571744757
 * consistencyRatio; // => 0.0331992159984225
 * ```
 */
export function ahpWeights(matrix: JudgementMatrix, options?: AhpOptions): AhpWeights {
  return weighJudgements(readJudgements(matrix, ["matrix"]), readAhpOptions(options));
}

/** Weights and consistency of a matrix that has been read. */
export function weighJudgements(read: ReadJudgements, options: ReadAhpOptions): AhpWeights {
  const { size, missing } = read;
  const { prioritisation, threshold } = options;
  const index = randomIndexOf(options.randomIndex, size);
  const complete = prioritisation === "eigenvector" ? completeByEigenvalue : completeByLeastSquares;
  const rows = complete(read);
  const { value, vector } = perronVector(rows);
  const means = rows.map(geometricMean);
  const weights = sharesOf(prioritisation === "eigenvector" ? vector : means) ?? [];
  // Rounding of reciprocals leaves a trace below 1e-14 n where judgements agree wholly.
  const lambdaMax = value - size > 1e-14 * size ? value : size;
  const consistencyIndex = size > 2 ? (lambdaMax - size) / (size - 1) : 0;
  const ratio = index === null ? null : size > 2 ? consistencyIndex / index.value : 0;
  const consistent = ratio === null ? null : ratio < threshold || ratio === 0;
  return {
    status: "ok",
    method: "ahp",
    prioritisation,
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio: ratio,
    consistent,
    randomIndex: index,
    geometricConsistencyIndex: size > 2 ? geometricIndex(rows, means) : null,
    worstJudgement: worstJudgement(rows, weights),
    completed: missing.map(([row, column]) => ({ row, column, value: rows[row]?.[column] ?? 1 })),
    warnings: warningsOf(rows, index, ratio, consistent, threshold),
  };
}

function warningsOf(
  rows: readonly Float64Array[],
  index: RandomIndex | null,
  ratio: number | null,
  consistent: boolean | null,
  threshold: number,
): Warning[] {
  const largest = rows.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0);
  return [
    ...(ratio !== null && consistent === false ? [inconsistent(ratio, threshold)] : []),
    ...(largest > 9 * (1 + 1e-9) ? [beyondNine(largest)] : []),
    ...(index?.name === "alonso-lamata-2006" && rows.length > 15 ? [extrapolatedIndex(rows.length)] : []),
  ];
}

/** Registry entry of `ahpWeights`. */
export const ahpMethod: WeightMethod = {
  method: "ahp",
  kind: "given",
  title: { en: "Analytic hierarchy process", zh: "层次分析法" },
  formula: String.raw`A w = \lambda_{max} w`,
  source: "Saaty, Journal of Mathematical Psychology 15 (1977) 234–281",
  edgeCases: {
    en: "Judgements that are not reciprocal or not positive are refused. Missing ones are filled; they must link all indicators. One or two indicators have the ratio 0. Above the end of a table of random indices another must be named.",
    zh: "不互为倒数或非正的判断会被拒绝。缺失判断将被补全，但已有判断须能连通所有指标。一或二阶的一致性比例为 0。超出随机一致性指标表时须改用其他表。",
  },
  example: {
    arguments: [
      [
        [1, 3],
        ["1/3", 1],
      ],
    ],
    weights: [0.75, 0.25],
  },
  weigh: ahpWeights,
};
