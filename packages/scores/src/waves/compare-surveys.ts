import { CxMetricsError, type Interval, type NotComputable, type Unit } from "@cxmetrics/definition";
import { differenceByStandardErrors } from "@cxmetrics/stats";
import { singleAnswer } from "../change/methods/unpooled-error.js";
import { engine } from "../engine.js";
import { expectOptions, refuse } from "../rating-options.js";
import type { ScoreEstimate } from "../score-estimate.js";
import type { RelationalEstimate } from "./estimate-relational.js";
import type { TransactionalEstimate } from "./estimate-transactional.js";
import { badSurvey, mixedKinds, otherDefinition } from "./problems.js";
import type { Survey } from "./survey.js";

/** The difference between two surveys of one kind. */
export interface SurveyDifference {
  readonly status: "ok";
  readonly survey: Survey["kind"];
  /** b − a, in the unit of the score. */
  readonly difference: number;
  readonly unit: Unit;
  readonly standardError: number;
  readonly interval: Interval;
  /** Two-sided p-value of no difference. */
  readonly p: number;
  readonly method: "unpooled-z";
  readonly engine: string;
}

/**
 * Compares the scores of two surveys of one kind, from their own standard errors, so that clustering by customer is honoured: b − a, with
 * an unpooled z test and interval. A relational score against a transactional one is refused, by the compiler and at run time.
 *
 * The two surveys must be of different customers, or too far apart for it to matter; otherwise the interval is too wide.
 *
 * @param options confidence level, 0.95 where it is left out
 * @returns the difference, or `not-computable`: `single-answer`, `no-variation`
 * @throws `CxMetricsError` `survey.kinds-mixed`, `survey.definitions-differ`, `survey.malformed`
 * @example
 * ```ts
 * const wave = (promoters: number, detractors: number) =>
 *   estimateRelational({ kind: "relational", tally: tallyFromCounts({ 10: promoters, 2: detractors }, { min: 0, max: 10 }) }, "nps");
 * const [spring, autumn] = [wave(60, 40), wave(75, 25)];
 * const change = spring.status === "ok" && autumn.status === "ok" && compareSurveys(spring, autumn);
 * change && change.status === "ok" && change.difference; // => 30
 * ```
 */
export function compareSurveys(
  a: RelationalEstimate,
  b: RelationalEstimate,
  options?: { readonly level?: number | undefined },
): SurveyDifference | NotComputable;
export function compareSurveys(
  a: TransactionalEstimate,
  b: TransactionalEstimate,
  options?: { readonly level?: number | undefined },
): SurveyDifference | NotComputable;
export function compareSurveys(
  a: RelationalEstimate | TransactionalEstimate,
  b: RelationalEstimate | TransactionalEstimate,
  options: { readonly level?: number | undefined } = {},
): SurveyDifference | NotComputable {
  const { level = 0.95 } = expectOptions(options, ["level"]);
  const left = expectEstimate(a, "a");
  const right = expectEstimate(b, "b");
  if (left.survey !== right.survey) throw new CxMetricsError(mixedKinds, { path: ["b", "survey"] });
  const name = ({ definition }: ScoreEstimate) => `${definition.id}@${definition.version}`;
  if (left.definition.digest !== right.definition.digest)
    throw new CxMetricsError(otherDefinition, {
      path: ["b"],
      values: { first: name(left), other: name(right) },
    });
  if (left.standardError === null || right.standardError === null) return singleAnswer;
  const test = differenceByStandardErrors({
    a: { value: left.value, standardError: left.standardError },
    b: { value: right.value, standardError: right.standardError },
    level: level as number,
  });
  if (test.status !== "ok") return test;
  const { difference, standardError, interval, p } = test;
  return {
    status: "ok",
    survey: left.survey,
    difference,
    unit: left.unit,
    standardError,
    interval,
    p,
    method: "unpooled-z",
    engine,
  };
}

function expectEstimate(value: unknown, name: string): RelationalEstimate | TransactionalEstimate {
  const expected = {
    en: "an estimate with status ok, of estimateRelational or estimateTransactional",
    zh: " estimateRelational 或 estimateTransactional 的 status 为 ok 的结果",
  };
  if (typeof value !== "object" || value === null) throw refuse(badSurvey, [name], expected, value);
  const { status, survey, definition, unit } = value as Partial<Record<keyof RelationalEstimate, unknown>>;
  const isEstimate = status === "ok" && (survey === "relational" || survey === "transactional");
  if (!isEstimate || typeof unit !== "string" || typeof definition !== "object" || definition === null)
    throw refuse(badSurvey, [name], expected, value);
  return value as RelationalEstimate | TransactionalEstimate;
}
