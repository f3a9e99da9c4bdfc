import type { NotComputable } from "@cxmetrics/definition";
import { inRange, notNegative } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { nameAmong } from "../expect/name-among.js";
import { namedMembers } from "../expect/named-members.js";
import { numbers } from "../expect/numbers.js";
import { noObservations } from "../reasons.js";
import { expectFlags, expectSpans } from "./expect-sample.js";
import { restrictedMean } from "./restricted-mean.js";
import type { SurvivalCurve, SurvivalPoint } from "./survival-curve.js";
import {
  type SurvivalIntervalMethod,
  survivalInterval,
  survivalIntervalMethods,
  survivalLevel,
} from "./survival-interval.js";
import { survivalQuantile } from "./survival-quantile.js";

/** Arguments of `kaplanMeier`. */
export interface KaplanMeierInput {
  /** Per subject the time to the event, or to the end of its observation; at least 0, in any unit. */
  readonly times: ArrayLike<number>;
  /** Per subject: `true` or 1 when the event happened, `false` or 0 when the subject was still waiting (censored). */
  readonly events: ArrayLike<boolean | number>;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** Scale of the limits; `log-log` where it is left out. R's default is `log`. */
  readonly interval?: SurvivalIntervalMethod;
  /** Times at which to report the curve; the at-risk table. None where it is left out. */
  readonly at?: ArrayLike<number>;
  /** Limit τ of the restricted mean; the longest observation where it is left out. */
  readonly until?: number;
}

/**
 * Kaplan–Meier estimate of the share still waiting, when some were observed only for a while.
 *
 * $$ \hat S(t) = \prod_{t_i \le t}\left(1 - \frac{d_i}{n_i}\right), \qquad
 * se(t) = \hat S(t)\sqrt{\sum_{t_i \le t}\frac{d_i}{n_i(n_i - d_i)}} $$
 *
 * d are the events and n the subjects at risk at a time; who is censored at the time of an event was at risk for it. The share
 * converted by t is 1 − S(t). With `log-log` the limits are S^{exp(±z·se/(S ln S))}; they stay inside 0…1. The median is the
 * first time with S ≤ ½ (midway to the next event where S lies level with ½), its limits where those of the curve come down to ½
 * (Brookmeyer and Crowley), `null` where they do not. The restricted mean is the area under the curve up to τ. Agrees with
 * R's `survival::survfit`. Sources: Kaplan and Meier, JASA 53 (1958) 457–481; Greenwood, Reports on Public Health 33 (1926);
 * Brookmeyer and Crowley, Biometrics 38 (1982) 29–41.
 *
 * @returns the curve with one point for each time with events, or `not-computable` `no-observations`; median `quantile-not-reached`
 * when fewer than half had the event; restricted mean `beyond-follow-up` when τ lies beyond the data
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-number`, `parameter.out-of-range`
 * (negative time), `survival.lengths-differ`, `survival.not-an-event-flag`, `level.out-of-range`, `method.unknown`
 * @example
 * ```ts
 * const curve = kaplanMeier({ times: [2, 3, 3, 5, 8], events: [1, 1, 0, 1, 0] });
 * curve.status === "ok" && curve.points.map((point) => point.atRisk); // => [5, 4, 2]
 * curve.status === "ok" && curve.points[2]?.survival; // => 0.3
 * curve.status === "ok" && curve.median.status === "ok" && curve.median.value; // => 5
 * ```
 */
export function kaplanMeier(input: KaplanMeierInput): SurvivalCurve | NotComputable {
  const given = namedMembers(input, "input");
  const times = expectSpans(given.times);
  const flags = expectFlags(given.events, times.length);
  const level = confidenceLevel(given.level);
  const method = nameAmong(survivalIntervalMethods, given.interval ?? "log-log", "interval");
  const at = Float64Array.from(numbers(given.at ?? [], "at")).sort();
  for (const time of at) inRange(time, "at", notNegative, ["at"]);
  const limit = given.until === undefined ? null : inRange(given.until, "until", notNegative);
  if (times.length === 0) return noObservations;
  const { points, table } = curveOf(times, flags, at, level, method);
  const followedUntil = times.reduce((most, time) => Math.max(most, time), 0);
  const events = points.reduce((sum, point) => sum + point.events, 0);
  return {
    status: "ok",
    n: times.length,
    events,
    censored: times.length - events,
    points,
    table,
    median: survivalQuantile(points, 0.5, level, method),
    restrictedMean: restrictedMean(points, limit ?? followedUntil, followedUntil, level),
    followedUntil,
    level,
    intervalMethod: method,
  };
}

function curveOf(
  times: Float64Array,
  flags: Uint8Array,
  at: Float64Array,
  level: number,
  method: SurvivalIntervalMethod,
): { readonly points: SurvivalPoint[]; readonly table: SurvivalPoint[] } {
  // How many end at each time is all that matters, so that no order of subjects need be found.
  const ended = spansOf(times, flags, 1);
  const dropped = spansOf(times, flags, 0);
  const critical = survivalLevel(level);
  const points: SurvivalPoint[] = [];
  const table: SurvivalPoint[] = [];
  let survival = 1;
  let variance = 0;
  let sinceCensored = 0;
  let totalEvents = 0;
  let totalCensored = 0;
  let asked = 0;
  const pointAt = (time: number, atRisk: number, events: number, censored: number): SurvivalPoint => {
    const standardError = survival > 0 ? survival * Math.sqrt(variance) : null;
    const interval = survivalInterval(survival, standardError ?? 0, critical, method);
    return { time, atRisk, events, censored, survival, standardError, interval };
  };
  const tabulateBefore = (time: number, atRisk: number) => {
    for (; asked < at.length && (at[asked] as number) < time; asked++)
      table.push(pointAt((at[asked] as number) + 0, atRisk, totalEvents, totalCensored));
  };
  for (let event = 0, censor = 0; event < ended.length || censor < dropped.length; ) {
    const time = Math.min(
      ended[event] ?? Number.POSITIVE_INFINITY,
      dropped[censor] ?? Number.POSITIVE_INFINITY,
    );
    const atRisk = times.length - event - censor;
    tabulateBefore(time, atRisk);
    const events = countAt(ended, event, time);
    const censored = countAt(dropped, censor, time);
    event += events;
    censor += censored;
    totalEvents += events;
    totalCensored += censored;
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      if (atRisk > events) variance += events / atRisk / (atRisk - events);
      points.push(pointAt(time, atRisk, events, sinceCensored + censored));
      sinceCensored = 0;
    } else sinceCensored += censored;
    for (; asked < at.length && (at[asked] as number) === time; asked++)
      table.push(pointAt(time, atRisk, totalEvents, totalCensored));
  }
  tabulateBefore(Number.POSITIVE_INFINITY, 0);
  return { points, table };
}

/** The times of the subjects with one flag, ascending. */
function spansOf(times: Float64Array, flags: Uint8Array, flag: number): Float64Array {
  const spans = new Float64Array(times.length);
  let length = 0;
  for (let subject = 0; subject < times.length; subject++)
    if (flags[subject] === flag) spans[length++] = times[subject] as number;
  // The bits of numbers from 0, read as integers, stand in their order, and integers are sorted in half the time.
  new BigUint64Array(spans.buffer, 0, length).sort();
  return spans.subarray(0, length);
}

function countAt(spans: Float64Array, from: number, time: number): number {
  let to = from;
  while (spans[to] === time) to++;
  return to - from;
}
