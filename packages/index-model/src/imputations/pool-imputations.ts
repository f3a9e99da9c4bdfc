import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectRecord,
  type Interval,
  type NotComputable,
} from "@cxmetrics/definition";
import { compensatedSum, normalDistribution, tDistribution } from "@cxmetrics/stats";
import { badPooledInput } from "./problems.js";

/** One estimate from several completed data sets. */
export interface PooledImputations {
  readonly status: "ok";
  readonly value: number;
  /** Square root of the total variance. */
  readonly standardError: number;
  /** Mean variance inside the data sets. */
  readonly within: number;
  /** Variance of the estimates between them. */
  readonly between: number;
  /** Relative rise of the variance by the missing values; `null` where `within` is 0. */
  readonly riseOfVariance: number | null;
  /** Share of the total variance that is due to the missing values, 0…1. */
  readonly shareOfMissing: number;
  /** Degrees of freedom; `null` where there are infinitely many, because the estimates agree. */
  readonly df: number | null;
  readonly interval: Interval;
  /** Number of data sets. */
  readonly m: number;
}

/**
 * Pools an estimate over M completed data sets by Rubin's rules: the spread between them is the price of not knowing.
 *
 * $$ T = \bar U + \left(1+\tfrac1M\right) B, \qquad \nu = (M-1)\left(1+\tfrac1r\right)^2, \quad r = \frac{(1+1/M) B}{\bar U} $$
 *
 * $\bar U$ is the mean of the variances, B the variance of the estimates (M − 1). Rubin, Multiple Imputation for Nonresponse in
 * Surveys (1987), chapter 3; OECD/JRC Handbook (2008), eqs 8–13. Large-sample degrees of freedom.
 *
 * @param estimates the estimate from each data set, for example the score of one unit
 * @param variances its sampling variance in each, 0 where the whole population was observed
 * @param options confidence level, 0.95 when left out
 * @returns estimate, standard error and interval, or `not-computable`: `too-few-data-sets` (fewer than two), `no-variance`
 * @throws `CxMetricsError` `imputation.lengths-differ`, `document.wrong-type`, `document.out-of-range`
 * @example
 * ```ts
 * const pooled = poolImputations([62, 64, 63, 66, 60], [4, 5, 4, 6, 5]);
 * pooled.value; // => 63
 * pooled.standardError; // => 3.286335345030997
 * pooled.df; // => 12.96
 * ```
 */
export function poolImputations(
  estimates: readonly number[],
  variances: readonly number[],
  options: { readonly level?: number } = {},
): PooledImputations | NotComputable {
  const q = expectList(estimates, ["estimates"], (item, path) =>
    expectNumber(item, path, { least: -1e100, most: 1e100 }),
  );
  const u = expectList(variances, ["variances"], (item, path) =>
    expectNumber(item, path, { least: 0, most: 1e200 }),
  );
  const record = expectRecord(options, ["options"], [], ["level"]);
  const level = expectNumber(record["level"] ?? 0.95, ["options", "level"], { least: 1e-6, most: 1 - 1e-6 });
  const m = q.length;
  if (u.length !== m)
    throw new CxMetricsError(badPooledInput, {
      path: ["variances"],
      values: { estimates: m, variances: u.length },
    });
  if (m < 2) return tooFew;
  const value = compensatedSum(q) / m;
  const within = compensatedSum(u) / m;
  const between = compensatedSum(q.map((one) => (one - value) ** 2)) / (m - 1);
  const extra = (1 + 1 / m) * between;
  const total = within + extra;
  if (total === 0) return noVariance;
  const shareOfMissing = extra / total;
  // (1 + 1/r) is total / extra, which needs no division by a variance of 0 inside.
  const freedom = (m - 1) * (total / extra) ** 2;
  const df = freedom < 1e12 ? freedom : null;
  const share = 1 - (1 - level) / 2;
  const quantile = df === null ? normalDistribution.quantile(share) : tDistribution.quantile(share, df);
  const standardError = Math.sqrt(total);
  const half = quantile * standardError;
  const rise = extra / within;
  return {
    status: "ok",
    value,
    standardError,
    within,
    between,
    riseOfVariance: Number.isFinite(rise) ? rise : null,
    shareOfMissing,
    df,
    interval: { status: "ok", lower: value - half, upper: value + half, level, method: "rubin" },
    m,
  };
}

const tooFew: NotComputable = {
  status: "not-computable",
  reason: "too-few-data-sets",
  message: {
    en: "Multiple imputation needs at least two completed data sets.",
    zh: "多重填补至少需要两个填补后的数据集。",
  },
};

const noVariance: NotComputable = {
  status: "not-computable",
  reason: "no-variance",
  message: {
    en: "Neither the estimates nor their variances leave any spread, so that there is no interval.",
    zh: "各估计值相同且方差为 0，无法给出区间。",
  },
};
