import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { populationMissing } from "./problems.js";
import type { StratumSpread } from "./stratum-spread.js";
import { expectPolicy, type VariancePolicy } from "./variance-policy.js";

/** A variance or covariance between units, and what it rests on. */
export interface BetweenUnits {
  /** `null` where a stratum has a single unit and the policy is to fail. */
  readonly variance: number | null;
  /** Units with weight in the base. */
  readonly units: number;
  /** Units drawn, in all strata. */
  readonly sampleUnits: number;
  /** Strata with such a unit. */
  readonly strata: number;
  /** Units less strata. */
  readonly degreesOfFreedom: number;
  /** Strata of which one unit was drawn. */
  readonly singleUnitStrata: readonly string[];
}

/**
 * Variance between the primary sampling units, stratum by stratum (with replacement, or corrected for a finite population):
 *
 * $$ V = \sum_h (1 - f_h) \frac{n_h}{n_h - 1} \sum_i (z_{hi} - \bar z_h)^2 $$
 *
 * @throws `CxMetricsError` `design.population-missing`, `design.option-not-allowed`
 */
export function betweenUnits(spreads: readonly StratumSpread[], options: VariancePolicy): BetweenUnits {
  const { finitePopulation, singleUnit } = expectPolicy(options);
  const active = spreads.filter(({ activeUnits }) => activeUnits > 0);
  const single: string[] = [];
  const terms = active.map(({ stratum, units, population, centred, raw }) => {
    const left = shareLeft(stratum, units, population, finitePopulation);
    if (units > 1) return left * (finitePopulation === "market-research" ? 1 : units / (units - 1)) * centred;
    // The whole population of the stratum was drawn: nothing is left to chance.
    if (left === 0) return 0;
    single.push(stratum);
    return singleUnit === "adjust" ? left * raw : 0;
  });
  const units = active.reduce((sum, { activeUnits }) => sum + activeUnits, 0);
  return {
    variance: single.length > 0 && singleUnit === "fail" ? null : compensatedSum(terms),
    units,
    sampleUnits: spreads.reduce((sum, stratum) => sum + stratum.units, 0),
    strata: active.length,
    degreesOfFreedom: units - active.length,
    singleUnitStrata: single,
  };
}

function shareLeft(
  stratum: string,
  units: number,
  population: number | null,
  finitePopulation: "none" | "sampling-fraction" | "market-research",
): number {
  if (finitePopulation === "none") return 1;
  if (population === null)
    throw new CxMetricsError(populationMissing, {
      path: ["populations", stratum],
      values: { stratum: describeValue(stratum) },
    });
  if (units >= population) return 0;
  return finitePopulation === "market-research"
    ? (population - units) / (population - 1)
    : 1 - units / population;
}
