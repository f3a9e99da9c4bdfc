import { chooseInterval, type IntervalChoice, type IntervalOptions } from "../interval-choice.js";
import { expectOptions, refuse } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import { expectSampleKind } from "./design-options.js";
import { badDesignOption } from "./problems.js";
import type { SampleKind } from "./sample-design.js";
import { expectPolicy, type VariancePolicy, variancePolicyOptions } from "./variance-policy.js";

/** Options of an estimate, whatever the tally. */
export interface ScoreOptions extends IntervalOptions {
  /** How the sample was taken, where the tally does not say. */
  readonly sample?: SampleKind | undefined;
  /** Gives no interval where the sample is a non-probability sample. */
  readonly withholdInterval?: boolean | undefined;
}

/** Options of an estimate from a design tally. */
export interface DesignScoreOptions extends ScoreOptions, VariancePolicy {}

/**
 * Checks the options of an estimate.
 *
 * @param names options beside those of `ScoreOptions`
 * @throws `CxMetricsError` `option.unknown`, `option.not-allowed`, `score.interval-mismatch`, `design.option-not-allowed`
 */
export function expectScoreOptions(
  options: unknown,
  definition: ScoreDefinition,
  names: readonly string[] = [],
): { readonly settings: DesignScoreOptions; readonly choice: IntervalChoice } {
  const settings: DesignScoreOptions =
    options === undefined
      ? {}
      : expectOptions(options, ["level", "interval", "sample", "withholdInterval", ...names]);
  expectSampleKind(settings.sample, ["options", "sample"]);
  const { withholdInterval } = settings;
  if (withholdInterval !== undefined && typeof withholdInterval !== "boolean")
    throw refuse(badDesignOption, ["options", "withholdInterval"], "true | false", withholdInterval);
  expectPolicy(settings);
  return { settings, choice: chooseInterval(definition, settings) };
}

/** Names of all options of `DesignScoreOptions` beside those of `ScoreOptions`. */
export const designScoreOptions: readonly string[] = variancePolicyOptions;
