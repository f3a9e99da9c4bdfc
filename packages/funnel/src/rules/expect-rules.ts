import {
  CxMetricsError,
  didYouMean,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import type {
  FunnelActor,
  FunnelBreakdown,
  FunnelDefinition,
  FunnelExclusion,
  FunnelStep,
} from "../funnel-definition.js";
import { expectPredicate } from "./expect-predicate.js";
import { badGaps, emptyRange, stepsOutOfOrder, unknownStepName } from "./problems.js";

/** The members of a definition that may be left out, in the order they are written. */
export const optionalMembers = [
  "gapMs",
  "adjacency",
  "exclusions",
  "actor",
  "dateRange",
  "count",
  "session",
  "breakdown",
] as const;

type Optional = Pick<FunnelDefinition, (typeof optionalMembers)[number]>;

/** Reads those members of a definition that may be left out; what is left out stays out of the digest. */
export function expectRules(
  record: Readonly<Record<string, unknown>>,
  steps: readonly FunnelStep[],
): Optional {
  const readers: {
    readonly [Key in keyof Optional]-?: (value: unknown, path: ProblemPath) => Optional[Key];
  } = {
    gapMs: (value, path) => expectGaps(value, path, steps.length),
    adjacency: (value, path) =>
      expectOneOf(value as string, path, [
        "no-foreign-event-between",
        "immediately-next",
        "stop-on-repeat",
      ] as const),
    exclusions: (value, path) => expectList(value, path, (item, at) => expectExclusion(item, at, steps), 1),
    actor: expectActor,
    dateRange: expectDateRange,
    count: (value, path) => expectOneOf(value as string, path, ["actors", "attempts", "sessions"] as const),
    session: (value, path) => expectText(value, path),
    breakdown: (value, path) => expectBreakdown(value, path, steps),
  };
  const members = optionalMembers
    .filter((key) => record[key] !== undefined)
    .map((key) => [key, readers[key](record[key], [key])]);
  return Object.fromEntries(members) as Optional;
}

/** Expects a span of time: whole milliseconds from 1. */
export function expectSpan(value: unknown, path: ProblemPath): number {
  return expectNumber(value, path, { least: 1, most: Number.MAX_SAFE_INTEGER, integer: true });
}

/** Expects the name of an event, or several. */
export function expectEvents(value: unknown, path: ProblemPath): string | readonly string[] {
  return Array.isArray(value)
    ? expectList(value, path, (item, at) => expectText(item, at), 1)
    : expectText(value, path);
}

/** Expects the name of a step and tells its number, from 1. */
function expectStepName(value: unknown, path: ProblemPath, steps: readonly FunnelStep[]): number {
  const name = expectText(value, path);
  const names = steps.map((step) => step.name);
  const index = names.indexOf(name);
  if (index < 0)
    throw new CxMetricsError(unknownStepName, {
      path,
      values: { name, hint: didYouMean(name, names), steps: names.join(", ") },
    });
  return index + 1;
}

function expectGaps(value: unknown, path: ProblemPath, steps: number): number | readonly (number | null)[] {
  if (!Array.isArray(value)) return expectSpan(value, path);
  const gaps = expectList(value, path, (item, at) => (item === null ? null : expectSpan(item, at)));
  if (gaps.length !== steps - 1)
    throw new CxMetricsError(badGaps, { path, values: { steps, expected: steps - 1, found: gaps.length } });
  return gaps;
}

function expectExclusion(value: unknown, path: ProblemPath, steps: readonly FunnelStep[]): FunnelExclusion {
  const record = expectRecord(value, path, ["event", "between", "effect"], ["where"]);
  const event = expectEvents(record["event"], [...path, "event"]);
  const between = expectList(record["between"], [...path, "between"], (item, at) => {
    expectStepName(item, at, steps);
    return item as string;
  });
  const [from, to] = between;
  const place = (name: unknown) => steps.findIndex((step) => step.name === name);
  if (between.length !== 2 || place(from) >= place(to))
    throw new CxMetricsError(stepsOutOfOrder, {
      path: [...path, "between"],
      values: { from: from ?? "none", to: to ?? "none" },
    });
  const effect = expectOneOf(record["effect"] as string, [...path, "effect"], [
    "void-attempt",
    "drop-actor",
  ] as const);
  const where =
    record["where"] === undefined ? {} : { where: expectPredicate(record["where"], [...path, "where"]) };
  return { event, ...where, between: [from as string, to as string], effect };
}

function expectActor(value: unknown, path: ProblemPath): FunnelActor {
  const record = expectRecord(value, path, ["unit"], ["property"]);
  const unit = expectOneOf(record["unit"] as string, [...path, "unit"], [
    "user",
    "session",
    "account",
    "group",
  ] as const);
  if (record["property"] === undefined) return { unit };
  return { unit, property: expectText(record["property"], [...path, "property"]) };
}

function expectDateRange(
  value: unknown,
  path: ProblemPath,
): { readonly fromMs: number | null; readonly toMs: number | null } {
  const record = expectRecord(value, path, ["fromMs", "toMs"]);
  const limit = (key: string) =>
    record[key] === null
      ? null
      : expectNumber(record[key], [...path, key], { least: -8.64e15, most: 8.64e15 }) + 0;
  const fromMs = limit("fromMs");
  const toMs = limit("toMs");
  if ((fromMs === null && toMs === null) || (fromMs !== null && toMs !== null && fromMs >= toMs))
    throw new CxMetricsError(emptyRange, { path, values: { from: fromMs, to: toMs } });
  return { fromMs, toMs };
}

function expectBreakdown(value: unknown, path: ProblemPath, steps: readonly FunnelStep[]): FunnelBreakdown {
  const record = expectRecord(value, path, ["property", "attribution"]);
  const property = expectText(record["property"], [...path, "property"]);
  const at = [...path, "attribution"];
  const found = record["attribution"];
  if (typeof found === "string")
    return { property, attribution: expectOneOf(found, at, ["first-touch", "last-touch", "all"] as const) };
  const { step } = expectRecord(found, at, ["step"]);
  expectStepName(step, [...at, "step"], steps);
  return { property, attribution: { step: step as string } };
}
