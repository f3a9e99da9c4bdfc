import {
  type DefinitionReference,
  expectOneOf,
  expectRecord,
  type Interval,
  type NotComputable,
  type Warning,
} from "@cxmetrics/definition";
import { normalDistribution, proportionInterval } from "@cxmetrics/stats";
import { engine } from "../engine.js";
import { expectLevel } from "../expect-level.js";
import { expectRetentionTally } from "./expect-retention-tally.js";
import type { RetentionTally } from "./retention-tally.js";

/** Options of `estimateRetention`. */
export interface EstimateRetentionOptions {
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** `weighted` (the default): every actor counts alike; `unweighted`: every cohort counts alike. */
  readonly average?: "weighted" | "unweighted";
}

/** A share of actors that returned. */
export interface RetentionRate {
  readonly bucket: string;
  /** Actors for whom the whole bucket was observed. */
  readonly eligible: number;
  readonly retained: number;
  /** 0…1; `null` when nobody is eligible. */
  readonly rate: number | null;
  readonly interval: Interval | NotComputable;
}

/** Retention with intervals. */
export interface RetentionEstimate {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly average: "weighted" | "unweighted";
  /** Over all cohorts, per bucket. */
  readonly overall: readonly RetentionRate[];
  readonly cohorts: readonly {
    readonly cohort: string;
    readonly size: number;
    readonly rates: readonly RetentionRate[];
  }[];
  readonly warnings: readonly Warning[];
}

/**
 * Retention rates with intervals: per cohort and over all cohorts.
 *
 * $$ r_{weighted} = \frac{\sum_c x_c}{\sum_c n_c}, \qquad r_{unweighted} = \frac1C \sum_c \frac{x_c}{n_c} $$
 *
 * n are the eligible actors of a cohort and x those of them that returned; only cohorts with eligible actors count. Rates of
 * one cohort and the weighted average have Wilson intervals; the unweighted average has the normal interval with variance
 * Σ r(1 − r)/n / C² and is `no-variation` where every cohort is at 0 or 1. Later buckets rest on fewer cohorts: a curve may rise.
 *
 * @param tally from `tallyRetention`, `mergeRetentionTallies` or a database
 * @throws `CxMetricsError` `retention.bad-tally`, `interval.bad-level`, `document.not-allowed`
 * @example
 * ```ts
 * const day = 86_400_000;
 * const events = { actor: [1, 2, 3, 1, 3], event: ["a", "a", "a", "a", "a"], timeMs: [0, 9, day, day, 2 * day] };
 * const tally = tallyRetention(events, adhocRetention({ periods: [1] }), { observedUntilMs: 5 * day });
 * estimateRetention(tally).overall[0]?.rate; // => 2 / 3
 * estimateRetention(tally, { average: "unweighted" }).overall[0]?.rate; // => 0.75
 * ```
 */
export function estimateRetention(
  tally: RetentionTally,
  options: EstimateRetentionOptions = {},
): RetentionEstimate {
  const { definition, buckets, cohorts, warnings } = expectRetentionTally(tally, ["tally"]);
  const { level: wanted, average: named = "weighted" } = expectRecord(
    options,
    ["options"],
    [],
    ["level", "average"],
  );
  const level = expectLevel(wanted === undefined ? {} : { level: wanted });
  const average = expectOneOf(named, ["options", "average"], ["weighted", "unweighted"] as const);
  const rate = (bucket: string, eligible: number, retained: number): RetentionRate => ({
    bucket,
    eligible,
    retained,
    rate: eligible === 0 ? null : retained / eligible,
    interval: proportionInterval({ successes: retained, trials: eligible, level }),
  });
  const overall = buckets.map((bucket, index): RetentionRate => {
    const parts = cohorts.map(({ eligible, retained }) => ({
      eligible: eligible[index] as number,
      retained: retained[index] as number,
    }));
    const sum = (key: "eligible" | "retained") => parts.reduce((total, part) => total + part[key], 0);
    const weighted = rate(bucket, sum("eligible"), sum("retained"));
    return average === "weighted" || weighted.rate === null
      ? weighted
      : { ...weighted, ...meanOfCohorts(parts, level) };
  });
  return {
    status: "ok",
    definition,
    engine,
    average,
    overall,
    cohorts: cohorts.map(({ cohort, size, eligible, retained }) => ({
      cohort,
      size,
      rates: buckets.map((bucket, index) =>
        rate(bucket, eligible[index] as number, retained[index] as number),
      ),
    })),
    warnings: warnings ?? [],
  };
}

function meanOfCohorts(
  parts: readonly { readonly eligible: number; readonly retained: number }[],
  level: number,
): { readonly rate: number; readonly interval: Interval | NotComputable } {
  const counted = parts.filter(({ eligible }) => eligible > 0);
  const rates = counted.map(({ eligible, retained }) => retained / eligible);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const variance =
    rates.reduce((sum, rate, index) => sum + (rate * (1 - rate)) / (counted[index]?.eligible as number), 0) /
    rates.length ** 2;
  if (variance === 0) return { rate: mean, interval: noVariation };
  const margin = normalDistribution.quantile((1 + level) / 2) * Math.sqrt(variance);
  const interval: Interval = {
    status: "ok",
    lower: Math.max(0, mean - margin),
    upper: Math.min(1, mean + margin),
    level,
    method: "normal-mean-of-cohorts",
  };
  return { rate: mean, interval };
}

const noVariation: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "In every cohort all or none returned, so this method cannot tell how sure the average is.",
    zh: "每个群组均为全部或无人返回，此方法无法判断平均值的可靠程度。",
  },
};
