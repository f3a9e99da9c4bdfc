import type { ProblemPath } from "@cxmetrics/definition";
import { readChoice } from "../read/choice.js";
import type { CohortMethod, CohortParameters } from "./cohort-method.js";
import { benefitOfDoubt } from "./methods/benefit-of-doubt.js";
import { borda } from "./methods/borda.js";
import { bordaPoints } from "./methods/borda-points.js";
import { categoricalPercentile } from "./methods/categorical-percentile.js";
import { copeland } from "./methods/copeland.js";
import { greyRelational } from "./methods/grey-relational.js";
import { kemeny } from "./methods/kemeny.js";
import { percentileRank } from "./methods/percentile-rank.js";
import { rank } from "./methods/rank.js";
import { topsis } from "./methods/topsis.js";

/** Every cohort method of this format by name. */
export const cohortRegistry = {
  rank,
  "percentile-rank": percentileRank,
  "borda-points": bordaPoints,
  "categorical-percentile": categoricalPercentile,
  borda,
  copeland,
  kemeny,
  "benefit-of-doubt": benefitOfDoubt,
  topsis,
  "grey-relational": greyRelational,
} as const satisfies Record<CohortParameters["method"], unknown>;

/** Names of the cohort methods. */
export const cohortMethodNames = Object.keys(cohortRegistry) as readonly CohortParameters["method"][];

/** Expects a cohort method with its parameters, as they stand in a document, for a node with `count` children. */
export function readCohortMethod(value: unknown, path: ProblemPath, count?: number): void {
  cohortRegistry[readChoice(value, path, "method", cohortMethodNames)].check(value, path, count);
}

/** The registered method of parameters that have been checked. */
export function cohortMethodOf(parameters: CohortParameters): CohortMethod {
  // The key and the parameters carry the same name, which the type system cannot follow through an index.
  return cohortRegistry[parameters.method] as unknown as CohortMethod;
}
