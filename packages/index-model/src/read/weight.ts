import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { rational } from "@cxmetrics/formula";
import type { Weight } from "../index-definition.js";
import { badShare, badWeight } from "../problems.js";

/** An exact rational ≥ 0 as text. */
export const weightPattern = /^\d+(\.\d+)?\/\d+(\.\d+)?$/;

/** Beyond these a sum of products loses weights silently or overflows. */
const least = 1e-15;
const most = 1e15;

/** Expects a relative weight ≥ 0. */
export function readWeight(value: unknown, path: ProblemPath): Weight {
  const number = numberOf(value);
  if (number === undefined || !(number === 0 || (number >= least && number <= most)))
    throw new CxMetricsError(badWeight, { path, values: { found: printed(value) } });
  return value as Weight;
}

/** Expects a share from 0 to 1. */
export function readShare(value: unknown, path: ProblemPath): Weight {
  const number = numberOf(value);
  if (number === undefined || !(number >= 0 && number <= 1))
    throw new CxMetricsError(badShare, { path, values: { found: printed(value) } });
  return value as Weight;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const read = typeof value === "string" && weightPattern.test(value) ? rational(value) : undefined;
  return read && read.numerator / read.denominator;
}

function printed(value: unknown): string {
  return typeof value === "object" && value !== null ? "{…}" : String(value).slice(0, 40);
}
