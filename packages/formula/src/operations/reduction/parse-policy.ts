import { CxMetricsError, describeValue, expectOneOf, type ProblemPath } from "@cxmetrics/definition";
import type { Coverage } from "../../expression.js";
import { readConstant } from "../../leaf.js";
import { badCount, badShare, coverageWithoutLeavingOut } from "../../problems.js";

/** Keys of an operation that may leave operands out. */
export const policyKeys = ["missing", "minimumAvailable", "minimumCount"] as const;

/** Reads what an untrusted operation says about missing operands; `leaving` is its word for leaving them out. */
export function parsePolicy<Leaving extends "renormalise" | "skip">(
  record: Readonly<Record<string, unknown>>,
  path: ProblemPath,
  leaving: Leaving,
  operands: number,
): Coverage & { readonly missing?: "propagate" | Leaving } {
  const missing =
    record["missing"] === undefined
      ? undefined
      : expectOneOf(record["missing"], [...path, "missing"], ["propagate", leaving]);
  for (const key of ["minimumAvailable", "minimumCount"] as const)
    if (record[key] !== undefined && missing !== leaving)
      throw new CxMetricsError(coverageWithoutLeavingOut, {
        path: [...path, key],
        values: { key, policy: leaving },
      });
  const { minimumAvailable, minimumCount } = record;
  return {
    ...(missing === undefined ? {} : { missing }),
    ...(minimumAvailable === undefined
      ? {}
      : { minimumAvailable: parseShare(minimumAvailable, [...path, "minimumAvailable"]) }),
    ...(minimumCount === undefined
      ? {}
      : { minimumCount: parseCount(minimumCount, [...path, "minimumCount"], operands) }),
  };
}

function parseShare(value: unknown, path: ProblemPath): number | string {
  const share = readConstant(value);
  if (share === undefined || !(share >= 0 && share <= 1))
    throw new CxMetricsError(badShare, { path, values: { found: describeValue(value) } });
  return value as number | string;
}

function parseCount(value: unknown, path: ProblemPath, most: number): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new CxMetricsError(badCount, { path, values: { found: describeValue(value), most } });
}
