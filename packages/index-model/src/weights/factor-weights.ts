import { expectOneOf, type NotComputable, type Warning } from "@cxmetrics/definition";
import { type CorrelationTable, correlationsOf } from "./correlations-of.js";
import { expectOptions } from "./expect-options.js";
import { type FactorRetention, readRetention } from "./factor-retention.js";
import type { TableBase, WeightTable, WeightTableOptions } from "./indicator-table.js";
import {
  type FactorAssignment,
  type LoadingWeights,
  readAssignment,
  weighLoadings,
} from "./loading-weights.js";
import { noFactor, tiedComponents, withValues } from "./reasons.js";
import { symmetricEigen } from "./symmetric-eigen.js";
import { varimax } from "./varimax.js";
import { littleExplained } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";

/** Options of `factorWeights`. */
export interface FactorOptions extends WeightTableOptions {
  readonly retain?: FactorRetention;
  /** `varimax` (default, Kaiser-normalised) or `none`. */
  readonly rotation?: "varimax" | "none";
  readonly assign?: FactorAssignment;
}

/** Weights from principal-component factors. */
export interface FactorWeights extends Omit<LoadingWeights, "method">, TableBase {
  readonly method: "factor";
  readonly rotation: "varimax" | "none";
  /** Of the correlation matrix, from the largest down. */
  readonly eigenvalues: readonly number[];
  /** Loadings after rotation: one row for each indicator, one column for each kept factor. */
  readonly loadings: readonly (readonly number[])[];
  /** Share of the variance that the kept factors explain together, 0…1. */
  readonly explained: number;
}

/**
 * Weights by principal-component factors, the method of Nicoletti and others in the OECD/JRC Handbook: keep the large factors of the correlation
 * matrix, rotate them, give each indicator to one factor, and weigh it by its squared loading there times the factor's share.
 *
 * $$ w_j \propto \frac{l_{jf}^2}{\sum_i l_{if}^2} \cdot \frac{\sum_i l_{if}^2}{\sum_g \sum_i l_{ig}^2}, \qquad f = f(j) $$
 *
 * Factors are kept whose eigenvalue exceeds 1 and whose share exceeds 10 %; together they should explain more than 60 %. The Handbook's example of
 * the Technology Achievement Index keeps those above 0.9: limits are parameters. Signs of factors have no effect on squared loadings. Two factors are
 * rotated to the best angle there is; iterations such as R's `varimax` can stay at an unrotated solution of symmetric correlations.
 *
 * Source: Nicoletti, Scarpetta and Boylaud, OECD Economics Department Working Paper 226 (2000); OECD/JRC, Handbook (2008), 6.1; Kaiser, Psychometrika
 * 23 (1958) 187–200.
 *
 * @param table values, rows are units; or `{ correlations }`
 * @param options `retain`, `rotation`, `assign`, `missing`
 * @returns weights that sum to 1, or `not-computable`: `no-factor`, `tied-components`, `tied-loadings`, `constant-indicator`, `single-indicator`, `single-unit`, `no-units`
 * @throws `CxMetricsError` `weights.not-a-table`, `weights.ragged`, `weights.missing-value`, `weights.not-correlations`, `weights.too-many` (above 200)
 * @example
 * ```ts
 * const correlations = [[1, 0.8, 0.1, 0.2], [0.8, 1, 0.2, 0.1], [0.1, 0.2, 1, 0.7], [0.2, 0.1, 0.7, 1]];
 * const result = factorWeights({ correlations });
 * result.status === "ok" && result.factorOf; // => [0, 0, 1, 1]
 * result.status === "ok" && result.weights[0]; // => 0.257142857142857
 * ```
 */
export function factorWeights(
  table: WeightTable | CorrelationTable,
  options?: FactorOptions,
): FactorWeights | NotComputable {
  const given = expectOptions(options, ["retain", "rotation", "assign", "missing"]);
  const rotation = expectOneOf(given["rotation"] ?? "varimax", ["options", "rotation"], ["varimax", "none"]);
  const assign = readAssignment(given["assign"]);
  const retain = readRetention(given["retain"]);
  const read = correlationsOf(table, given["missing"]);
  if (read.status !== "ok") return read;
  const { values: eigenvalues, vectors } = symmetricEigen(read.matrix);
  const size = eigenvalues.length;
  const passing = eigenvalues.filter((value) => value > retain.eigenvalue && value / size > retain.share);
  const kept = Math.min(retain.factors ?? passing.length, size);
  const positive = eigenvalues.slice(0, kept).filter((value) => value > 1e-12).length;
  if (kept === 0 || positive < kept) return withValues(noFactor, { largest: eigenvalues[0] ?? 0 });
  const tie = tieAt(eigenvalues, kept, rotation);
  if (tie !== undefined) return withValues(tiedComponents, { eigenvalue: tie });
  const unrotated = read.matrix.map((_, row) =>
    Array.from({ length: kept }, (_, k) => (vectors[k]?.[row] ?? 0) * Math.sqrt(eigenvalues[k] ?? 0)),
  );
  const loadings = rotation === "varimax" ? varimax(unrotated) : unrotated;
  const weighed = weighLoadings(loadings, assign, read.base.indicators);
  if (weighed.status !== "ok") return weighed;
  const explained = Math.min(1, eigenvalues.slice(0, kept).reduce((a, b) => a + b, 0) / size);
  const warnings: Warning[] = [
    ...read.warnings,
    ...(explained > retain.cumulative ? [] : [littleExplained(explained, retain.cumulative)]),
  ];
  return { ...weighed, method: "factor", ...read.base, rotation, eigenvalues, loadings, explained, warnings };
}

/** An eigenvalue shared by a kept and a dropped factor, or by two kept ones that nothing rotates into place. */
function tieAt(
  eigenvalues: readonly number[],
  kept: number,
  rotation: "varimax" | "none",
): number | undefined {
  return eigenvalues.find((value, index) => {
    const next = eigenvalues[index + 1];
    const matters = index === kept - 1 || (rotation === "none" && index < kept);
    return next !== undefined && matters && value - next <= 1e-9 * value;
  });
}

/** Registry entry of `factorWeights`. */
export const factorMethod: WeightMethod = {
  method: "factor",
  kind: "fit",
  title: { en: "Principal-component factors (OECD)", zh: "主成分因子法（OECD）" },
  formula: String.raw`w_j \propto \frac{l_{jf}^2}{\sum_i l_{if}^2}\cdot\frac{\sum_i l_{if}^2}{\sum_g\sum_i l_{ig}^2}`,
  source:
    "Nicoletti, Scarpetta and Boylaud, OECD Economics Department Working Paper 226 (2000); OECD/JRC, Handbook (2008), 6.1",
  edgeCases: {
    en: "Limits of retention, rotation and rule of assignment are named. No factor above the limits, or a tie at the cut, gives no weights.",
    zh: "保留规则、旋转方法与归属规则均须注明。没有因子满足规则，或在截断处特征值相等时，没有权重。",
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
  weigh: factorWeights,
};
