import type { Base, Outcome, Warning } from "@cxmetrics/definition";
import { CxMetricsError } from "@cxmetrics/definition";
import { checkDefinition } from "../checked-definition.js";
import type { DesignPrecision } from "../design/design-estimate.js";
import { tallyDesign } from "../design/tally-design.js";
import { estimateScore } from "../estimate-score.js";
import type { IntervalOptions } from "../interval-choice.js";
import { expectOptions, expectRatingOptions, type RatingOptions, refuse } from "../rating-options.js";
import type { RatingScale } from "../scale.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { tallyRatings } from "../tally-ratings.js";
import { expectSurveyOfKind, readCustomer } from "./expect-survey.js";
import { badSurvey, timesNeeded } from "./problems.js";
import { type CheckedPolicy, expectPolicy, longestMs, type SamplingPolicy } from "./sampling-policy.js";
import { type Selection, selectAnswers, type TimedAnswer } from "./select-answers.js";
import type { TransactionalSurvey } from "./survey.js";

/** How a transactional survey is read and estimated. */
export interface TransactionalOptions extends IntervalOptions, Omit<RatingOptions, "weights"> {}

/** What a sampling policy did to the answers. */
export interface SamplingReport {
  readonly unit: "customer";
  readonly rule: SamplingPolicy["rule"];
  /** `null` for one window over all time. */
  readonly windowMs: number | null;
  readonly originMs: number;
  readonly quarantineMs: number;
  /** Customers with an answer that counts. */
  readonly customers: number;
  /** Valid answers given. */
  readonly answers: number;
  /** Valid answers that count. */
  readonly counted: number;
  /** Valid answers that do not, by reason: `quarantine`, `not-first`, `not-last`. */
  readonly dropped: Readonly<Record<string, number>>;
}

/** A score of a transactional survey. It cannot stand where one of a relational survey is wanted. */
export interface TransactionalEstimate extends ScoreEstimate {
  readonly survey: "transactional";
  readonly touchpoint: string;
  readonly sampling: SamplingReport;
  /** What clustering by customer did to the precision, under `cluster`. */
  readonly design?: DesignPrecision;
}

/**
 * Estimates a score of a transactional survey (tNPS and its like), with the customer as the unit of sampling.
 *
 * The policy says what becomes of several answers of one customer. `cluster` counts all of them and takes the variance between customers
 * (linearised, as `estimateScore` of a design tally). `first` and `last` count one per customer and window, which makes the answers
 * independent unless windows are many. A quarantine drops answers too soon after the previous one that counted. Dropped answers are told
 * in `sampling.dropped` and, as refused, in `base`. An answer without a valid rating neither counts nor keeps another from counting.
 *
 * @param policy `{ unit: "customer", rule, windowMs?, originMs?, quarantineMs? }`
 * @param options level, interval; `missing`, `onInvalid` as `tallyRatings`
 * @returns the estimate, or `not-computable` as `estimateScore`. Warning `survey.repeated-customers` when `first` or `last` over
 * several windows counts a customer more than once
 * @throws `CxMetricsError` `survey.malformed`, `survey.wrong-kind`, `survey.times-needed`, `survey.policy-not-allowed`, and as
 * `tallyRatings` and `estimateScore`
 * @example
 * ```ts
 * const day = 86_400_000;
 * const survey: TransactionalSurvey = {
 *   kind: "transactional",
 *   touchpoint: "transfer",
 *   ratings: [9, 2, 10, 10, 6, 9],
 *   customers: ["a", "a", "b", "c", "c", "d"],
 *   timesMs: [0, 2 * day, day, 0, 40 * day, day],
 * };
 * const first = estimateTransactional(survey, { unit: "customer", rule: "first", windowMs: 30 * day }, "nps");
 * first.status === "ok" && first.value; // => 60
 * first.status === "ok" && first.sampling.dropped; // => { "not-first": 1 }
 * const all = estimateTransactional(survey, { unit: "customer", rule: "cluster" }, "nps");
 * all.status === "ok" && all.value; // => 33.333333333333336
 * ```
 */
export function estimateTransactional(
  survey: TransactionalSurvey,
  policy: SamplingPolicy,
  definition: ScoreDefinition | string,
  options: TransactionalOptions = {},
): Outcome<TransactionalEstimate> {
  const { missing, onInvalid, level, interval } = expectOptions(options, [
    "level",
    "interval",
    "missing",
    "onInvalid",
  ]) as TransactionalOptions;
  const reading = expectRatingOptions({ missing, onInvalid });
  const checkedSurvey = expectSurveyOfKind(survey, "transactional");
  const checkedPolicy = expectPolicy(policy);
  const { definition: checked } = checkDefinition(definition);
  const { ratings, customers, timesMs, weights, touchpoint } = checkedSurvey;
  // Read once as a whole, so that a mistake is reported with its own row.
  tallyRatings(ratings, checked.scale, { ...reading, ...(weights === undefined ? {} : { weights }) });

  const needsTimes = checkedPolicy.rule !== "cluster" || checkedPolicy.quarantineMs > 0;
  if (needsTimes && timesMs === undefined)
    throw new CxMetricsError(timesNeeded, { path: ["survey", "timesMs"] });
  const answers = answersByCustomer(checkedSurvey, checked.scale, reading);
  const selection = selectAnswers(answers, checkedPolicy);
  const kept = rowsKept(ratings.length, answers, selection);
  const pick = <T>(column: ArrayLike<T>) => kept.map((row) => column[row] as T);
  const keptOptions = { ...reading, ...(weights === undefined ? {} : { weights: pick(weights) }) };
  const tally =
    checkedPolicy.rule === "cluster"
      ? tallyDesign(pick(ratings), checked.scale, { ...keptOptions, clusters: pick(customers) })
      : tallyRatings(pick(ratings), checked.scale, keptOptions);
  const outcome = estimateScore(tally, checked, { level, interval });
  if (outcome.status === "suppressed") return outcome;
  const base = withDropped(outcome.base, selection.dropped);
  if (outcome.status !== "ok") return { ...outcome, base };
  const sampling = reportOf(checkedPolicy, answers, selection);
  return {
    ...outcome,
    base,
    warnings: [...outcome.warnings, ...samplingWarnings(sampling)],
    survey: "transactional",
    touchpoint,
    sampling,
  };
}

/** Answers with a usable rating, by customer. */
function answersByCustomer(
  { ratings, customers, timesMs }: TransactionalSurvey,
  { min, max }: RatingScale,
  { missing }: RatingOptions,
): ReadonlyMap<string, readonly TimedAnswer[]> {
  const codes = new Set(missing);
  const answers = new Map<string, TimedAnswer[]>();
  for (let row = 0; row < ratings.length; row++) {
    const customer = readCustomer(customers[row], row);
    const timeMs = timesMs === undefined ? 0 : readTime(timesMs[row], row);
    const rating = ratings[row];
    const isAnswer =
      typeof rating === "number" &&
      Number.isInteger(rating) &&
      rating >= min &&
      rating <= max &&
      !codes.has(rating);
    if (!isAnswer) continue;
    const given = answers.get(customer);
    if (given) given.push({ row, timeMs });
    else answers.set(customer, [{ row, timeMs }]);
  }
  return answers;
}

function readTime(timeMs: unknown, row: number): number {
  if (typeof timeMs === "number" && Math.abs(timeMs) <= longestMs) return timeMs;
  const expected = { en: "epoch milliseconds", zh: "Unix 毫秒" };
  throw refuse(badSurvey, ["survey", "timesMs", row], expected, timeMs);
}

/** Rows that count, and rows without an answer, which the base tells. */
function rowsKept(
  rows: number,
  answers: ReadonlyMap<string, readonly TimedAnswer[]>,
  selection: Selection,
): readonly number[] {
  const drops = new Uint8Array(rows);
  for (const given of answers.values()) for (const { row } of given) drops[row] = 1;
  for (const row of selection.rows) drops[row] = 0;
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) if (drops[row] === 0) kept.push(row);
  return kept;
}

function withDropped(base: Base, dropped: ReadonlyMap<string, number>): Base {
  const excluded = new Map(Object.entries(base.excluded));
  let count = 0;
  for (const [reason, answers] of dropped) {
    excluded.set(reason, (excluded.get(reason) ?? 0) + answers);
    count += answers;
  }
  return { ...base, invalid: base.invalid + count, excluded: Object.fromEntries(excluded) };
}

function reportOf(
  { rule, windowMs, originMs, quarantineMs }: CheckedPolicy,
  answers: ReadonlyMap<string, readonly TimedAnswer[]>,
  { rows, customers, dropped }: Selection,
): SamplingReport {
  const given = [...answers.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    unit: "customer",
    rule,
    windowMs,
    originMs,
    quarantineMs,
    customers,
    answers: given,
    counted: rows.length,
    dropped: Object.fromEntries(dropped),
  };
}

function samplingWarnings({ rule, counted, customers }: SamplingReport): readonly Warning[] {
  if (rule === "cluster" || counted === customers) return [];
  return [
    {
      code: "survey.repeated-customers",
      message: {
        en: "Some customers count in several windows, and the interval takes their answers as independent. Use rule: cluster, or one window.",
        zh: "部分客户在多个时间窗内被计入，而区间将其回答视为相互独立。请改用 rule: cluster，或只设一个时间窗。",
      },
      values: { counted, customers },
    },
  ];
}
