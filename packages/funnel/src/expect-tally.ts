import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import type { FunnelTally } from "./funnel-tally.js";
import { badTally } from "./problems.js";

/** Expects the tally of a funnel, from this package, a file or a database. */
export function expectTally(value: unknown, path: ProblemPath = []): FunnelTally {
  const refuse = (en: string, zh: string, key?: string): never => {
    throw new CxMetricsError(badTally, {
      path: key === undefined ? path : [...path, key],
      values: { reason: { en, zh } },
    });
  };
  if (typeof value !== "object" || value === null) return refuse("expected an object", "应为对象");
  const tally = value as { readonly [Key in keyof FunnelTally]: unknown };
  const { definition, stepNames, counts, elapsedMs, actors, events, tiesByArrival } = tally;
  if (!isReference(definition))
    refuse(
      "it needs a definition with id, version and digest",
      "需要含 id、version、digest 的 definition",
      "definition",
    );
  if (!isListOf(stepNames, isText) || stepNames.length === 0)
    return refuse("it needs the names of its steps", "需要步骤名称", "stepNames");
  const steps = stepNames.length;
  if (
    !isListOf(counts, isCount) ||
    counts.length !== steps ||
    !isDescending([tally.unit === "attempts" ? counts[0] : actors, ...counts])
  )
    return refuse(
      "counts are whole numbers, one a step, that never increase, none above actors",
      "counts 应为整数，每步一个，逐步不增，且不大于 actors",
      "counts",
    );
  for (const [key, count] of [
    ["actors", actors],
    ["events", events],
    ["tiesByArrival", tiesByArrival ?? 0],
    ["droppedActors", tally.droppedActors ?? 0],
  ] as const)
    if (!isCount(count)) refuse("a whole number from 0 is expected", "应为不小于 0 的整数", key);
  if (
    !Array.isArray(elapsedMs) ||
    elapsedMs.length !== steps - 1 ||
    !elapsedMs.every(
      (times, step) =>
        isListOf(times, isSpan) &&
        (times.length === 0 ||
          times.length === counts[step + 1] ||
          (isOptional(tally.optional, step + 1) && times.length < (counts[step + 1] as number))),
    )
  )
    refuse(
      "elapsedMs has one list a step after the first, of one time from 0 for each actor that reached it, or of none",
      "elapsedMs 从第二步起每步一个列表，每个到达者一个不小于 0 的时间，或为空",
      "elapsedMs",
    );
  for (const key of ["unseenEvents", "eventNames"] as const)
    if (tally[key] !== undefined && !isListOf(tally[key], isText))
      refuse("a list of names is expected", "应为名称列表", key);
  if (tally.optional !== undefined && !(isListOf(tally.optional, isFlag) && tally.optional.length === steps))
    refuse("true or false is expected for each step", "每个步骤应为 true 或 false", "optional");
  if (tally.unit !== undefined && tally.unit !== "attempts" && tally.unit !== "sessions")
    refuse("attempts or sessions is expected", "应为 attempts 或 sessions", "unit");
  if (tally.clusters !== undefined && !isClusters(tally.clusters, steps))
    refuse("sums over actors are expected, one a step", "应为按步骤的主体合计", "clusters");
  if (tally.warnings !== undefined && !isListOf(tally.warnings, isWarning))
    refuse("a list of warnings is expected", "应为警告列表", "warnings");
  if (
    tally.excluded !== undefined &&
    !(isObject(tally.excluded) && Object.values(tally.excluded).every(isCount))
  )
    refuse("counts by reason are expected", "应为按原因的计数", "excluded");
  return value as FunnelTally;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isFlag = (value: unknown): value is boolean => typeof value === "boolean";

const isText = (value: unknown): value is string => typeof value === "string";

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isSpan = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;

const isListOf = <T>(value: unknown, is: (item: unknown) => item is T): value is T[] =>
  // Not every(): it would pass over the holes of a sparse array.
  Array.isArray(value) && !value.some((item) => !is(item)) && !value.includes(undefined);

const isReference = (value: unknown): boolean =>
  isObject(value) && isText(value["id"]) && isText(value["version"]) && isText(value["digest"]);

const isWarning = (value: unknown): value is object =>
  isObject(value) && isText(value["code"]) && isObject(value["message"]);

/** A step that may be left out has fewer times than actors that got beyond it. */
const isOptional = (optional: unknown, step: number): boolean =>
  isListOf(optional, isFlag) && optional[step] === true;

const isClusters = (value: unknown, steps: number): boolean =>
  isObject(value) &&
  isCount(value["actors"]) &&
  ["squares", "withFirst", "withPrevious"].every((key) => {
    const sums = value[key];
    return isListOf(sums, isSpan) && sums.length === steps;
  });

const isDescending = (counts: readonly unknown[]): boolean =>
  counts.every((count, index) => index === 0 || (count as number) <= (counts[index - 1] as number));
