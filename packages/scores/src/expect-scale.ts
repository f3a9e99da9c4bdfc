import { describeValue, type ProblemPath } from "@cxmetrics/definition";
import { badScale } from "./problems.js";
import { refuse } from "./rating-options.js";
import { mostScalePoints, type RatingScale } from "./scale.js";

/**
 * Expects a rating scale and returns a copy of it that nobody else holds.
 *
 * @throws `CxMetricsError` `scale.not-allowed`
 */
export function expectScale(value: unknown, path: ProblemPath): RatingScale {
  const { min, max } = (value ?? {}) as { min?: unknown; max?: unknown };
  if (
    Number.isSafeInteger(min) &&
    Number.isSafeInteger(max) &&
    (min as number) < (max as number) &&
    (max as number) - (min as number) < mostScalePoints
  )
    // Adding 0 turns −0 into 0.
    return { min: (min as number) + 0, max: (max as number) + 0 };
  const expected = {
    en: `{ min, max }, whole numbers, min < max, at most ${mostScalePoints} points`,
    zh: ` { min, max }，两端为整数，min < max，至多 ${mostScalePoints} 个分值`,
  };
  throw refuse(
    badScale,
    path,
    expected,
    typeof value === "object" && value ? `${describeValue(min).en}–${describeValue(max).en}` : value,
  );
}
