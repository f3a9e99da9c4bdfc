import type { DefinitionReference, Interval, NotComputable, Unit } from "@cxmetrics/definition";
import { effectOf } from "../change/change-effect.js";
import { engine } from "../engine.js";
import { expectOptions } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import { noScore } from "./reasons.js";
import { themeMoments } from "./theme-moments.js";
import type { ThemeSplit } from "./theme-split.js";

/** The part of a score that the responses with a theme carry. */
export interface ThemeShare {
  readonly status: "ok";
  /** In the unit of the score. */
  readonly contribution: number;
  readonly unit: Unit;
  /** `null` where there is a single response, or weights are too unequal. */
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
  /** Score of all responses. */
  readonly score: number;
  /** Share of the base that mentions the theme, 0…1; under weights, of its weight. */
  readonly prevalence: number;
  /** Responses in the base. */
  readonly n: { readonly withTheme: number; readonly withoutTheme: number };
  readonly definition: DefinitionReference;
  readonly engine: string;
}

/**
 * The part of a score that the responses with a theme carry.
 *
 * $$ A_t = \frac{1}{N}\sum_{i \in t} y_i $$
 *
 * with $y_i$ the value of an answer: ±100 or 0 points for NPS, 1 or 0 for a share. Over themes that do not overlap and leave nothing out,
 * these add up to the score; over overlapping ones, responses count once per theme. A theme that nobody mentions carries 0, with an
 * interval that is not computable. It answers another question than `themeImpact`: a frequent theme with an average score carries much
 * and moves nothing.
 *
 * @param split ratings of the responses with the theme, and of all the others
 * @param options the confidence level, unless the definition's
 * @returns the contribution, or `not-computable` `no-score`
 * @throws `CxMetricsError` `theme.not-a-split`, and as `estimateScore` and `mergeTallies`
 * @example
 * ```ts
 * const scale = { min: 0, max: 10 };
 * const withTheme = tallyFromCounts({ 3: 30, 7: 10, 9: 10 }, scale); // 50 responses, NPS −40
 * const withoutTheme = tallyFromCounts({ 5: 20, 8: 50, 10: 80 }, scale); // 150 responses, NPS 40
 * const waiting = additiveThemeShare({ withTheme, withoutTheme }, "nps");
 * waiting.status === "ok" && waiting.contribution; // => -10
 * const others = additiveThemeShare({ withTheme: withoutTheme, withoutTheme: withTheme }, "nps");
 * others.status === "ok" && others.contribution; // => 30
 * ```
 */
export function additiveThemeShare(
  split: ThemeSplit,
  definition: ScoreDefinition | string,
  options: { readonly level?: number | undefined } = {},
): ThemeShare | NotComputable {
  expectOptions(options, ["level"]);
  const { all, within, without, factor, level, reference, spread } = themeMoments(split, definition, options);
  if (all === null) return noScore;
  const total = (within?.total ?? 0) + (without?.total ?? 0);
  const contribution = (factor * (within?.weightedSum ?? 0)) / total;
  const variance =
    spread("withTheme", (value) => value - contribution) + spread("withoutTheme", () => -contribution);
  const { standardError, interval } = effectOf(contribution, all.n === 1 ? null : variance, level, "delta-z");
  return {
    status: "ok",
    contribution,
    unit: all.unit,
    standardError,
    interval,
    score: all.value,
    prevalence: (within?.total ?? 0) / total,
    n: { withTheme: within?.n ?? 0, withoutTheme: without?.n ?? 0 },
    definition: reference,
    engine,
  };
}
