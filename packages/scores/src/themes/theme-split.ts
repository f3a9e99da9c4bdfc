import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { expectTally } from "../expect-tally.js";
import type { RatingTally } from "../rating-tally.js";
import { badSplit } from "./problems.js";

/** All responses, split by whether they mention a theme. */
export interface ThemeSplit {
  /** Ratings of the responses that mention the theme. */
  readonly withTheme: RatingTally;
  /** Ratings of all the others, those without a comment too. */
  readonly withoutTheme: RatingTally;
}

/**
 * Expects two tallies.
 *
 * @throws `CxMetricsError` `theme.not-a-split`, `tally.malformed`
 */
export function expectThemeSplit(value: unknown): ThemeSplit {
  if (typeof value !== "object" || value === null)
    throw new CxMetricsError(badSplit, { path: ["split"], values: { found: describeValue(value) } });
  const { withTheme, withoutTheme } = value as Partial<Record<keyof ThemeSplit, unknown>>;
  return {
    withTheme: expectTally(withTheme, ["split", "withTheme"]),
    withoutTheme: expectTally(withoutTheme, ["split", "withoutTheme"]),
  };
}
