import type { DefinitionReference, NotComputable, Unit, Warning } from "@cxmetrics/definition";
import { checkDefinition } from "../checked-definition.js";
import { engine } from "../engine.js";
import { expectColumn, expectOptions, expectRatingOptions, refuse } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import { readRating, startReader } from "../tally-builder.js";
import { betweenUnits } from "./between-units.js";
import { expectDesignOptions, type KeyColumn } from "./design-options.js";
import { designWarnings } from "./design-warnings.js";
import { lineariseScore } from "./linearised-score.js";
import { marginResiduals } from "./margin-residuals.js";
import { badCalibrationInput } from "./problems.js";
import { expectWeights, type Margin, readCategories } from "./read-margins.js";
import { noDegreesOfFreedom, noWeightInBase, singleUnitStratum } from "./reasons.js";
import { addToFrame, checkPopulation, startFrame } from "./sample-frame.js";
import { type StratumSpread, spreadOf } from "./stratum-spread.js";
import { type VariancePolicy, variancePolicyOptions } from "./variance-policy.js";

/** Arguments of `calibratedStandardError`. */
export interface CalibratedErrorInput extends VariancePolicy {
  readonly ratings: ArrayLike<number | null | undefined>;
  readonly definition: ScoreDefinition | string;
  /** The weights after calibration, one per record of the whole sample. */
  readonly weights: ArrayLike<number>;
  /** The margins that the weights were fitted to; for post-stratification one, the cells. Targets are not needed any more. */
  readonly margins: readonly Pick<Margin, "name" | "categories">[];
  /** Codes that stand for “no answer”. */
  readonly missing?: readonly number[] | undefined;
  readonly strata?: KeyColumn | undefined;
  readonly clusters?: KeyColumn | undefined;
  /** Sampling units in the population, by stratum; one number where there are no strata. */
  readonly populations?: number | Readonly<Record<string, number>> | undefined;
  /** How records count in the regression; `calibrated` where it is left out. */
  readonly regression?: CalibrationRegression | undefined;
}

/**
 * How records count in the regression on the margins: with their calibrated weights (Deville, Särndal and Sautory 1993), or all
 * alike (what R's `survey` does after `rake`). For post-stratification of equal weights both are the same.
 */
export type CalibrationRegression = "calibrated" | "equal";

/** A score with calibrated weights, and its standard error. */
export interface CalibratedScore {
  readonly status: "ok";
  readonly value: number;
  readonly unit: Unit;
  /** From calibration residuals. */
  readonly standardError: number;
  /** As if the weights were fixed; usually larger. */
  readonly standardErrorOfFixedWeights: number;
  readonly method: "calibration-residuals";
  readonly regression: CalibrationRegression;
  /** Answers in the base. */
  readonly n: number;
  readonly degreesOfFreedom: number;
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/**
 * Standard error of a score whose weights were post-stratified or raked. What the margins explain of the answers is no longer left to
 * chance, so the linearised values are replaced by their residuals from a regression on the categories of the margins:
 *
 * $$ z_i = w_i e_i, \qquad e_i = u_i - \sum_m \hat\beta_{m, c_m(i)}, \qquad u_i = \frac{b_i (y_i - R)}{\sum w b} $$
 *
 * and the variance is that between sampling units, as in `estimateDesignScore`. All records of the sample take part, those without an
 * answer with u = 0. Trimmed weights no longer fit their margins exactly; the residuals are then an approximation.
 *
 * Source: Deville and Särndal (1992), Journal of the American Statistical Association 87, 376–382; Deville, Särndal and Sautory (1993),
 * same journal 88, 1013–1020.
 *
 * @returns the score with both standard errors, or `not-computable`: `no-weight-in-base`, `single-unit-stratum`,
 * `no-degrees-of-freedom`
 * @throws `CxMetricsError` `calibration.not-allowed`, `calibration.too-many-categories` (more than 500 in several margins), and as
 * `tallyDesign`
 * @example
 * ```ts
 * const cells = ["app", "app", "app", "branch", "branch"];
 * const { weights } = postStratify([1, 1, 1, 1, 1], cells, { app: 500, branch: 500 });
 * const score = calibratedStandardError({
 *   ratings: [5, 4, 5, 2, 3],
 *   definition: "csat.mean-5",
 *   weights,
 *   margins: [{ name: "channel", categories: cells }],
 * });
 * score.status === "ok" && score.standardError; // => 0.2494206249
 * score.status === "ok" && score.standardErrorOfFixedWeights; // => 0.6064969428
 * ```
 */
export function calibratedStandardError(input: CalibratedErrorInput): CalibratedScore | NotComputable {
  const sampleOptions = ["missing", "strata", "clusters", "populations"];
  const given = expectOptions(input, [
    "ratings",
    "definition",
    "weights",
    "margins",
    "regression",
    ...sampleOptions,
    ...variancePolicyOptions,
  ]) as unknown as CalibratedErrorInput;
  const { definition, reference } = checkDefinition(given.definition);
  const { regression = "calibrated", missing, strata, clusters, populations } = given;
  if (regression !== "calibrated" && regression !== "equal")
    throw refuse(badCalibrationInput, ["regression"], "calibrated | equal", regression);
  const rows = expectColumn(given.ratings, ["ratings"]);
  const weights = expectWeights(given.weights, ["weights"], rows);
  expectRatingOptions({ missing });
  const settings = expectDesignOptions({ strata, clusters, populations, missing }, rows);
  if (!Array.isArray(given.margins) || given.margins.length === 0)
    throw refuse(badCalibrationInput, ["margins"], "[{ name, categories }]", given.margins);
  const margins = given.margins.map((margin: unknown, index) => {
    const { categories } = (margin ?? {}) as Partial<Margin>;
    const { names, places } = readCategories(categories, ["margins", index, "categories"], rows);
    return { places, size: names.length };
  });

  const reader = startReader(definition.scale, settings);
  const points = Array.from({ length: rows }, (_, row) => {
    const place = readRating(reader, given.ratings[row], row);
    return place < 0 ? null : definition.scale.min + place;
  });
  const answers = points.flatMap((point, row) =>
    point === null ? [] : [{ point, count: 1, weightSum: weights[row] as number }],
  );
  const score = lineariseScore(definition, definition.scale, answers);
  if (score === null) return noWeightInBase;
  const effects = Float64Array.from(points, (point) => score.influence(point));
  const importance = regression === "equal" ? weights.map((weight) => (weight > 0 ? 1 : 0)) : weights;
  const residuals = marginResiduals(effects, importance, margins);

  const frame = startFrame(settings);
  const places = points.map((_, row) => addToFrame(frame, settings, row));
  const between = (linear: Float64Array) => {
    const totals = new Map<string, Map<string, { total: number; active: boolean }>>();
    places.forEach(({ stratum, unit }, row) => {
      let units = totals.get(stratum);
      if (units === undefined) {
        units = new Map();
        totals.set(stratum, units);
      }
      const key = unit ?? String(row);
      const sofar = units.get(key) ?? { total: 0, active: false };
      const weight = weights[row] as number;
      units.set(key, {
        total: sofar.total + weight * (linear[row] as number),
        active: sofar.active || (weight > 0 && score.inBase(points[row] as number | null)),
      });
    });
    const spreads = [...frame.strata].map(([stratum, { population }]): StratumSpread => {
      const units = [...(totals.get(stratum)?.values() ?? [])];
      const list = units.map(({ total }) => total);
      checkPopulation(stratum, units.length, population);
      return {
        stratum,
        population,
        units: units.length,
        activeUnits: units.filter(({ active }) => active).length,
        ...spreadOf(list, list, list.length),
      };
    });
    return betweenUnits(spreads, given);
  };
  const calibrated = between(residuals);
  const fixed = between(effects);
  if (calibrated.variance === null || fixed.variance === null) return singleUnitStratum;
  if (calibrated.degreesOfFreedom < 1) return noDegreesOfFreedom;
  const errorOf = (variance: number) => score.factor * Math.sqrt(Math.max(0, variance));
  const sample = [...frame.strata].map(([stratum, { records, population, units }]) => ({
    stratum,
    sampleUnits: frame.clustered ? units.size : records,
    population,
    units: [],
  }));
  return {
    status: "ok",
    value: score.factor * score.mean,
    unit: definition.statistic.unit,
    standardError: errorOf(calibrated.variance),
    standardErrorOfFixedWeights: errorOf(fixed.variance),
    method: "calibration-residuals",
    regression,
    n: score.n,
    degreesOfFreedom: calibrated.degreesOfFreedom,
    definition: reference,
    engine,
    warnings: designWarnings(
      { weighted: true, clustered: frame.clustered, strata: sample },
      calibrated,
      given,
    ),
  };
}
