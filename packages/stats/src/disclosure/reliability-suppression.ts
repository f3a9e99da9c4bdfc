import {
  CxMetricsError,
  expectOneOf,
  fillMessage,
  type LocalizedText,
  type NotComputable,
  type Suppressed,
} from "@cxmetrics/definition";
import { finiteNumber } from "../expect/finite-number.js";
import { inRange, notNegative, share } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { figureMissing } from "./problems.js";

/** Name of a rule of `reliabilitySuppression`. */
export type ReliabilityRuleName = "minimum-n" | "relative-standard-error" | "rse-log";

/** When an estimate counts as too unreliable to show. */
export interface ReliabilityRule {
  /** Which figure is looked at. */
  readonly rule: ReliabilityRuleName;
  /** Least n that is shown, or greatest relative standard error that is shown; at least 0. */
  readonly limit: number;
}

/** An estimate as far as its reliability is concerned. */
export interface ReliabilityInput {
  /** The estimate; for `rse-log` a share, 0…1. */
  readonly value: number;
  /** Needed by `minimum-n`: records, or the effective number. */
  readonly n?: number;
  /** Needed by the other rules, in the unit of the value; `null` where none exists. */
  readonly standardError?: number | null;
}

/** An estimate that may be shown. */
export interface ReliableEstimate {
  readonly status: "ok";
  readonly value: number;
  readonly rule: ReliabilityRuleName;
  /** The figure that the rule looks at. */
  readonly measured: number;
  readonly limit: number;
}

/** An estimate withheld as unreliable. */
export interface UnreliableEstimate extends Suppressed {
  readonly rule: ReliabilityRuleName;
  /** The figure that the rule looks at; `null` where it is unbounded. */
  readonly measured: number | null;
  readonly limit: number;
}

const noStandardError: NotComputable = {
  status: "not-computable",
  reason: "no-standard-error",
  message: {
    en: "The estimate has no standard error, so its reliability cannot be judged. Collect more records.",
    zh: "该估计值没有标准误，无法判断其可靠性。请收集更多数据。",
  },
};

const reasons: Readonly<Record<ReliabilityRuleName, LocalizedText & { readonly reason: string }>> = {
  "minimum-n": {
    reason: "too-few-records",
    en: "Withheld: {measured} records are fewer than {limit}.",
    zh: "不予公布：记录数为 {measured}，少于 {limit}。",
  },
  "relative-standard-error": {
    reason: "relative-standard-error-too-large",
    en: "Withheld: the relative standard error, {measured}, is above {limit}.",
    zh: "不予公布：相对标准误为 {measured}，高于 {limit}。",
  },
  "rse-log": {
    reason: "relative-standard-error-too-large",
    en: "Withheld: the relative standard error of the share's logarithm, {measured}, is above {limit}.",
    zh: "不予公布：占比对数的相对标准误为 {measured}，高于 {limit}。",
  },
};

/**
 * Withholds an estimate that is too unreliable to show. This protects readers from noise; it does not protect respondents, for whom
 * `suppressSmallCells` is there. The two are separate settings.
 *
 * - `minimum-n` withholds when n is below the limit. U.S. Cancer Statistics show nothing that rests on fewer than 16 cases (CDC, technical
 *   notes): limit 16.
 * - `relative-standard-error` withholds when $$ s / |x| $$ is above the limit.
 * - `rse-log`, for shares, withholds when the relative standard error of −ln p is above the limit, the same for p and 1 − p:
 *   $$ \frac{s}{q\,(-\ln q)}, \qquad q = \min(p, 1-p) $$ The US National Survey on Drug Use and Health has the limit 0.175 (SAMHSA), beside
 *   rules on sample size.
 *
 * A value of 0 (for `rse-log` a share of 0 or 1) has no relative standard error and is withheld with `measured: null`.
 *
 * @param estimate value with n or standard error, as the rule needs
 * @returns the estimate; or `suppressed`: `too-few-records`, `relative-standard-error-too-large`; or `not-computable` `no-standard-error` when
 * the standard error is `null`
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `document.not-allowed` (an unknown rule),
 * `disclosure.figure-missing` (the estimate lacks what the rule looks at)
 * @example
 * ```ts
 * const rare = reliabilitySuppression({ value: 0.02, standardError: 0.012 }, { rule: "rse-log", limit: 0.175 });
 * rare.status; // => "ok"
 * const rarer = reliabilitySuppression({ value: 0.02, standardError: 0.015 }, { rule: "rse-log", limit: 0.175 });
 * rarer.status === "suppressed" && rarer.measured; // => 0.19171666397649859
 * ```
 */
export function reliabilitySuppression(
  estimate: ReliabilityInput,
  rule: ReliabilityRule,
): ReliableEstimate | UnreliableEstimate | NotComputable {
  const { value, n, standardError } = namedMembers(estimate, "estimate", ["estimate"]);
  const { rule: id, limit } = namedMembers(rule, "rule", ["rule"]);
  expectOneOf(id, ["rule", "rule"], ["minimum-n", "relative-standard-error", "rse-log"]);
  inRange(limit, "limit", notNegative, ["rule", "limit"]);
  finiteNumber(value, "value", ["estimate", "value"]);
  if (id === "rse-log") inRange(value, "value", share, ["estimate", "value"]);

  if (id === "minimum-n") {
    const measured = figure(n, "n", id);
    return judged(value, id, measured, limit, measured < limit);
  }
  if (standardError === null) return noStandardError;
  const error = figure(standardError, "standardError", id);
  const tail = Math.min(value, 1 - value);
  const size = id === "rse-log" ? tail * -Math.log(tail) : Math.abs(value);
  const ratio = size > 0 ? error / size : Number.POSITIVE_INFINITY;
  return judged(value, id, ratio, limit, ratio > limit);
}

function figure(value: unknown, name: string, rule: string): number {
  if (value !== undefined) return inRange(value, name, notNegative, ["estimate", name]) + 0;
  throw new CxMetricsError(figureMissing, { path: ["estimate", name], values: { rule, name } });
}

function judged(
  value: number,
  rule: ReliabilityRuleName,
  figureFound: number,
  limit: number,
  withhold: boolean,
): ReliableEstimate | UnreliableEstimate {
  const base = { rule, limit: limit + 0 };
  if (!withhold) return { status: "ok", value: value + 0, measured: figureFound, ...base };
  const measured = Number.isFinite(figureFound) ? figureFound : null;
  const { reason, ...text } = reasons[rule];
  const rounded = measured === null ? "∞" : Number(measured.toPrecision(4));
  return {
    status: "suppressed",
    reason,
    message: fillMessage(text, { measured: rounded, limit }),
    measured,
    ...base,
  };
}
