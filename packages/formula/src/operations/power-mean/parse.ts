import { expectNumber, expectRecord, type ProblemPath } from "@cxmetrics/definition";
import type { PowerMean } from "../../expression.js";
import type { Parser } from "../../parser.js";
import { oneOrMore } from "../arithmetic.js";
import { parsePolicy, policyKeys } from "../reduction/parse-policy.js";
import { parseWeights } from "../reduction/parse-weights.js";

/** Reads an untrusted power mean. */
export function parsePowerMean(
  record: Readonly<Record<string, unknown>>,
  path: ProblemPath,
  parser: Parser,
): PowerMean {
  expectRecord(record, path, ["op", "exponent", "of"], ["weights", ...policyKeys]);
  const op = "power-mean";
  const exponent = expectNumber(record["exponent"], [...path, "exponent"]) + 0;
  const of = parser.list(record["of"], [...path, "of"], { op, ...oneOrMore }, parser.expression);
  const weights = record["weights"];
  return {
    op,
    exponent,
    of,
    ...(weights === undefined ? {} : { weights: parseWeights(weights, [...path, "weights"], of.length) }),
    ...parsePolicy(record, path, "renormalise", of.length),
  };
}
