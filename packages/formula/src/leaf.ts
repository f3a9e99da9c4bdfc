import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { isName, longestName, looksNumeric, looksRational } from "./name-form.js";
import { badName, badRational, notANumber, notAnExpression, quotedNumber } from "./problems.js";
import { rational } from "./rational.js";

/** Reads a constant, a rational text or the name of an input. */
export function parseLeaf(value: unknown, path: ProblemPath): number | string {
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value + 0;
    throw new CxMetricsError(notANumber, { path, values: { found: String(value) } });
  }
  if (typeof value !== "string")
    throw new CxMetricsError(notAnExpression, { path, values: { found: describeValue(value) } });
  if (rational(value) !== undefined) return value;
  const problem = looksRational(value)
    ? badRational
    : looksNumeric(value)
      ? quotedNumber
      : isName(value)
        ? undefined
        : badName;
  if (problem)
    throw new CxMetricsError(problem, { path, values: { found: describeValue(value), most: longestName } });
  return value;
}

/** The constant that a leaf stands for, or `undefined` when it names an input. */
export function constantOf(leaf: number | string): number | undefined {
  if (typeof leaf === "number") return leaf;
  const read = rational(leaf);
  return read && read.numerator / read.denominator;
}

/** Reads a constant: a finite number or a rational text. `undefined` for anything else. */
export function readConstant(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  const read = typeof value === "string" ? rational(value) : undefined;
  return read && read.numerator / read.denominator;
}
