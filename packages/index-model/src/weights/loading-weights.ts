import { CxMetricsError, expectNumber, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { expectLength, expectMembers } from "./expect-members.js";
import { expectOptions } from "./expect-options.js";
import { tooMany, zeroSum } from "./problems.js";
import { tiedLoadings, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import type { Loadings } from "./varimax.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** By what an indicator is given to a factor. */
export type FactorAssignment = "scaled-squared-loading" | "loading";

/** Options of `loadingWeights`. */
export interface LoadingWeightOptions {
  /** `scaled-squared-loading` (default, the Handbook's example): squared loadings brought to the sum 1 within each factor. `loading`: the larger loading. */
  readonly assign?: FactorAssignment;
}

/** Weights from rotated loadings. */
export interface LoadingWeights extends ComputedWeights {
  readonly method: "loadings";
  readonly assign: FactorAssignment;
  /** Factor (from 0) to which each indicator belongs. */
  readonly factorOf: readonly number[];
  /** Share of the explained variance of each factor. */
  readonly factorShares: readonly number[];
  /** Explained variance of each factor, the sum of its squared loadings. */
  readonly explainedVariances: readonly number[];
}

/**
 * Weights from factor loadings, one's own or published: each indicator belongs to one factor and weighs its squared loading there, scaled within the factor
 * and multiplied by the factor's share of the explained variance.
 *
 * $$ w_j \propto \frac{l_{jf}^2}{\sum_i l_{if}^2} \cdot \frac{\sum_i l_{if}^2}{\sum_g \sum_i l_{ig}^2}, \qquad f = f(j) $$
 *
 * To which factor an indicator belongs depends on whether loadings or squared loadings scaled within factors are compared; the Handbook's own example
 * follows from the latter.
 *
 * Source: Nicoletti, Scarpetta and Boylaud, OECD Economics Department Working Paper 226 (2000); OECD/JRC, Handbook on Constructing Composite Indicators
 * (2008), 6.1, tables 17 and 18.
 *
 * @param loadings one row for each indicator, one column for each factor, from -1 to 1
 * @param options `assign`
 * @returns weights that sum to 1, or `not-computable` `tied-loadings`
 * @throws `CxMetricsError` `weights.not-a-list`, `weights.length`, `weights.zero-sum` (a factor without loadings), `weights.too-many`, `document.wrong-type`
 * @example
 * ```ts
 * const result = loadingWeights([[0.9, 0.1], [0.3, 0.8], [-0.6, 0.2]]);
 * result.status === "ok" && result.factorOf; // => [0, 1, 0]
 * result.status === "ok" && result.weights[0]; // => 0.4475138121546961
 * ```
 */
export function loadingWeights(
  loadings: Loadings,
  options?: LoadingWeightOptions,
): LoadingWeights | NotComputable {
  const given = expectOptions(options, ["assign"]);
  const assign = readAssignment(given["assign"]);
  const rows = expectMembers(loadings, ["loadings"], (row, path) =>
    expectMembers(row, path, (value, at) => expectNumber(value, at, { least: -1, most: 1 })),
  );
  const most = 1000;
  const factors = rows[0]?.length ?? 0;
  const found = Math.max(rows.length, factors);
  if (found > most) throw new CxMetricsError(tooMany, { path: ["loadings"], values: { found, most } });
  for (const [index, row] of rows.entries()) expectLength(row, factors, ["loadings", index]);
  return weighLoadings(
    rows,
    assign,
    rows.map((_, index) => String(index + 1)),
  );
}

/** Reads the rule of assignment. */
export function readAssignment(value: unknown): FactorAssignment {
  const choices = ["scaled-squared-loading", "loading"] as const;
  return expectOneOf(value ?? "scaled-squared-loading", ["options", "assign"], choices);
}

/** Weights from loadings that have been read. */
export function weighLoadings(
  rows: Loadings,
  assign: FactorAssignment,
  ids: readonly string[],
): LoadingWeights | NotComputable {
  const explainedVariances = (rows[0] ?? []).map((_, factor) =>
    compensatedSum(rows.map((row) => (row[factor] ?? 0) ** 2)),
  );
  const empty = explainedVariances.findIndex((variance) => !(variance > 1e-100));
  if (empty !== -1) throw new CxMetricsError(zeroSum, { path: ["loadings", 0, empty] });
  const factorOf: number[] = [];
  for (const [index, row] of rows.entries()) {
    const pull = row.map((loading, factor) =>
      assign === "loading" ? Math.abs(loading) : loading ** 2 / (explainedVariances[factor] ?? 1),
    );
    const best = pull.indexOf(Math.max(...pull));
    const next = Math.max(0, ...pull.filter((_, factor) => factor !== best));
    if (pull.length > 1 && (pull[best] ?? 0) - next <= 1e-9 * (pull[best] ?? 0))
      return withValues(tiedLoadings, { id: ids[index] ?? "" });
    factorOf.push(best);
  }
  const squares = rows.map((row, index) => (row[factorOf[index] ?? 0] ?? 0) ** 2);
  return {
    status: "ok",
    method: "loadings",
    assign,
    weights: sharesOf(squares) ?? squares,
    factorOf,
    factorShares: sharesOf(explainedVariances) ?? [],
    explainedVariances,
    warnings: [],
  };
}

/** Registry entry of `loadingWeights`. */
export const loadingMethod: WeightMethod = {
  method: "loadings",
  kind: "given",
  title: { en: "Weights from loadings", zh: "载荷赋权" },
  formula: String.raw`w_j \propto l_{j f(j)}^2`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 6.1",
  edgeCases: {
    en: "An indicator that belongs equally to two factors gives no weights.",
    zh: "同等属于两个因子的指标使权重无法确定。",
  },
  example: {
    arguments: [
      [
        [0.8, 0.1],
        [0.2, 0.8],
      ],
    ],
    weights: [0.5, 0.5],
  },
  weigh: loadingWeights,
};
