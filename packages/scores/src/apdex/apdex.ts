import {
  CxMetricsError,
  describeValue,
  expectRecord,
  type Interval,
  type NotComputable,
} from "@cxmetrics/definition";
import { netShareInterval } from "@cxmetrics/stats";
import { engine } from "../engine.js";
import { badOption } from "../problems.js";
import { expectOptions, refuse } from "../rating-options.js";
import { badApdexCount } from "./problems.js";

/** Samples by zone. */
export interface ApdexCounts {
  readonly satisfied: number;
  readonly tolerating: number;
  readonly frustrated: number;
}

/** An Apdex value and how sure we are of it. */
export interface ApdexEstimate {
  readonly status: "ok";
  /** 0 (all frustrated) … 1 (all satisfied). */
  readonly value: number;
  readonly n: number;
  readonly counts: ApdexCounts;
  /** $\sqrt{V/n}/2$ with V the variance of +1, 0, −1; `null` for a single sample. */
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
  readonly engine: string;
}

const noSamples: NotComputable = {
  status: "not-computable",
  reason: "no-samples",
  message: { en: "There is no sample.", zh: "没有样本。" },
};

/**
 * Apdex, the Application Performance Index: satisfied samples count 1, tolerating ones one half, frustrated ones 0.
 *
 * $$ Apdex = \frac{satisfied + tolerating/2}{n} = \frac{1}{2}\,(1 + p_{satisfied} - p_{frustrated}) $$
 *
 * The second form is a net share, so its interval is the score interval of a net share (Tango 1998) moved to 0…1; the specification gives
 * none. Source: Apdex Alliance, Application Performance Index – Apdex Technical Specification, version 1.1 (2007).
 *
 * @param counts samples by zone
 * @param options confidence level, 0.95 where it is left out
 * @returns the estimate, or `not-computable` (`no-samples`)
 * @throws `CxMetricsError` `apdex.count-not-allowed`, `document.*` for other shapes, `option.unknown`, `option.not-allowed`
 * @example
 * ```ts
 * const found = apdex({ satisfied: 40, tolerating: 200, frustrated: 48 });
 * found.status === "ok" && found.value; // => 0.4861111111111111
 * ```
 */
export function apdex(
  counts: ApdexCounts,
  options: { readonly level?: number | undefined } = {},
): ApdexEstimate | NotComputable {
  const given = expectRecord(counts, ["counts"], ["satisfied", "tolerating", "frustrated"]);
  const { level = 0.95 } = expectOptions(options, ["level"]);
  if (!(typeof level === "number" && level > 0 && level < 1))
    throw refuse(badOption, ["options", "level"], "0 < level < 1", level);
  const satisfied = expectCount(given["satisfied"], ["counts", "satisfied"]);
  const tolerating = expectCount(given["tolerating"], ["counts", "tolerating"]);
  const frustrated = expectCount(given["frustrated"], ["counts", "frustrated"]);
  const n = satisfied + tolerating + frustrated;
  if (n === 0) return noSamples;
  const net = (satisfied - frustrated) / n;
  const variance = (satisfied + frustrated) / n - net ** 2;
  const interval = netShareInterval({
    upper: satisfied / n,
    lower: frustrated / n,
    n,
    level,
    method: "nps-score",
  });
  return {
    status: "ok",
    value: (2 * satisfied + tolerating) / (2 * n),
    n,
    counts: { satisfied, tolerating, frustrated },
    standardError: n === 1 ? null : Math.sqrt(Math.max(0, variance) / n) / 2,
    interval:
      interval.status === "ok"
        ? { ...interval, lower: (1 + interval.lower) / 2, upper: (1 + interval.upper) / 2 }
        : interval,
    engine,
  };
}

/** Expects a number of samples. */
export function expectCount(value: unknown, path: readonly string[]): number {
  // Beyond this the interval is not computed.
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1e11)
    return (value as number) + 0;
  throw new CxMetricsError(badApdexCount, {
    path,
    values: { name: path.at(-1) ?? "", found: describeValue(value) },
  });
}
