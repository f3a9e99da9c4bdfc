import type { DefinitionReference, Interval, NotComputable, Unit } from "@cxmetrics/definition";
import { effectOf } from "../change/change-effect.js";
import { engine } from "../engine.js";
import { expectOptions } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import { everyResponse, noResponse, noScore } from "./reasons.js";
import { themeMoments } from "./theme-moments.js";
import type { ThemeSplit } from "./theme-split.js";

/** What a theme does to a score. */
export interface ThemeImpact {
  readonly status: "ok";
  /** In the unit of the score; negative when the theme pulls it down. */
  readonly impact: number;
  readonly unit: Unit;
  /** `null` where weights are too unequal. */
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
  /** Score of all responses, of those with the theme, and of those without. */
  readonly scores: { readonly all: number; readonly withTheme: number; readonly withoutTheme: number };
  /** Responses in the base. */
  readonly n: { readonly withTheme: number; readonly withoutTheme: number };
  readonly definition: DefinitionReference;
  readonly engine: string;
}

/**
 * Impact of a theme on a score: the score of all responses minus the score of those that do not mention the theme.
 *
 * $$ I_t = \hat\theta - \hat\theta_{\bar t} = \frac{n_t\,(\hat\theta_t - \hat\theta)}{N - n_t} $$
 *
 * Both forms are in use, the first at Thematic, the second as a custom metric at Qualtrics, and they are one number: with
 * $N\hat\theta = n_t\hat\theta_t + (N - n_t)\hat\theta_{\bar t}$,
 * $(N - n_t)(\hat\theta - \hat\theta_{\bar t}) = (N - n_t)\hat\theta - N\hat\theta + n_t\hat\theta_t = n_t(\hat\theta_t - \hat\theta)$.
 * Under weights n and N are sums of weights.
 *
 * Impacts of themes that overlap do not add up to anything; for shares that do see `additiveThemeShare`. An impact is no effect: those who
 * mention a theme differ in other ways too. The interval is normal, by the delta method.
 *
 * @param split ratings of the responses with the theme, and of all the others
 * @param options the confidence level, unless the definition's
 * @returns the impact, or `not-computable`: `every-response-has-theme`, `no-response-has-theme`, `no-score`
 * @throws `CxMetricsError` `theme.not-a-split`, and as `estimateScore` and `mergeTallies`
 * @example
 * ```ts
 * const scale = { min: 0, max: 10 };
 * const withTheme = tallyFromCounts({ 3: 30, 7: 10, 9: 10 }, scale); // NPS −40
 * const withoutTheme = tallyFromCounts({ 5: 20, 8: 50, 10: 80 }, scale); // NPS 40
 * const waiting = themeImpact({ withTheme, withoutTheme }, "nps");
 * waiting.status === "ok" && waiting.impact; // => -20
 * ```
 */
export function themeImpact(
  split: ThemeSplit,
  definition: ScoreDefinition | string,
  options: { readonly level?: number | undefined } = {},
): ThemeImpact | NotComputable {
  expectOptions(options, ["level"]);
  const { all, within, without, factor, level, reference, spread } = themeMoments(split, definition, options);
  if (all === null) return noScore;
  if (within === null) return noResponse;
  if (without === null) return everyResponse;
  const rest = without.total / (within.total + without.total);
  const scores = { all: all.value, withTheme: factor * within.mean, withoutTheme: factor * without.mean };
  const impact = (1 - rest) * (scores.withTheme - scores.withoutTheme);
  const variance =
    spread("withTheme", (value) => value - scores.all) +
    spread("withoutTheme", (value) => value - scores.all - (value - scores.withoutTheme) / rest);
  const { standardError, interval } = effectOf(impact, variance, level, "delta-z");
  return {
    status: "ok",
    impact,
    unit: all.unit,
    standardError,
    interval,
    scores,
    n: { withTheme: within.n, withoutTheme: without.n },
    definition: reference,
    engine,
  };
}
