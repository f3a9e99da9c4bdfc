import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import type { DesignTally } from "../design/design-tally.js";
import { isDesignTally } from "../design/is-design-tally.js";
import { mergeDesignTallies } from "../design/merge-design-tallies.js";
import { mergeTallies } from "../merge-tallies.js";
import type { RatingTally } from "../rating-tally.js";
import { expectSurvey } from "./expect-survey.js";
import { mixedColumns, mixedKinds, mixedTouchpoints, nothingToPool } from "./problems.js";
import type { RelationalSurvey, Survey, TransactionalSurvey } from "./survey.js";

/**
 * One survey of several: shards, days or regions of the same kind. Relational and transactional surveys never mix, neither for the
 * compiler nor at run time; transactional ones must be about one touchpoint. Transactional answers are laid end to end before any policy
 * is applied, so that a customer who answered in two parts is one customer.
 *
 * @throws `CxMetricsError` `survey.kinds-mixed`, `survey.touchpoints-mixed`, `survey.columns-mixed`, `survey.nothing-to-pool`,
 * `survey.malformed`, and as `mergeTallies` and `mergeDesignTallies`
 * @example
 * ```ts
 * const monday: TransactionalSurvey = { kind: "transactional", touchpoint: "chat", ratings: [9, 3], customers: ["a", "b"] };
 * const tuesday: TransactionalSurvey = { kind: "transactional", touchpoint: "chat", ratings: [10], customers: ["a"] };
 * const both = poolSurveys(monday, tuesday);
 * both.ratings; // => [9, 3, 10]
 * both.customers; // => ["a", "b", "a"]
 * ```
 */
export function poolSurveys(...surveys: readonly RelationalSurvey[]): RelationalSurvey;
export function poolSurveys(...surveys: readonly TransactionalSurvey[]): TransactionalSurvey;
export function poolSurveys(...surveys: readonly Survey[]): Survey {
  const parts = surveys.map((survey, index) => expectSurvey(survey, ["surveys", index]));
  const [first] = parts;
  if (first === undefined) throw new CxMetricsError(nothingToPool);
  if (parts.some(({ kind }) => kind !== first.kind))
    throw new CxMetricsError(mixedKinds, { path: ["surveys"] });
  return first.kind === "relational"
    ? poolRelational(parts as readonly RelationalSurvey[])
    : poolTransactional(first, parts as readonly TransactionalSurvey[]);
}

function poolRelational(parts: readonly RelationalSurvey[]): RelationalSurvey {
  const tallies = parts.map(({ tally }) => tally);
  const designs = tallies.filter(isDesignTally).length;
  if (designs > 0 && designs < tallies.length)
    throw new CxMetricsError(mixedColumns, {
      path: ["surveys"],
      values: { column: { en: "a sample design", zh: "抽样设计" } },
    });
  const tally =
    designs > 0
      ? mergeDesignTallies(...(tallies as DesignTally[]))
      : mergeTallies(...(tallies as RatingTally[]));
  return { kind: "relational", tally };
}

function poolTransactional(
  first: TransactionalSurvey,
  parts: readonly TransactionalSurvey[],
): TransactionalSurvey {
  const other = parts.find(({ touchpoint }) => touchpoint !== first.touchpoint);
  if (other)
    throw new CxMetricsError(mixedTouchpoints, {
      path: ["surveys"],
      values: { first: describeValue(first.touchpoint), other: describeValue(other.touchpoint) },
    });
  for (const column of ["timesMs", "weights"] as const)
    if (parts.some((part) => (part[column] === undefined) !== (first[column] === undefined)))
      throw new CxMetricsError(mixedColumns, { path: ["surveys"], values: { column } });
  const joined = <T>(columnOf: (part: TransactionalSurvey) => ArrayLike<T> | undefined) =>
    parts.flatMap((part) => Array.from(columnOf(part) ?? []));
  return {
    kind: "transactional",
    touchpoint: first.touchpoint,
    ratings: joined((part) => part.ratings),
    customers: joined((part) => part.customers),
    ...(first.timesMs === undefined ? {} : { timesMs: joined((part) => part.timesMs) }),
    ...(first.weights === undefined ? {} : { weights: joined((part) => part.weights) }),
  };
}
