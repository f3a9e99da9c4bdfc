import { columnOf, dispersionOf } from "../weights/dispersion.js";
import { summariseRatings } from "../weights/expert-ratings.js";
import type { PanelExpertResult, PanelIndicatorResult } from "./panel-result.js";
import type { WeighedRound } from "./weigh-round.js";

/** What the experts who count say of one indicator; `undefined` where none of them judged it. */
export function indicatorResult(
  id: string,
  column: number,
  counting: WeighedRound["answers"],
  experts: readonly PanelExpertResult[],
  weighed: WeighedRound,
  fullScore: number | undefined,
  before: PanelIndicatorResult | undefined,
): PanelIndicatorResult | undefined {
  const summary = summariseRatings(columnOf(counting, column), fullScore);
  if (!summary) return undefined;
  const { fullScoreRate, median: _, ...answers } = summary;
  const own = experts.flatMap(({ excluded, weights }) =>
    excluded || !weights ? [] : [weights[column] ?? 0],
  );
  const weight = weighed.weights[column] ?? 0;
  const [now, then] = [answers.coefficientOfVariation, before?.answers.coefficientOfVariation ?? null];
  return {
    id,
    weight,
    answers,
    fullScoreRate,
    weights: own.length > 0 ? dispersionOf(own) : null,
    change: before
      ? {
          weight: weight - before.weight,
          mean: answers.mean - before.answers.mean,
          coefficientOfVariation: now === null || then === null ? null : now - then,
        }
      : null,
  };
}
