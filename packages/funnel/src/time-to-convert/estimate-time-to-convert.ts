import {
  CxMetricsError,
  expectNumber,
  expectOneOf,
  expectRecord,
  type NotComputable,
} from "@cxmetrics/definition";
import {
  aalenJohansen,
  compensatedSum,
  kaplanMeier,
  quantile,
  type SurvivalCurve,
  type SurvivalIntervalMethod,
} from "@cxmetrics/stats";
import { engine } from "../engine.js";
import { expectLevel } from "../expect-level.js";
import { expectTally } from "../expect-tally.js";
import type { FunnelTally } from "../funnel-tally.js";
import type { ConversionTimes } from "./conversion-times.js";
import { badConversionTimes } from "./problems.js";
import { expectSpanList } from "./spans.js";
import type { CompleterTimes, TimeToConvertEstimate } from "./time-to-convert-estimate.js";

/** Options of `estimateTimeToConvert`. */
export interface TimeToConvertOptions {
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** Scale of the limits; `log-log` where it is left out. */
  readonly interval?: SurvivalIntervalMethod;
  /** Elapsed times at which to report the curve, in milliseconds. */
  readonly atMs?: readonly number[];
  /**
   * With a funnel tally only: how long every entrant was certainly watched, for example the window when all windows have closed.
   * Later conversions are then left out, and all others count as under way at this time. Without it only completers are told.
   */
  readonly watchedMs?: number;
}

/**
 * How long conversion takes: of completers (labelled as such), and of everyone by Kaplan–Meier, with open attempts censored at
 * min(window, end of observation); where outcomes compete, the share of each by Aalen–Johansen.
 *
 * $$ \hat F(t) = 1 - \prod_{t_i \le t}\left(1 - \frac{d_i}{n_i}\right) $$
 *
 * Median and mean of completers alone are biased low: the slow are still under way. In the curve recent cohorts count for as long
 * as they were watched. With competing outcomes 1 − Kaplan–Meier would overstate conversion; read `incidence`. Formulas and
 * sources stand with `kaplanMeier` and `aalenJohansen` of `@cxmetrics/stats`.
 *
 * @param times from `conversionTimes`, or a funnel tally, whose elapsed times to the last step are then used
 * @throws `CxMetricsError` `funnel.bad-conversion-times`, `funnel.bad-tally`, `funnel.bad-spans`, `interval.bad-level`,
 * `document.not-allowed`
 * @example
 * ```ts
 * const events = { actor: [1, 2, 1, 3, 2], event: ["view", "view", "buy", "view", "buy"], timeMs: [0, 10, 40, 60, 80] };
 * const times = conversionTimes(events, orderedFunnel({ steps: ["view", "buy"] }), { observedUntilMs: 100 });
 * const { completers, curve, median } = estimateTimeToConvert(times, { atMs: [50] });
 * completers.medianMs; // => 55
 * curve.status === "ok" && curve.table[0]?.survival; // => 2 / 3
 * median.status === "ok" && median.value; // => 70
 * ```
 */
export function estimateTimeToConvert(
  times: ConversionTimes | FunnelTally,
  options: TimeToConvertOptions = {},
): TimeToConvertEstimate {
  const record = expectRecord(options, ["options"], [], ["level", "interval", "atMs", "watchedMs"]);
  const level = expectLevel(record["level"] === undefined ? {} : { level: record["level"] });
  const interval = expectOneOf(record["interval"] ?? "log-log", ["options", "interval"], [
    "log-log",
    "log",
    "plain",
  ] as const);
  const at = expectSpanList(record["atMs"] ?? [], ["options", "atMs"]);
  const watched =
    record["watchedMs"] === undefined
      ? null
      : expectNumber(record["watchedMs"], ["options", "watchedMs"], { least: 0 });
  const read = readTimes(times, watched);
  const taken = read.competing.flatMap(({ elapsedMs }) => elapsedMs);
  const all = [...read.convertedMs, ...taken, ...read.openMs];
  const flags = all.map((_, index) => index < read.convertedMs.length + taken.length);
  const curve: SurvivalCurve | NotComputable = read.open
    ? kaplanMeier({ times: all, events: flags, level, interval, at })
    : notWatched;
  const outcomes = [
    ...read.convertedMs.map(() => read.step),
    ...read.competing.flatMap(({ event, elapsedMs }) => elapsedMs.map(() => `${event}`)),
    ...read.openMs.map(() => null),
  ];
  return {
    status: "ok",
    definition: read.definition,
    engine,
    step: read.step,
    n: read.n,
    converted: read.convertedMs.length,
    open: read.n - read.convertedMs.length - taken.length,
    competing: taken.length,
    completers: completersOf(read.convertedMs),
    curve,
    median: curve.status !== "ok" ? curve : read.competing.length > 0 ? medianUnderCompetition : curve.median,
    incidence: read.competing.length === 0 ? null : aalenJohansen({ times: all, outcomes, level, interval }),
    warnings: read.warnings,
  };
}

interface ReadTimes extends ConversionTimes {
  readonly n: number;
  /** Whether it is known how long the others were watched. */
  readonly open: boolean;
}

function readTimes(value: unknown, watchedMs: number | null): ReadTimes {
  if (typeof value === "object" && value !== null && "counts" in value)
    return ofTally(expectTally(value, ["times"]), watchedMs);
  const refuse = (en: string, zh: string, key: string): never => {
    throw new CxMetricsError(badConversionTimes, { path: ["times", key], values: { reason: { en, zh } } });
  };
  const times = (typeof value === "object" && value !== null ? value : {}) as {
    [Key in keyof ConversionTimes]?: unknown;
  };
  const { definition, step, competing, warnings } = times;
  const reference = definition as ConversionTimes["definition"] | null | undefined;
  if (typeof reference?.id !== "string" || typeof reference.digest !== "string")
    return refuse("they need a definition", "需要 definition", "definition");
  if (typeof step !== "string") return refuse("they need the name of the step", "需要步骤名称", "step");
  if (!Array.isArray(competing)) return refuse("competing is a list", "competing 应为列表", "competing");
  const read = {
    ...(times as ConversionTimes),
    convertedMs: expectSpanList(times.convertedMs, ["times", "convertedMs"]),
    openMs: expectSpanList(times.openMs, ["times", "openMs"]),
    competing: Array.from(competing as readonly unknown[], (one, index) => {
      const { event, elapsedMs } = (one ?? {}) as { event?: unknown; elapsedMs?: unknown };
      if (typeof event !== "string" || event === step)
        return refuse("a competing outcome has a name of its own", "竞争结果须有自己的名称", "competing");
      return { event, elapsedMs: expectSpanList(elapsedMs, ["times", "competing", index, "elapsedMs"]) };
    }),
    warnings: Array.isArray(warnings) ? (warnings as ConversionTimes["warnings"]) : [],
  };
  const n =
    read.convertedMs.length +
    read.openMs.length +
    read.competing.reduce((sum, { elapsedMs }) => sum + elapsedMs.length, 0);
  return { ...read, n, open: true };
}

function ofTally(
  { definition, stepNames, counts, elapsedMs, warnings }: FunnelTally,
  watchedMs: number | null,
): ReadTimes {
  const n = counts[0] as number;
  const steps = stepNames.length;
  const all = steps === 1 ? new Array<number>(n).fill(0) : (elapsedMs[steps - 2] as readonly number[]);
  const timed = all.length === counts[steps - 1];
  const convertedMs = watchedMs === null ? all : all.filter((time) => time <= watchedMs);
  const open = timed && watchedMs !== null;
  return {
    definition,
    step: stepNames[steps - 1] as string,
    windowMs: null,
    observedUntilMs: 0,
    convertedMs,
    openMs: open ? new Array<number>(n - convertedMs.length).fill(watchedMs) : [],
    competing: [],
    warnings: warnings ?? [],
    n,
    open,
  };
}

function completersOf(spans: readonly number[]): CompleterTimes {
  const at = (share: number): number | null => {
    const read = quantile(spans, share);
    return read.status === "ok" ? read.value : null;
  };
  return {
    label: "completers-only",
    n: spans.length,
    medianMs: at(0.5),
    meanMs: spans.length === 0 ? null : compensatedSum(spans.map((span) => span / spans.length)),
    lowerQuartileMs: at(0.25),
    upperQuartileMs: at(0.75),
  };
}

const notWatched: NotComputable = {
  status: "not-computable",
  reason: "watch-time-unknown",
  message: {
    en: "A tally does not say how long those who did not convert were watched. Use conversionTimes, or give watchedMs once all windows have closed.",
    zh: "计数中没有未转化者的观察时长。请使用 conversionTimes，或在所有窗口关闭后给出 watchedMs。",
  },
};

const medianUnderCompetition: NotComputable = {
  status: "not-computable",
  reason: "outcomes-compete",
  message: {
    en: "Some can never convert, because another outcome took them. Read the incidence of each outcome.",
    zh: "部分对象已出现其他结果，不会再转化。请查看各结果的累积发生率。",
  },
};
