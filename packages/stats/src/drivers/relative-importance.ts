import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { standardisedColumn } from "../correlations/standardised-column.js";
import { methodNamed } from "../expect/method-named.js";
import { namedMembers } from "../expect/named-members.js";
import { kishEffectiveSize } from "../kish-effective-size.js";
import { noObservations } from "../reasons.js";
import { randomStream } from "../resampling/random-stream.js";
import { bootstrapImportance } from "./bootstrap-importance.js";
import { type DriverRows, driverRows } from "./driver-rows.js";
import type { ImportanceProblem } from "./importance-problem.js";
import { importanceProblem, varianceInflation } from "./importance-regression.js";
import { missingPolicyUnknown } from "./problems.js";
import { constantOutcome, constantPredictors, negativeImportance, tooFewRows } from "./reasons.js";
import { relativeImportanceMethods } from "./registry.js";
import type {
  NoRelativeImportance,
  PredictorImportance,
  RelativeImportance,
  RelativeImportanceInput,
} from "./relative-importance-result.js";
import { requestedDraws } from "./requested-draws.js";
import { drawnOrders, sampledLmg } from "./sampled-lmg.js";

/** Below this R² nothing but rounding would be divided. */
const leastRSquared = 1e-24;

/**
 * Key drivers: how much each predictor contributes to the R² of a linear regression of the outcome on all of them.
 *
 * `lmg` averages what a predictor adds to R² over all orders in which predictors can enter (the Shapley value of R²):
 * $$ \phi_j = \sum_{S \not\ni j} \frac{|S|!\,(p-1-|S|)!}{p!}\left(R^2_{S\cup\{j\}} - R^2_S\right) $$
 * It is exact up to 20 predictors; above, orders are drawn and every figure carries its Monte Carlo error. `johnson` gives Johnson's
 * relative weights: equal to `lmg` for two predictors, close to it for more, quick for many; Thomas, Zumbo, Kwan and Schweitzer
 * (2014) advise against them. `pratt` is coefficient times correlation and can be negative. In each, importances sum to R².
 * `relativeImportanceMethods` has the sources.
 *
 * Importance is not causation: it describes an association in these rows, among these predictors. Leaving a predictor out moves
 * the figures of all others. Outcome and predictors are treated as numbers with equal steps.
 *
 * Weights enter as in weighted least squares. The bootstrap draws rows, each with its weight, and takes percentiles (type 7);
 * orders once drawn serve all resamples.
 *
 * @returns R² and its parts, or `not-computable`: `no-observations`, `too-few-observations` (fewer complete rows than predictors
 * + 2), `constant-predictor`, `constant-outcome`, `collinear-predictors` (less than 1e-10 of a predictor's variance is left
 * unexplained by those before it)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-number`, `lists.length-mismatch`,
 * `name.not-allowed`, `name.duplicate`, `parameter.out-of-range`, `level.out-of-range`, `seed.out-of-range`, `method.unknown`,
 * `drivers.no-predictors`, `drivers.too-many-predictors` (over 200), `drivers.missing-policy`, `drivers.sample-required`,
 * `drivers.sample-not-used`, `drivers.too-much-work`
 * @example
 * ```ts
 * const drivers = relativeImportance({
 *   predictors: { speed: [1, 2, 3, 4, 5, 4], clarity: [2, 1, 4, 3, 5, null] },
 *   outcome: [3, 4, 6, 6, 10, 8],
 *   method: "lmg",
 *   missing: "listwise",
 * });
 * drivers.status === "ok" && drivers.rSquared; // => 0.935570987654321
 * drivers.status === "ok" && drivers.predictors[0]?.share; // => 0.5575257731958762
 * ```
 */
export function relativeImportance(
  input: RelativeImportanceInput,
): RelativeImportance | NoRelativeImportance {
  const given = namedMembers(input, "input");
  const method = methodNamed(relativeImportanceMethods, given.method);
  const rows = driverRows(given.predictors, given.outcome, given.weights);
  // Where nothing is missing there is nothing to say about it.
  if (given.missing !== "listwise" && (given.missing !== undefined || rows.missing > 0)) {
    const values = { found: describeValue(given.missing) };
    throw new CxMetricsError(missingPolicyUnknown, { path: ["missing"], values });
  }
  const n = rows.outcome.length;
  const { sample, bootstrap } = requestedDraws(given, method.id, rows.names.length, n);
  const base = { n, missing: rows.missing, zeroWeight: rows.zeroWeight };

  const regression = regressionOn(rows);
  if ("status" in regression) return { ...regression, ...base };
  const { columns, problem } = regression;

  const stream = sample && randomStream(sample.seed);
  const orders = sample && stream && drawnOrders(problem.size, sample.permutations, stream);
  const split = orders ? (one: ImportanceProblem) => sampledLmg(one, orders).importances : method.split;
  const drawn = orders && sampledLmg(problem, orders);
  const resampled = bootstrap && bootstrapImportance(columns, rows.weights, split, bootstrap);
  const importances = drawn?.importances ?? split(problem);
  const inflation = varianceInflation(problem);
  const explains = problem.rSquared > leastRSquared;

  const predictors = rows.names.map((name, index): PredictorImportance => {
    // Adding 0 turns -0 into 0.
    const importance = (importances[index] as number) + 0;
    const interval = resampled?.intervals[index];
    return {
      name,
      importance,
      share: explains ? importance / problem.rSquared : null,
      ...(interval && { interval }),
      ...(drawn && { monteCarloError: drawn.errors[index] as number }),
      vif: inflation[index] as number,
      standardisedCoefficient: (problem.coefficients[index] as number) + 0,
      correlation: (problem.withOutcome[index] as number) + 0,
    };
  });
  return {
    status: "ok",
    method: method.id,
    rSquared: problem.rSquared,
    effectiveN: effectiveSize(rows.weights),
    ...base,
    predictors,
    ...(sample && stream && { sample: { ...sample, generator: stream.generator } }),
    ...(resampled && { bootstrap: resampled.report }),
    warnings: predictors.some(({ importance }) => importance < -1e-12) ? [negativeImportance] : [],
  };
}

function regressionOn({
  names,
  predictors,
  outcome,
  weights,
}: DriverRows):
  | NotComputable
  | { readonly columns: readonly Float64Array[]; readonly problem: ImportanceProblem } {
  const n = outcome.length;
  if (n === 0) return noObservations;
  if (n < names.length + 2) return tooFewRows(n, names.length + 2);
  const columns: Float64Array[] = [];
  const constant: string[] = [];
  for (const [index, values] of predictors.entries()) {
    const column = standardisedColumn(values, weights);
    if (column) columns.push(column);
    else constant.push(names[index] ?? "");
  }
  const explained = standardisedColumn(outcome, weights);
  if (constant.length > 0) return constantPredictors(constant);
  if (!explained) return constantOutcome;
  columns.push(explained);
  const problem = importanceProblem(columns, weights, names);
  return "status" in problem ? problem : { columns, problem };
}

function effectiveSize(weights: Float64Array): number {
  let weightSum = 0;
  let squaredWeightSum = 0;
  for (const weight of weights) {
    weightSum += weight;
    squaredWeightSum += weight * weight;
  }
  return kishEffectiveSize({ weightSum, squaredWeightSum });
}
