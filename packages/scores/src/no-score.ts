import type { NotComputable } from "@cxmetrics/definition";
import type { ContrastPoint } from "./contrast.js";
import type { RatingTally } from "./rating-tally.js";

/** Why a tally without weight in the base gives no score. */
export function noScore(tally: RatingTally, contrast: readonly ContrastPoint[]): NotComputable {
  if (tally.counts.every((count) => count === 0))
    return {
      status: "not-computable",
      reason: "no-valid-answers",
      message: { en: "There is no valid answer.", zh: "没有有效回答。" },
    };
  if (tally.counts.every((count, point) => count === 0 || !contrast[point]?.inBase))
    return {
      status: "not-computable",
      reason: "no-answers-in-base",
      message: { en: "No valid answer is in the base of the score.", zh: "没有有效回答属于该得分的基数。" },
    };
  return {
    status: "not-computable",
    reason: "zero-weight",
    message: { en: "All answers in the base have weight 0.", zh: "基数内所有回答的权重均为 0。" },
  };
}
