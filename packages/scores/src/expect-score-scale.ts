import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { npsNeeds0To10 } from "./definitions/problems.js";
import { isNps } from "./is-nps.js";
import { scaleMismatch } from "./problems.js";
import { type RatingScale, writeScale } from "./scale.js";
import type { ScoreDefinition } from "./score-definition.js";

/**
 * Expects ratings on the scale of their score.
 *
 * @throws `CxMetricsError` `score.scale-mismatch`, `score.nps-needs-0-10`
 */
export function expectScoreScale(
  { id, scale: expected }: ScoreDefinition,
  scale: RatingScale,
  path: ProblemPath,
): void {
  if (scale.min === expected.min && scale.max === expected.max) return;
  const found = writeScale(scale);
  throw new CxMetricsError(isNps(id) ? npsNeeds0To10 : scaleMismatch, {
    path,
    values: { id, expected: writeScale(expected), found, scale: found },
  });
}
