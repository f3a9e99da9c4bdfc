import { CxMetricsError, expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum, type Statistic } from "@cxmetrics/stats";
import { concordance } from "./concordance.js";
import { columnLengths, notARanking } from "./problems.js";
import { rankNumbers } from "./rank-numbers.js";
import { readColumn } from "./read-column.js";
import { noVariation, tooFewUnits } from "./reasons.js";

/** Options of `rankSimilarity`. */
export interface SimilarityOptions {
  /** `ranks`: 1 is best. `values`: more is better. They must be told apart: two coefficients weigh the top of the ranking. */
  readonly given: "ranks" | "values";
}

/** How alike two rankings are, by four coefficients. */
export interface RankSimilarity {
  readonly status: "ok";
  /** Units that both rank. */
  readonly n: number;
  /** Kendall's τ-b, −1…1. */
  readonly kendallTauB: Statistic | NotComputable;
  /** Spearman's ρ with average ranks, −1…1. */
  readonly spearman: Statistic | NotComputable;
  /** Weighted ρ of Pinto da Costa and Soares, −1…1: differences near the top count more. */
  readonly weightedSpearman: Statistic | NotComputable;
  /** WS of Sałabun and Urbaniak, above −1 and at most 1. Not symmetric: the first ranking is the reference. */
  readonly ws: Statistic | NotComputable;
}

/**
 * Similarity of a ranking to a reference ranking of the same units.
 *
 * $$ \tau_b = \frac{C - D}{\sqrt{(P - T_x)(P - T_y)}}, \qquad r_w = 1 - \frac{6\sum_i (x_i - y_i)^2 (2n + 2 - x_i - y_i)}{n^4 + n^3 - n^2 - n}, \qquad WS = 1 - \sum_i 2^{-x_i} \frac{|x_i - y_i|}{\max(|1 - x_i|, |n - x_i|)} $$
 *
 * Units that either list lacks are left out and the rest ranked anew, ties sharing the average rank. Sources: Kendall,
 * Biometrika 33 (1945) 239; Pinto da Costa and Soares, Aust. N. Z. J. Stat. 47 (2005) 515; Sałabun and Urbaniak, ICCS 2020,
 * LNCS 12138, 632.
 *
 * @param reference ranks or values of the units; `null` and `NaN` are missing
 * @param other the same of the ranking to be compared
 * @param options what is given
 * @returns the coefficients, or `not-computable` `too-few-units`; τ-b and ρ are `not-computable` `no-variation` where all units of a list tie
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.not-a-ranking`, `document.missing-key`, `document.not-allowed`
 * @example
 * ```ts
 * const result = rankSimilarity([1, 2, 3, 4, 5], [2, 1, 3, 4, 5], { given: "ranks" });
 * result.spearman; // => { status: "ok", value: 0.9 }
 * result.kendallTauB; // => { status: "ok", value: 0.8 }
 * result.ws; // => { status: "ok", value: 0.7916666666666667 }
 * ```
 */
export function rankSimilarity(
  reference: ArrayLike<number | null>,
  other: ArrayLike<number | null>,
  options: SimilarityOptions,
): RankSimilarity | NotComputable {
  const first = readColumn(reference, ["reference"]);
  const second = readColumn(other, ["other"]);
  const record = expectRecord(options, ["options"], ["given"]);
  const given = expectOneOf(record["given"], ["given"], ["ranks", "values"]);
  if (first.length !== second.length)
    throw new CxMetricsError(columnLengths, {
      path: ["other"],
      values: { name: "other", found: second.length, expected: first.length },
    });
  if (given === "ranks")
    for (const [name, list] of Object.entries({ reference: first, other: second })) expectRanks(list, name);
  const rows = Array.from(first.keys()).filter(
    (row) => !Number.isNaN(first[row]) && !Number.isNaN(second[row]),
  );
  const n = rows.length;
  if (n < 2) return tooFewUnits;
  const ranked = (list: Float64Array) =>
    rankNumbers(
      Float64Array.from(rows, (row) => list[row] ?? 0),
      given === "ranks" ? "ascending" : "descending",
      "average",
    );
  const x = ranked(first);
  const y = ranked(second);
  const sum = (part: (x: number, y: number) => number) =>
    compensatedSum(x.map((mine, unit) => part(mine, y[unit] ?? 0)));
  const mean = (n + 1) / 2;
  const { net, untiedFirst, untiedSecond } = concordance(x, y);
  const weighted = (6 * sum((a, b) => (a - b) ** 2 * (2 * n + 2 - a - b))) / (n ** 4 + n ** 3 - n ** 2 - n);
  const ws = sum((a, b) => (2 ** -a * Math.abs(a - b)) / Math.max(a - 1, n - a));
  return {
    status: "ok",
    n,
    kendallTauB: ratio(net, Math.sqrt(untiedFirst * untiedSecond)),
    spearman: ratio(
      sum((a, b) => (a - mean) * (b - mean)),
      Math.sqrt(sum((a) => (a - mean) ** 2) * sum((_, b) => (b - mean) ** 2)),
    ),
    weightedSpearman: { status: "ok", value: 1 - weighted },
    ws: { status: "ok", value: 1 - ws },
  };
}

function expectRanks(list: Float64Array, name: string): void {
  for (const [row, rank] of list.entries())
    if (rank < 1)
      throw new CxMetricsError(notARanking, { path: [name, row], values: { name, row, found: rank } });
}

function ratio(above: number, below: number): Statistic | NotComputable {
  if (!(below > 0)) return noVariation;
  return { status: "ok", value: Math.max(-1, Math.min(1, above / below)) };
}
