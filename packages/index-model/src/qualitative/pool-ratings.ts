import { CxMetricsError, expectNumber, expectOneOf, expectRecord, type Warning } from "@cxmetrics/definition";
import { compensatedSum, tDistribution } from "@cxmetrics/stats";
import { deviationOf, meanOf } from "../calibration/mean-and-deviation.js";
import { quantileOf } from "../calibration/quantile-of.js";
import { warning } from "../warning.js";
import {
  type AgreementGate,
  type AgreementRule,
  agreementGate,
  readAgreementRule,
} from "./agreement-gate.js";
import { problemDiscovery } from "./problem-discovery.js";
import { trimNotAsked } from "./problems.js";
import { readRows } from "./read-rows.js";

/** How ratings are pooled. */
export interface PoolOptions {
  readonly pooling: "mean" | "median" | "trimmed-mean";
  /** `trimmed-mean`: share that is cut at each end, below 0.5; of k ratings ⌊k · trim⌋ go at each end. */
  readonly trim?: number;
  /** Fewest ratings that a unit needs. */
  readonly minimumRaters: number;
  /** Agreement that the raters must reach before any value counts; told as `not-assessed` where it is left out. */
  readonly agreement?: AgreementRule;
}

/** Why a unit has no pooled value. */
export type PoolReason = "too-few-raters" | "agreement-failed" | "agreement-not-assessed";

/** Ratings of experts, one value for each unit. */
export interface PooledRatings {
  readonly status: "ok";
  /** What may go into a table as the column of an indicator of source `expert`: all `null` where the gate did not open. */
  readonly values: readonly (number | null)[];
  readonly reasons: readonly (PoolReason | null)[];
  /** Pooled ratings whatever the gate says. */
  readonly pooled: readonly (number | null)[];
  /** Ratings of each unit. */
  readonly raters: readonly number[];
  /** Standard deviation across the raters (n − 1); `null` for a single one. */
  readonly deviations: readonly (number | null)[];
  /** `mean`: half width of the 95 % interval by t with k − 1 degrees of freedom; otherwise `null`. */
  readonly halfWidths: readonly (number | null)[];
  readonly pooling: PoolOptions["pooling"];
  /** What the gate said, where one was asked for. */
  readonly agreement?: AgreementGate;
  readonly warnings: readonly Warning[];
}

/**
 * Pools the ratings that several experts gave to each unit. Expert ratings stay a source of their own: they are never thrown
 * together with answers of users, whose number would drown them.
 *
 * The gate is Krippendorff's alpha over all ratings, before pooling. With fewer than five evaluators a warning tells what share
 * of problems so many find (Nielsen & Landauer 1993).
 *
 * @param ratings one row for each unit, one column for each rater; `null` where a rater gave none
 * @param options pooling, fewest raters, agreement
 * @returns values, spread and base of each unit, and what the gate said
 * @throws `CxMetricsError` `qualitative.not-a-table`, `qualitative.trim`, `document.wrong-type`, `document.out-of-range`, `document.not-allowed`, `document.missing-key`
 * @example
 * ```ts
 * const ratings = [[4, 5, 4, 1, 4], [2, 2, 3, 2, 2], [5, 5, 4, 5, null]];
 * poolRatings(ratings, { pooling: "median", minimumRaters: 5 }).values; // => [4, 2, null]
 * poolRatings(ratings, { pooling: "trimmed-mean", trim: 0.2, minimumRaters: 3 }).values; // => [4, 2, 4.75]
 * const gate = { level: "ordinal", atLeast: 0.667 };
 * poolRatings(ratings, { pooling: "mean", minimumRaters: 3, agreement: gate }).agreement.status; // => "failed"
 * ```
 */
export function poolRatings(
  ratings: readonly (readonly (number | null)[])[],
  options: PoolOptions,
): PooledRatings {
  const rows = readRows(ratings, "ratings", (item, path) =>
    item === null || item === undefined ? null : expectNumber(item, path, { least: -1e100, most: 1e100 }),
  );
  const { pooling, trim, minimumRaters, agreement: rule } = readPoolOptions(options);
  const given = rows.map((row) => row.filter((rating) => rating !== null));
  const pooled = given.map((list) => (list.length < minimumRaters ? null : poolOne(list, pooling, trim)));
  const deviations = given.map((list) => (list.length < 2 ? null : (deviationOf(list, "sample") ?? null)));
  const gate = rule && agreementGate(rows, rule);
  const closed: PoolReason | null =
    gate?.status === "failed"
      ? "agreement-failed"
      : gate?.status === "not-assessed"
        ? "agreement-not-assessed"
        : null;
  return {
    status: "ok",
    values: pooled.map((value) => (closed ? null : value)),
    reasons: pooled.map((value) => (value === null ? "too-few-raters" : closed)),
    pooled,
    raters: given.map((list) => list.length),
    deviations,
    halfWidths: given.map((list, at) => {
      const deviation = deviations[at] ?? null;
      if (pooling !== "mean" || deviation === null || pooled[at] === null) return null;
      return (tDistribution.quantile(0.975, list.length - 1) * deviation) / Math.sqrt(list.length);
    }),
    pooling,
    ...(gate ? { agreement: gate } : {}),
    warnings: evaluatorWarnings(given.map((list) => list.length)),
  };
}

function poolOne(list: readonly number[], pooling: PoolOptions["pooling"], trim: number): number {
  if (pooling === "mean") return meanOf(list);
  if (pooling === "median") return quantileOf(list, 0.5, 7);
  const cut = Math.floor(list.length * trim);
  const kept = [...list].sort((a, b) => a - b).slice(cut, list.length - cut);
  return compensatedSum(kept) / kept.length;
}

function readPoolOptions(options: unknown) {
  const at = ["options"];
  const record = expectRecord(options, at, ["pooling", "minimumRaters"], ["trim", "agreement"]);
  const pooling = expectOneOf(record["pooling"], [...at, "pooling"], ["mean", "median", "trimmed-mean"]);
  if ((pooling === "trimmed-mean") !== (record["trim"] !== undefined))
    throw new CxMetricsError(trimNotAsked, { path: [...at, "trim"] });
  const trim = expectNumber(record["trim"] ?? 0, [...at, "trim"], { least: 0, most: 0.499999 });
  const minimumRaters = expectNumber(record["minimumRaters"], [...at, "minimumRaters"], {
    least: 1,
    integer: true,
  });
  const agreement =
    record["agreement"] === undefined
      ? undefined
      : readAgreementRule(record["agreement"], [...at, "agreement"]);
  return { pooling, trim, minimumRaters, agreement };
}

/** Fewest evaluators that do without a warning. */
const enough = 5;

function evaluatorWarnings(counts: readonly number[]): readonly Warning[] {
  const few = counts.filter((count) => count > 0 && count < enough);
  if (few.length === 0) return [];
  const least = few.reduce((a, b) => Math.min(a, b), enough);
  const share = Math.round(100 * problemDiscovery(least));
  return [
    warning(
      "qualitative.few-evaluators",
      {
        en: "{units} units have fewer than 5 evaluators, the least {least}. So many find about {share} % of the problems (Nielsen & Landauer 1993), and a mean of them is uncertain. Add evaluators, or tell the spread.",
        zh: "有 {units} 个对象的评估者少于 5 人，最少为 {least} 人。该人数约能发现 {share}% 的问题（Nielsen 与 Landauer，1993），其均值也不稳定。请增加评估者，或同时给出离散程度。",
      },
      { units: few.length, least, share },
    ),
  ];
}
