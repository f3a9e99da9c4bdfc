import type { DefinitionReference } from "@cxmetrics/definition";
import { checkDefinition } from "../checked-definition.js";
import { contrastOf } from "../contrast.js";
import { type ContrastMoments, contrastMoments } from "../contrast-moments.js";
import { estimateScore } from "../estimate-score.js";
import { chooseInterval } from "../interval-choice.js";
import { mergeTallies } from "../merge-tallies.js";
import type { RatingTally } from "../rating-tally.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { expectThemeSplit, type ThemeSplit } from "./theme-split.js";

/** A theme's two parts, measured by a definition. */
export interface ThemeMoments {
  /** The score of all responses, or `null` without any in the base. */
  readonly all: ScoreEstimate | null;
  /** The part with the theme, or `null` without weight in the base. */
  readonly within: ContrastMoments | null;
  readonly without: ContrastMoments | null;
  /** 100 for points, 1 otherwise. */
  readonly factor: number;
  readonly level: number;
  readonly reference: DefinitionReference;
  /** Σ over a part of squared weight times squared influence, where an answer of value c (in the unit of the score) has this influence. */
  readonly spread: (part: keyof ThemeSplit, influence: (value: number) => number) => number;
}

/** Checks the split, the definition and the level, and measures both parts. */
export function themeMoments(
  split: unknown,
  definition: ScoreDefinition | string,
  options: { readonly level?: number | undefined },
): ThemeMoments {
  const { definition: checked, reference } = checkDefinition(definition);
  const tallies = expectThemeSplit(split);
  const { level } = chooseInterval(checked, options);
  const all = estimateScore(mergeTallies(tallies.withTheme, tallies.withoutTheme), checked, { level });
  const contrast = contrastOf(checked);
  const factor = checked.statistic.unit === "points" ? 100 : 1;
  const within = contrastMoments(tallies.withTheme, contrast);
  const without = contrastMoments(tallies.withoutTheme, contrast);
  const total = (within?.total ?? 0) + (without?.total ?? 0);
  const spread = (tally: RatingTally, influence: (value: number) => number) =>
    contrast.reduce(
      (sum, { value, inBase }, point) =>
        inBase
          ? sum + ((tally.squaredWeightSums[point] ?? 0) / total / total) * influence(factor * value) ** 2
          : sum,
      0,
    );
  return {
    all: all.status === "ok" ? all : null,
    within,
    without,
    factor,
    level,
    reference,
    spread: (part, influence) => spread(tallies[part], influence),
  };
}
