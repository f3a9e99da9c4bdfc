import { mergeFunnelTallies } from "@cxmetrics/funnel";
import { mergeTallies, tallyRatings, tallyRatingsBy } from "@cxmetrics/scores";
import { operationsOf } from "./operation.js";

/** Tallies of raw records. */
export const engineOperations = [
  ...operationsOf("engines", "scores", [
    [
      "tally-ratings",
      { tallyRatings },
      ["ratings", "scale", "options"],
      "answers, weights and squared weights per scale point",
      "各量表分值的答案数、权重和与权重平方和",
    ],
    [
      "tally-ratings-by-group",
      { tallyRatingsBy },
      ["groups", "ratings", "scale", "options"],
      "the same per group, in order of first appearance",
      "按组计数，组按首次出现的顺序",
    ],
    ["merge-tallies", { mergeTallies }, ["...tallies"], "one tally of several", "合并若干计数"],
  ]),
  ...operationsOf("engines", "funnel", [
    [
      "merge-funnel-tallies",
      { mergeFunnelTallies },
      ["...tallies"],
      "the funnel tally of disjoint actors",
      "合并互不相交主体的漏斗计数",
    ],
  ]),
];
