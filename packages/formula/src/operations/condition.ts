import {
  CxMetricsError,
  describeValue,
  expectOneOf,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { Comparison, Condition, Expression } from "../expression.js";
import type { Parser } from "../parser.js";
import { notACondition } from "../problems.js";
import { oneOrMore, two } from "./arithmetic.js";

/** The comparisons, and how each is written and said. */
export const comparisons = {
  "<": { holds: (a: number, b: number) => a < b, latex: "<", en: "is less than", zh: "小于" },
  "<=": { holds: (a: number, b: number) => a <= b, latex: "\\leq", en: "is at most", zh: "小于等于" },
  ">": { holds: (a: number, b: number) => a > b, latex: ">", en: "is greater than", zh: "大于" },
  ">=": { holds: (a: number, b: number) => a >= b, latex: "\\geq", en: "is at least", zh: "大于等于" },
  "=": { holds: (a: number, b: number) => a === b, latex: "=", en: "equals", zh: "等于" },
  "!=": { holds: (a: number, b: number) => a !== b, latex: "\\neq", en: "differs from", zh: "不等于" },
} as const;

const signs = Object.keys(comparisons) as readonly Comparison["compare"][];

/** Reads an untrusted condition. */
export function parseCondition(value: unknown, path: ProblemPath, parser: Parser): Condition {
  const kinds =
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? ["compare", "all", "any", "not"].filter(
          (key) => (value as Record<string, unknown>)[key] !== undefined,
        )
      : [];
  const [kind] = kinds;
  if (kinds.length !== 1)
    throw new CxMetricsError(notACondition, {
      path,
      values: { found: kinds.length > 1 ? kinds.join(" + ") : describeValue(value) },
    });

  if (kind === "compare") {
    const record = expectRecord(value, path, ["compare", "of"]);
    const compare = expectOneOf(record["compare"], [...path, "compare"], signs);
    const count = { op: compare, ...two };
    const [a = 0, b = 0] = parser.list(record["of"], [...path, "of"], count, parser.expression);
    return { compare, of: [a, b] };
  }
  if (kind === "not") {
    const record = expectRecord(value, path, ["not"]);
    return { not: parser.condition(record["not"], [...path, "not"]) };
  }
  const key = kind === "all" ? "all" : "any";
  const record = expectRecord(value, path, [key]);
  const parts = parser.list(record[key], [...path, key], { op: key, ...oneOrMore }, parser.condition);
  return key === "all" ? { all: parts } : { any: parts };
}

/** Every expression that a condition compares. */
export function comparedBy(condition: Condition): readonly Expression[] {
  if ("compare" in condition) return condition.of;
  if ("not" in condition) return comparedBy(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(comparedBy);
}
