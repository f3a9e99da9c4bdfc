import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { expectOptions } from "../rating-options.js";
import { type ApdexEstimate, apdex, expectCount } from "./apdex.js";
import { badThreshold, badTime, badTimes } from "./problems.js";

/** Where the zones end. */
export interface ApdexTimesOptions {
  /** Target time T in milliseconds; the frustrated zone begins at 4 T. */
  readonly thresholdMs: number;
  /**
   * Whether a time of exactly T is satisfied and one of exactly 4 T tolerating (`at-most`, the specification's rule), or the next zone
   * begins there (`below`, as some monitoring products count).
   */
  readonly boundary?: "at-most" | "below" | undefined;
  /** Requests that failed, which have no time and count as frustrated; 0 where it is left out. */
  readonly failures?: number | undefined;
  /** Confidence level; 0.95 where it is left out. */
  readonly level?: number | undefined;
}

/** An Apdex value of measured times, with the rule that made it. */
export interface ApdexOfTimes extends ApdexEstimate {
  readonly thresholdMs: number;
  readonly boundary: "at-most" | "below";
  /** Samples without a time, outside n. */
  readonly missing: number;
}

/**
 * Apdex of measured times: satisfied up to T, tolerating up to 4 T, frustrated beyond.
 *
 * @param times milliseconds; `null` and `undefined` are missing
 * @param options T, the rule at the boundary, failures, level
 * @returns the estimate with its rule, or `not-computable` (`no-samples`)
 * @throws `CxMetricsError` `apdex.time-not-allowed` with the row, `apdex.times-not-a-list`, `apdex.threshold-not-allowed`,
 * `apdex.count-not-allowed`, `option.unknown`, `option.not-allowed`
 * @example
 * ```ts
 * const times = [300, 500, 1200, 2000, 2500];
 * const found = apdexFromTimes(times, { thresholdMs: 500 });
 * found.status === "ok" && found.value; // => 0.6
 * const strict = apdexFromTimes(times, { thresholdMs: 500, boundary: "below" });
 * strict.status === "ok" && strict.value; // => 0.4
 * ```
 */
export function apdexFromTimes(
  times: ArrayLike<number | null | undefined>,
  options: ApdexTimesOptions,
): ApdexOfTimes | NotComputable {
  const given = expectOptions(options, ["thresholdMs", "boundary", "failures", "level"]);
  const { thresholdMs, boundary = "at-most", failures = 0, level } = given as Partial<ApdexTimesOptions>;
  const path = (name: string) => ["options", name];
  if (!(typeof thresholdMs === "number" && thresholdMs > 0 && thresholdMs <= 1e15))
    throw refuse(path("thresholdMs"), { en: "milliseconds above 0", zh: "大于 0 的毫秒数" }, thresholdMs);
  if (boundary !== "at-most" && boundary !== "below")
    throw refuse(path("boundary"), { en: "at-most or below", zh: " at-most 或 below" }, boundary);
  const failed = expectCount(failures, path("failures"));
  if (!(Array.isArray(times) || (ArrayBuffer.isView(times) && !(times instanceof DataView))))
    throw new CxMetricsError(badTimes, { path: ["times"], values: { found: describeValue(times) } });

  const within = (time: number, limit: number) => (boundary === "at-most" ? time <= limit : time < limit);
  let [satisfied, tolerating, frustrated, missing] = [0, 0, failed, 0];
  for (let row = 0; row < times.length; row++) {
    const time: unknown = times[row];
    if (time === null || time === undefined) missing += 1;
    else if (typeof time !== "number" || !(time >= 0 && time < Number.POSITIVE_INFINITY))
      throw new CxMetricsError(badTime, {
        path: ["times", row],
        values: { row, found: describeValue(time) },
      });
    else if (within(time, thresholdMs)) satisfied += 1;
    else if (within(time, 4 * thresholdMs)) tolerating += 1;
    else frustrated += 1;
  }
  const estimate = apdex({ satisfied, tolerating, frustrated }, { level });
  return estimate.status === "ok" ? { ...estimate, thresholdMs, boundary, missing } : estimate;
}

function refuse(
  path: readonly string[],
  expected: { en: string; zh: string },
  found: unknown,
): CxMetricsError {
  const values = { name: path.at(-1) ?? "", expected, found: describeValue(found) };
  return new CxMetricsError(badThreshold, { path, values });
}
