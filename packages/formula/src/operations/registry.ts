import {
  CxMetricsError,
  describeValue,
  didYouMean,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { Operation } from "../expression.js";
import type { Parser } from "../parser.js";
import { notAnExpression, unknownOperation } from "../problems.js";
import { absent } from "./absent.js";
import { add } from "./add.js";
import { available } from "./available.js";
import { clamp } from "./clamp.js";
import { coalesce } from "./coalesce.js";
import { conditional } from "./conditional.js";
import { divide } from "./divide.js";
import { maximum, minimum } from "./extremes.js";
import { absolute, exp, ln } from "./functions.js";
import { multiply } from "./multiply.js";
import { negate } from "./negate.js";
import type { OperationKind } from "./operation-kind.js";
import { orderedMean } from "./ordered-mean.js";
import { piecewise } from "./piecewise.js";
import { power } from "./power.js";
import { powerMean } from "./power-mean/power-mean.js";
import { round } from "./round.js";
import { spread } from "./spread.js";
import { stepFunction } from "./step-function.js";
import { subtract } from "./subtract.js";

/** Every operation by name. */
const operations: Readonly<Record<Operation["op"], OperationKind>> = {
  add,
  subtract,
  multiply,
  divide,
  power,
  negate,
  ln,
  exp,
  absolute,
  minimum,
  maximum,
  "power-mean": powerMean,
  "ordered-mean": orderedMean,
  spread,
  available,
  coalesce,
  absent,
  piecewise,
  step: stepFunction,
  clamp,
  round,
  if: conditional,
};

const names = Object.keys(operations) as readonly Operation["op"][];

/** What there is to know about an operation. */
export function kindOf(operation: Operation): OperationKind {
  return operations[operation.op];
}

/** Reads untrusted data as an operation. */
export function parseOperation(value: object, path: ProblemPath, parser: Parser): Operation {
  if (Array.isArray(value))
    throw new CxMetricsError(notAnExpression, { path, values: { found: describeValue(value) } });
  const record = value as Readonly<Record<string, unknown>>;
  const op = Object.hasOwn(record, "op") ? record["op"] : undefined;
  const name = names.find((candidate) => candidate === op);
  if (name === undefined) {
    if (op === undefined) expectRecord({}, path, ["op"]);
    throw new CxMetricsError(unknownOperation, {
      path: [...path, "op"],
      values: {
        found: describeValue(op),
        hint: didYouMean(typeof op === "string" ? op : "", names),
        allowed: names.join(", "),
      },
    });
  }
  return operations[name].parse(record, path, parser);
}
