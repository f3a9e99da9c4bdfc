import { refuse } from "../rating-options.js";
import { badDesignOption } from "./problems.js";

/**
 * Whether the variance is for the population as it was at the time (with a correction for the part that was asked) or for the
 * process behind it. Comparing waves is the latter, so `none` is the default. `sampling-fraction` is $1 - n_h/N_h$ on the variance with
 * n − 1 (survey statistics, R's `survey`); `market-research` is $(N_h - n_h)/(N_h - 1)$ on the variance with n.
 */
export type FinitePopulation = "none" | "sampling-fraction" | "market-research";

/**
 * What to do with a stratum of which one unit was drawn: no standard error (`fail`), count it as drawn with certainty (adds
 * nothing), or take its distance from the whole sample in place of that from its stratum (`adjust`, cautious). As R's
 * `survey.lonely.psu`.
 */
export type SingleUnit = "fail" | "certainty" | "adjust";

/** How the variance between units is taken. */
export interface VariancePolicy {
  /** `none` where it is left out. */
  readonly finitePopulation?: FinitePopulation | undefined;
  /** `fail` where it is left out. */
  readonly singleUnit?: SingleUnit | undefined;
}

/** Names of the options of a variance policy. */
export const variancePolicyOptions: readonly string[] = ["finitePopulation", "singleUnit"];

/**
 * The policy with its defaults.
 *
 * @throws `CxMetricsError` `design.option-not-allowed`
 */
export function expectPolicy({
  finitePopulation = "none",
  singleUnit = "fail",
}: VariancePolicy): Required<{ [Name in keyof VariancePolicy]: NonNullable<VariancePolicy[Name]> }> {
  if (!["none", "sampling-fraction", "market-research"].includes(finitePopulation))
    throw refuse(
      badDesignOption,
      ["options", "finitePopulation"],
      "none | sampling-fraction | market-research",
      finitePopulation,
    );
  if (!["fail", "certainty", "adjust"].includes(singleUnit))
    throw refuse(badDesignOption, ["options", "singleUnit"], "fail | certainty | adjust", singleUnit);
  return { finitePopulation, singleUnit };
}
