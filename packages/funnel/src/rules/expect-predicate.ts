import {
  CxMetricsError,
  describeValue,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { FunnelPredicate, PropertyRange } from "../funnel-definition.js";
import { badPredicate, emptyRange } from "./problems.js";

const scalarForms = ["equals", "in", "range", "isNull"] as const;
const groupForms = ["all", "any", "not"] as const;

/** How deep predicates may nest: far beyond any use, short of the stack. */
const deepest = 32;

/** Expects a predicate over properties, and returns a copy of it. */
export function expectPredicate(value: unknown, path: ProblemPath, depth = 0): FunnelPredicate {
  const record = expectRecord(value, path, [], ["property", ...scalarForms, ...groupForms]);
  const forms = [...scalarForms, ...groupForms].filter((key) => record[key] !== undefined);
  const [form] = forms;
  const scalar = scalarForms.some((key) => key === form);
  if (
    form === undefined ||
    forms.length !== 1 ||
    scalar !== (record["property"] !== undefined) ||
    depth > deepest
  )
    throw new CxMetricsError(badPredicate, {
      path,
      values: { found: Object.keys(record).join(", ") || "none" },
    });
  const at = [...path, form];
  const found = record[form];
  if (form === "not") return { not: expectPredicate(found, at, depth + 1) };
  if (form === "all" || form === "any") {
    const list = expectList(found, at, (item, where) => expectPredicate(item, where, depth + 1), 1);
    return form === "all" ? { all: list } : { any: list };
  }
  const property = expectText(record["property"], [...path, "property"]);
  if (form === "equals") return { property, equals: expectScalar(found, at) };
  if (form === "in") return { property, in: expectList(found, at, expectScalar, 1) };
  if (form === "range") return { property, range: expectRange(found, at) };
  if (typeof found === "boolean") return { property, isNull: found };
  throw new CxMetricsError(badPredicate, { path: at, values: { found: describeValue(found) } });
}

function expectScalar(value: unknown, path: ProblemPath): string | number | boolean {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return expectNumber(value, path) + 0;
  throw new CxMetricsError(badPredicate, { path, values: { found: describeValue(value) } });
}

function expectRange(value: unknown, path: ProblemPath): PropertyRange {
  const record = expectRecord(value, path, ["inclusive"], ["from", "to"]);
  const inclusive = expectOneOf(record["inclusive"] as string, [...path, "inclusive"], [
    "both",
    "from",
    "to",
    "neither",
  ] as const);
  const limit = (key: string) =>
    record[key] === undefined ? undefined : expectNumber(record[key], [...path, key]) + 0;
  const from = limit("from");
  const to = limit("to");
  if ((from === undefined && to === undefined) || (from !== undefined && to !== undefined && from > to))
    throw new CxMetricsError(emptyRange, { path, values: { from: from ?? "none", to: to ?? "none" } });
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), inclusive };
}

/** The properties that a predicate reads. */
export function propertiesOf(predicate: FunnelPredicate | undefined): readonly string[] {
  if (predicate === undefined) return [];
  if ("property" in predicate) return [predicate.property];
  if ("not" in predicate) return propertiesOf(predicate.not);
  return ("all" in predicate ? predicate.all : predicate.any).flatMap(propertiesOf);
}
