import { expectNumber, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { columnOf } from "./dispersion.js";
import { expectLength, expectMembers } from "./expect-members.js";
import { expectOptions } from "./expect-options.js";
import { type ExpertAgreement, expertAgreement } from "./expert-agreement.js";
import { type ExpertRatings, type RatingSummary, readRatings, summariseRatings } from "./expert-ratings.js";
import { noRatings, nothingImportant, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Options of `delphiWeights`. */
export interface DelphiOptions {
  /** What stands for the panel: `mean` (default) or `median` of the ratings. */
  readonly pooling?: "mean" | "median";
  /** Highest rating of the scale; with it the share of full scores is told. */
  readonly fullScore?: number;
}

/** One round of a Delphi panel. */
export interface DelphiRound {
  readonly experts: number;
  readonly indicators: readonly RatingSummary[];
  readonly weights: readonly number[];
  readonly agreement: ExpertAgreement;
  /** Weight minus that of the round before; `null` in the first round. */
  readonly weightChanges: readonly number[] | null;
}

/** Delphi weights with every round. */
export interface DelphiWeights extends ComputedWeights {
  readonly method: "delphi";
  readonly pooling: "mean" | "median";
  readonly rounds: readonly DelphiRound[];
}

/**
 * Weights from importance ratings over Delphi rounds (德尔菲法): the last round counts, the earlier ones show whether opinions settled.
 *
 * $$ w_j = \frac{M_j}{\sum_k M_k} $$
 *
 * M_j is the mean (or median) rating of indicator j over the experts who rated it. The rounds need not have the same experts, but the same indicators.
 *
 * Source: Dalkey and Helmer, Management Science 9 (1963) 458–467; Kendall's W as measure of agreement: Schmidt, Decision Sciences 28 (1997) 763–774.
 *
 * @param rounds from the first to the last; in each one row for each expert and one column for each indicator, null where a rating is missing
 * @param options `pooling`, `fullScore`
 * @returns weights of the last round that sum to 1, or `not-computable`: `no-ratings`, `all-zero`
 * @throws `CxMetricsError` `weights.not-a-list`, `weights.length`, `weights.too-many`, `document.wrong-type` (a rating below 0 or above the full score)
 * @example
 * ```ts
 * const result = delphiWeights([[[5, 2], [3, 4]], [[5, 3], [4, 3]]], { fullScore: 5 });
 * result.status === "ok" && result.weights; // => [0.6, 0.4]
 * result.status === "ok" && result.rounds[1]?.indicators[0]?.fullScoreRate; // => 0.5
 * ```
 */
export function delphiWeights(
  rounds: readonly ExpertRatings[],
  options?: DelphiOptions,
): DelphiWeights | NotComputable {
  const given = expectOptions(options, ["pooling", "fullScore"]);
  const pooling = expectOneOf(given["pooling"] ?? "mean", ["options", "pooling"], ["mean", "median"]);
  const fullScore =
    given["fullScore"] === undefined
      ? undefined
      : expectNumber(given["fullScore"], ["options", "fullScore"], { least: 1e-9, most: 1e9 });
  const read = expectMembers(rounds, ["rounds"], (round, path) => readRatings(round, path, fullScore));
  const width = read[0]?.[0]?.length ?? 0;
  const told: DelphiRound[] = [];
  for (const [index, ratings] of read.entries()) {
    expectLength(ratings[0] ?? [], width, ["rounds", index, 0]);
    const indicators: RatingSummary[] = [];
    for (let column = 0; column < width; column += 1) {
      const summary = summariseRatings(columnOf(ratings, column), fullScore);
      if (!summary) return withValues(noRatings, { indicator: column + 1, round: index + 1 });
      indicators.push(summary);
    }
    const weights = sharesOf(indicators.map((summary) => summary[pooling]));
    if (!weights) return nothingImportant;
    const before = told[index - 1]?.weights;
    told.push({
      experts: ratings.length,
      indicators,
      weights,
      agreement: expertAgreement(ratings),
      weightChanges: before ? weights.map((weight, column) => weight - (before[column] ?? 0)) : null,
    });
  }
  const weights = told.at(-1)?.weights ?? [];
  return { status: "ok", method: "delphi", pooling, weights, rounds: told, warnings: [] };
}

/** Registry entry of `delphiWeights`. */
export const delphiMethod: WeightMethod = {
  method: "delphi",
  kind: "given",
  title: { en: "Delphi ratings", zh: "德尔菲法" },
  formula: String.raw`w_j = \frac{M_j}{\sum_k M_k}`,
  source: "Dalkey and Helmer, Management Science 9 (1963) 458–467",
  edgeCases: {
    en: "The last round counts. An indicator that nobody rated in a round, or ratings that are all 0, give no weights.",
    zh: "以最后一轮为准。某轮中无人评分的指标，或评分全为 0 时，不能得出权重。",
  },
  example: {
    arguments: [
      [
        [
          [5, 3],
          [4, 3],
        ],
      ],
    ],
    weights: [0.6, 0.4],
  },
  weigh: delphiWeights,
};
