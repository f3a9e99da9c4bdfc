import { expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { type CorrelationTable, correlationsOf } from "./correlations-of.js";
import { expectOptions } from "./expect-options.js";
import type { TableBase, WeightTable, WeightTableOptions } from "./indicator-table.js";
import { negativeLoading, noSign, tiedComponents, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import { symmetricEigen } from "./symmetric-eigen.js";
import { negativeLoadingOf } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Options of `pcaWeights`. */
export interface PcaOptions extends WeightTableOptions {
  /** What becomes the weight: `squared-loadings` (default, never negative) or `loadings`. */
  readonly of?: "squared-loadings" | "loadings";
}

/** Weights from the first principal component. */
export interface PcaWeights extends ComputedWeights, TableBase {
  readonly method: "pca";
  readonly of: "squared-loadings" | "loadings";
  /** Correlation of each indicator with the component; their sum is not negative. */
  readonly loadings: readonly number[];
  /** Of the correlation matrix, from the largest down. */
  readonly eigenvalues: readonly number[];
  /** Share of the variance that the component explains, 0…1. */
  readonly explained: number;
}

/**
 * Weights from the first principal component of the correlation matrix.
 *
 * $$ R v = \lambda_1 v, \quad l_j = \sqrt{\lambda_1}\, v_j, \quad w_j = \frac{l_j^2}{\sum_k l_k^2} \ \text{or} \ \frac{l_j}{\sum_k l_k} $$
 *
 * Raw or normalised values give the same weights as long as each indicator is rescaled linearly in the same direction. The sign of the component is
 * chosen so that the loadings sum to more than 0. An indicator that loads against the component is told by a warning; with `loadings` it would get
 * a negative weight, so there are none. Where two eigenvalues are equal the component is arbitrary.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), 6.1; `loadings` as in the R package COINr.
 *
 * @param table values, rows are units; or `{ correlations }`
 * @param options `of`, `missing`
 * @returns weights that sum to 1, or `not-computable`: `constant-indicator`, `tied-components`, `negative-loading`, `no-sign`, `single-indicator`, `single-unit`, `no-units`
 * @throws `CxMetricsError` `weights.not-a-table`, `weights.ragged`, `weights.missing-value`, `weights.not-correlations`, `weights.too-many` (above 200)
 * @example
 * ```ts
 * const result = pcaWeights({ correlations: [[1, 0.5, 0.5], [0.5, 1, 0.2], [0.5, 0.2, 1]] });
 * result.status === "ok" && result.weights[0]; // => 0.4299859957985996
 * ```
 */
export function pcaWeights(
  table: WeightTable | CorrelationTable,
  options?: PcaOptions,
): PcaWeights | NotComputable {
  const given = expectOptions(options, ["of", "missing"]);
  const choices = ["squared-loadings", "loadings"] as const;
  const of = expectOneOf(given["of"] ?? "squared-loadings", ["options", "of"], choices);
  const read = correlationsOf(table, given["missing"]);
  if (read.status !== "ok") return read;
  const { values: eigenvalues, vectors } = symmetricEigen(read.matrix);
  const [first = 1, second = 0] = eigenvalues;
  if (first - second <= 1e-9 * first) return withValues(tiedComponents, { eigenvalue: first });
  const vector = Array.from(vectors[0] ?? []);
  const sum = vector.reduce((total, value) => total + value, 0);
  if (of === "loadings" && Math.abs(sum) < 1e-9) return noSign;
  const loadings = vector.map((value) => (sum < 0 ? -value : value) * Math.sqrt(first));
  const { indicators } = read.base;
  const against = loadings.findIndex((value) => value < -1e-12);
  if (of === "loadings" && against !== -1)
    return withValues(negativeLoading, { id: indicators[against] ?? "", value: loadings[against] ?? 0 });
  const parts = loadings.map((value) => (of === "loadings" ? Math.max(0, value) : value * value));
  const negative = indicators.flatMap((id, index) => {
    const value = loadings[index] ?? 0;
    return value < -1e-12 ? [negativeLoadingOf(id, value)] : [];
  });
  return {
    status: "ok",
    method: "pca",
    of,
    weights: sharesOf(parts) ?? parts,
    ...read.base,
    loadings,
    eigenvalues,
    explained: Math.min(1, first / loadings.length),
    warnings: [...read.warnings, ...negative],
  };
}

/** Registry entry of `pcaWeights`. */
export const pcaMethod: WeightMethod = {
  method: "pca",
  kind: "fit",
  title: { en: "First principal component", zh: "第一主成分" },
  formula: String.raw`R v = \lambda_1 v,\quad w_j = v_j^2`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 6.1",
  edgeCases: {
    en: "The loadings sum to more than 0. Equal first eigenvalues, a constant indicator or one unit give no weights; more indicators than units is a warning.",
    zh: "载荷之和取正。最大特征值相等、存在常数指标或单一对象时没有权重；指标多于对象时给出警告。",
  },
  table: { values: "either", directions: false },
  example: {
    arguments: [
      {
        correlations: [
          [1, 0.5],
          [0.5, 1],
        ],
      },
    ],
    weights: [0.5, 0.5],
  },
  weigh: pcaWeights,
};
