import { expectList, expectNumber, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { quantile } from "@cxmetrics/stats";
import { expectSpanList } from "./spans.js";

/** How the bins of a histogram are chosen: a rule by name, or the limits themselves, ascending. */
export type HistogramBins = "posthog" | "freedman-diaconis" | readonly number[];

/** Counts of spans by length. */
export interface TimeHistogram {
  readonly status: "ok";
  readonly n: number;
  readonly rule: "posthog" | "freedman-diaconis" | "given";
  /** `[from, to)`; the last one includes its end. */
  readonly bins: readonly { readonly fromMs: number; readonly toMs: number; readonly count: number }[];
  /** Spans outside the limits given. */
  readonly outside: number;
  /** A time read from these bins (a median, say) is off by at most this. */
  readonly maximumErrorMs: number;
}

/** Most bins that a rule makes. */
const most = 1000;

/**
 * Histogram of elapsed times, with the error that its bins bring.
 *
 * `posthog`: ⌈∛n⌉ bins of width ⌈(max − min)/bins⌉ whole seconds from the minimum, plus one closing bin, the rule inferred from
 * examples in that product's documentation (2026). `freedman-diaconis`: width 2·IQR/∛n (Freedman and Diaconis, Zeitschrift für
 * Wahrscheinlichkeitstheorie 57 (1981) 453–476), at most 1,000 bins; one bin where the quartiles agree. Given limits are kept, and what
 * lies outside is counted. A time read from the bins is off by at most the width of the widest bin that holds a count.
 *
 * @param times elapsed milliseconds, at least 0
 * @param bins `freedman-diaconis` where it is left out
 * @returns the histogram, or `not-computable` `no-observations`
 * @throws `CxMetricsError` `funnel.bad-spans`, `document.not-allowed`, `document.wrong-type` (limits that do not ascend)
 * @example
 * ```ts
 * const histogram = timeHistogram([1000, 2000, 2500, 9000, 9500], [0, 2000, 4000, 8000]);
 * histogram.status === "ok" && histogram.bins.map((bin) => bin.count); // => [1, 2, 0]
 * histogram.status === "ok" && histogram.outside; // => 2
 * histogram.status === "ok" && histogram.maximumErrorMs; // => 2000
 * ```
 */
export function timeHistogram(
  times: ArrayLike<number>,
  bins: HistogramBins = "freedman-diaconis",
): TimeHistogram | NotComputable {
  const spans = expectSpanList(times, ["times"]);
  const given = Array.isArray(bins) ? expectLimits(bins) : null;
  const rule =
    given === null
      ? expectOneOf(bins as string, ["bins"], ["posthog", "freedman-diaconis"] as const)
      : "given";
  if (spans.length === 0) return nobody;
  const limits = given ?? (rule === "posthog" ? posthogLimits(spans) : freedmanDiaconisLimits(spans));
  const counts = new Array<number>(limits.length - 1).fill(0);
  let outside = 0;
  for (const span of spans) {
    const bin = binOf(limits, span);
    if (bin < 0) outside++;
    else counts[bin] = (counts[bin] as number) + 1;
  }
  const list = counts.map((count, index) => ({
    fromMs: limits[index] as number,
    toMs: limits[index + 1] as number,
    count,
  }));
  return {
    status: "ok",
    n: spans.length,
    rule,
    bins: list,
    outside,
    maximumErrorMs: list.reduce(
      (widest, { fromMs, toMs, count }) => (count > 0 ? Math.max(widest, toMs - fromMs) : widest),
      0,
    ),
  };
}

function expectLimits(value: unknown): readonly number[] {
  let last = -1;
  return expectList(
    value,
    ["bins"],
    (limit, path) => {
      const read = expectNumber(limit, path, { least: Math.max(0, last) }) + 0;
      if (read === last) expectNumber(Number.NaN, path, { least: last });
      last = read;
      return read;
    },
    2,
  );
}

/** Number of the bin, or −1. */
function binOf(limits: readonly number[], span: number): number {
  if (span < (limits[0] as number) || span > (limits.at(-1) as number)) return -1;
  let low = 0;
  let high = limits.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((limits[middle] as number) <= span) low = middle;
    else high = middle;
  }
  return low;
}

function extremes(spans: readonly number[]): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (const span of spans) {
    if (span < least) least = span;
    if (span > greatest) greatest = span;
  }
  return [least, greatest];
}

function posthogLimits(spans: readonly number[]): readonly number[] {
  const [least, greatest] = extremes(spans);
  const count = Math.ceil(Math.cbrt(spans.length));
  const width = Math.max(1, Math.ceil((greatest - least) / count / 1000)) * 1000;
  // Beyond 2^53 a bin may be narrower than the spacing of numbers.
  return distinct(Array.from({ length: count + 2 }, (_, index) => least + index * width));
}

function freedmanDiaconisLimits(spans: readonly number[]): readonly number[] {
  const [least, greatest] = extremes(spans);
  const [lower, upper] = [quantile(spans, 0.25), quantile(spans, 0.75)];
  const spread = lower.status === "ok" && upper.status === "ok" ? upper.value - lower.value : 0;
  const width = (2 * spread) / Math.cbrt(spans.length);
  const range = greatest - least;
  const count = width > 0 ? Math.min(most, Math.max(1, Math.ceil(range / width))) : 1;
  return distinct(
    Array.from({ length: count + 1 }, (_, index) =>
      index === count ? greatest : least + (index / count) * range,
    ),
  );
}

/** Ascending limits without repeats, two of them at least. */
function distinct(limits: readonly number[]): readonly number[] {
  const kept = limits.filter(
    (limit, index) => Number.isFinite(limit) && (index === 0 || limit > (limits[index - 1] as number)),
  );
  return kept.length > 1 ? kept : [kept[0] as number, Math.min(Number.MAX_VALUE, (kept[0] as number) + 1)];
}

const nobody: NotComputable = {
  status: "not-computable",
  reason: "no-observations",
  message: { en: "There are no times. Collect data first.", zh: "没有时间数据。请先收集数据。" },
};
