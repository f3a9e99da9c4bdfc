import type { ProblemPath } from "@cxmetrics/definition";
import type { MethodKind } from "../method-kind.js";
import { readParameters } from "../parameters/read-parameters.js";
import { readChoice } from "../read/choice.js";
import { aboveBelowMean } from "./above-below-mean.js";
import { ampi } from "./ampi.js";
import { band } from "./band.js";
import { borda } from "./borda.js";
import { categorical } from "./categorical.js";
import { cyclical } from "./cyclical.js";
import { distanceToReference } from "./distance-to-reference.js";
import { distanceToTarget } from "./distance-to-target.js";
import { fractionOfMaximum } from "./fraction-of-maximum.js";
import { goalposts } from "./goalposts.js";
import { identity } from "./identity.js";
import { logGoalposts } from "./log-goalposts.js";
import { logistic } from "./logistic.js";
import { membership } from "./membership.js";
import { minMax } from "./min-max.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { percentChange } from "./percent-change.js";
import { percentile } from "./percentile.js";
import { rank } from "./rank.js";
import { rating } from "./rating.js";
import { ratioToReference } from "./ratio-to-reference.js";
import { robustZ } from "./robust-z.js";
import { rubric } from "./rubric.js";
import { target } from "./target.js";
import { valueFunction } from "./value-function.js";
import { zScore } from "./z-score.js";

/** Every normaliser of this format by name. A new one is a file and a line here. */
export const normaliserMethods = {
  identity,
  goalposts,
  "log-goalposts": logGoalposts,
  "min-max": minMax,
  "z-score": zScore,
  "robust-z": robustZ,
  "ratio-to-reference": ratioToReference,
  "distance-to-reference": distanceToReference,
  "distance-to-target": distanceToTarget,
  "fraction-of-maximum": fractionOfMaximum,
  rank,
  borda,
  percentile,
  categorical,
  "above-below-mean": aboveBelowMean,
  cyclical,
  "percent-change": percentChange,
  ampi,
  target,
  band,
  membership,
  "value-function": valueFunction,
  logistic,
  rating,
  rubric,
} as const;

type ParametersOf<M> = M extends NormaliserMethod<infer N> ? N : never;

/** Normalisers of this format; each states its direction itself. */
export type Normaliser = ParametersOf<(typeof normaliserMethods)[keyof typeof normaliserMethods]>;

/** Expects a normaliser as it stands in a document. */
export function readNormaliser(value: unknown, path: ProblemPath): void {
  const names = Object.keys(normaliserMethods) as Normaliser["method"][];
  const method = normaliserOf({ method: readChoice(value, path, "method", names) } as Normaliser);
  const parameters = readParameters(method.parameters, value, path);
  method.check?.(parameters as unknown as Normaliser, path);
}

/** The registered method of a normaliser that has been checked. */
export function normaliserOf<N extends Normaliser>(parameters: N): NormaliserMethod<N> {
  // The key and the parameters carry the same name, which the type system cannot follow through an index.
  return normaliserMethods[parameters.method] as unknown as NormaliserMethod<N>;
}

/** Whether a normaliser needs a reference population, or looks at all units. */
export function normaliserKind<N extends Normaliser>(parameters: N): MethodKind {
  const method = normaliserOf(parameters);
  return method.kindOf?.(parameters) ?? method.kind;
}
