import {
  CxMetricsError,
  describeValue,
  expectNumber,
  expectOneOf,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { PowerMean } from "../../expression.js";
import type { Parser } from "../../parser.js";
import { badShare, badWeight, shareWithoutRenormalise, weightCount, zeroWeights } from "../../problems.js";
import { rational } from "../../rational.js";
import { oneOrMore } from "../arithmetic.js";

/** Weights beyond these bounds would overflow or vanish beside others. */
const weightRange = { least: 1e-100, most: 1e100 } as const;

/** Reads an untrusted power mean. */
export function parsePowerMean(
  record: Readonly<Record<string, unknown>>,
  path: ProblemPath,
  parser: Parser,
): PowerMean {
  expectRecord(record, path, ["op", "exponent", "of"], ["weights", "missing", "minimumAvailable"]);
  const op = "power-mean";
  const exponent = expectNumber(record["exponent"], [...path, "exponent"]) + 0;
  const of = parser.list(record["of"], [...path, "of"], { op, ...oneOrMore }, parser.expression);
  const missing =
    record["missing"] === undefined
      ? undefined
      : expectOneOf(record["missing"], [...path, "missing"], ["propagate", "renormalise"]);
  const share = record["minimumAvailable"];
  if (share !== undefined && missing !== "renormalise")
    throw new CxMetricsError(shareWithoutRenormalise, { path: [...path, "minimumAvailable"] });
  return {
    op,
    exponent,
    of,
    ...(record["weights"] === undefined
      ? {}
      : { weights: parseWeights(record["weights"], [...path, "weights"], of.length) }),
    ...(missing === undefined ? {} : { missing }),
    ...(share === undefined ? {} : { minimumAvailable: parseShare(share, [...path, "minimumAvailable"]) }),
  };
}

function parseWeights(value: unknown, path: ProblemPath, operands: number): readonly (number | string)[] {
  if (!Array.isArray(value) || value.length !== operands)
    throw new CxMetricsError(weightCount, {
      path,
      values: { weights: Array.isArray(value) ? value.length : 0, operands },
    });
  const weights = Array.from(value, (weight: unknown, index) => {
    const size = numberOf(weight);
    if (size === undefined || !(size === 0 || (size >= weightRange.least && size <= weightRange.most)))
      throw new CxMetricsError(badWeight, {
        path: [...path, index],
        values: { found: describeValue(weight), ...weightRange },
      });
    return weight as number | string;
  });
  if (weights.every((weight) => numberOf(weight) === 0)) throw new CxMetricsError(zeroWeights, { path });
  return weights;
}

function parseShare(value: unknown, path: ProblemPath): number | string {
  const share = numberOf(value);
  if (share === undefined || !(share >= 0 && share <= 1))
    throw new CxMetricsError(badShare, { path, values: { found: describeValue(value) } });
  return value as number | string;
}

/** The number that a weight or share stands for, `undefined` for anything else. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const read = typeof value === "string" ? rational(value) : undefined;
  return read && read.numerator / read.denominator;
}
