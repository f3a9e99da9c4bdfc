import type { Outcome } from "@cxmetrics/definition";
import type { DesignScoreOptions } from "../design/score-options.js";
import { estimateScore } from "../estimate-score.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { expectSurveyOfKind } from "./expect-survey.js";
import type { RelationalSurvey } from "./survey.js";

/** A score of a relational survey. It cannot stand where one of a transactional survey is wanted. */
export interface RelationalEstimate extends ScoreEstimate {
  readonly survey: "relational";
}

/**
 * Estimates a score of a relational survey (rNPS and its like): each customer was asked once, about the relationship as a whole.
 *
 * The arithmetic is that of `estimateScore`; the kind travels with the result, so that it is never taken for a transactional score.
 *
 * @param options as `estimateScore`
 * @returns the estimate, or `not-computable` as `estimateScore`
 * @throws `CxMetricsError` `survey.malformed`, `survey.wrong-kind`, and as `estimateScore`
 * @example
 * ```ts
 * const tally = tallyFromCounts({ 4: 10, 8: 20, 9: 30 }, { min: 0, max: 10 });
 * const score = estimateRelational({ kind: "relational", tally }, "nps");
 * score.status === "ok" && score.value; // => 33.333333333333336
 * score.status === "ok" && score.survey; // => "relational"
 * ```
 */
export function estimateRelational(
  survey: RelationalSurvey,
  definition: ScoreDefinition | string,
  options?: DesignScoreOptions,
): Outcome<RelationalEstimate> {
  const { tally } = expectSurveyOfKind(survey, "relational");
  const estimate = estimateScore(tally, definition, options);
  return estimate.status === "ok" ? { ...estimate, survey: "relational" } : estimate;
}
