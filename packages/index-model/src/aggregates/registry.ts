import { expectOneOf, type ProblemPath } from "@cxmetrics/definition";
import type { Aggregate } from "../index-definition.js";
import type { AggregateMethod } from "./aggregate-method.js";
import { arithmeticMean } from "./arithmetic-mean.js";
import { geometricMean } from "./geometric-mean.js";

/** Every aggregate of this format by name. */
export const aggregateMethods: Readonly<Record<Aggregate["method"], AggregateMethod>> = {
  "arithmetic-mean": arithmeticMean,
  "geometric-mean": geometricMean,
};

/** Expects the name of an aggregate. */
export function readAggregateMethod(value: unknown, path: ProblemPath): Aggregate["method"] {
  return expectOneOf(value, path, Object.keys(aggregateMethods) as Aggregate["method"][]);
}
