import { expectOneOf, type ProblemPath } from "@cxmetrics/definition";
import type { AggregateMethod } from "./aggregate-method.js";
import { arithmeticMean } from "./arithmetic-mean.js";
import { geometricMean } from "./geometric-mean.js";
import { harmonicMean } from "./harmonic-mean.js";
import { meanMin } from "./mean-min.js";
import { mpi } from "./mpi.js";
import { owa } from "./owa.js";
import { powerMean } from "./power-mean.js";
import { product } from "./product.js";
import { sum } from "./sum.js";

/** Names of the aggregates of this format. */
export type AggregateName =
  | "arithmetic-mean"
  | "geometric-mean"
  | "harmonic-mean"
  | "power-mean"
  | "sum"
  | "product"
  | "mpi"
  | "mean-min"
  | "owa";

/** Every aggregate of this format by name. */
export const aggregateMethods: Readonly<Record<AggregateName, AggregateMethod>> = {
  "arithmetic-mean": arithmeticMean,
  "geometric-mean": geometricMean,
  "harmonic-mean": harmonicMean,
  "power-mean": powerMean,
  sum,
  product,
  mpi,
  "mean-min": meanMin,
  owa,
};

/** Expects the name of an aggregate. */
export function readAggregateMethod(value: unknown, path: ProblemPath): AggregateName {
  return expectOneOf(value, path, Object.keys(aggregateMethods) as AggregateName[]);
}
