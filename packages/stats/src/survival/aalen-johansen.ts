import type { Interval, NotComputable } from "@cxmetrics/definition";
import { confidenceLevel } from "../expect/level.js";
import { nameAmong } from "../expect/name-among.js";
import { namedMembers } from "../expect/named-members.js";
import { noObservations } from "../reasons.js";
import { ascendingOrder, expectNames, expectSpans, noName } from "./expect-sample.js";
import { noEventsYet } from "./reasons.js";
import {
  type SurvivalIntervalMethod,
  survivalInterval,
  survivalIntervalMethods,
  survivalLevel,
} from "./survival-interval.js";

/** Arguments of `aalenJohansen`. */
export interface AalenJohansenInput {
  /** Per subject the time to its outcome, or to the end of its observation; at least 0. */
  readonly times: ArrayLike<number>;
  /** Per subject the name of its outcome; `null` when it was still waiting (censored). */
  readonly outcomes: ArrayLike<string | number | null>;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** Scale of the limits; `log-log` where it is left out. */
  readonly interval?: SurvivalIntervalMethod;
}

/** Share that has had one outcome by a time. */
export interface IncidencePoint {
  readonly time: number;
  /** Subjects still waiting and observed just before this time. */
  readonly atRisk: number;
  /** Subjects with this outcome at this time. */
  readonly events: number;
  /** 0…1. */
  readonly incidence: number;
  readonly standardError: number;
  readonly interval: Interval | NotComputable;
}

/** The incidence of one outcome over time. */
export interface OutcomeIncidence {
  readonly outcome: string | number;
  readonly events: number;
  /** One point for each different time at which this outcome happened. */
  readonly points: readonly IncidencePoint[];
  /** Share with this outcome by the end of observation. */
  readonly final: number;
}

/** An Aalen–Johansen estimate. */
export interface CumulativeIncidence {
  readonly status: "ok";
  readonly n: number;
  readonly censored: number;
  /** In order of first appearance in the data. */
  readonly outcomes: readonly OutcomeIncidence[];
  /** Share still waiting at the end; it and the final incidences sum to 1. */
  readonly waiting: number;
  readonly level: number;
}

/**
 * Aalen–Johansen estimate of the share that has had each of several competing outcomes by a time: signed, declined, cancelled.
 *
 * $$ \hat F_k(t) = \sum_{t_i \le t} \hat S(t_{i-1})\,\frac{d_{ki}}{n_i} $$
 *
 * S is the share still waiting for any outcome. 1 − Kaplan–Meier with the other outcomes as censored overstates F, because those
 * subjects can never have this one. The variance follows S and F step by step, with the outcomes of each time multinomial (Dinse
 * and Larson, Biometrika 73 (1986) 379–386); it equals Greenwood's where there is one outcome. Limits as in `kaplanMeier`, on F.
 * Agrees with R's `survival::survfit` for several states. Source: Aalen and Johansen, Scandinavian Journal of Statistics 5 (1978)
 * 141–150.
 *
 * @returns the incidences, or `not-computable` `no-observations`; no outcome at all yields an empty list and `waiting` of everybody
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-number`, `parameter.out-of-range`,
 * `survival.lengths-differ`, `survival.not-a-name`, `level.out-of-range`, `method.unknown`
 * @example
 * ```ts
 * const shares = aalenJohansen({ times: [1, 2, 3, 4, 5], outcomes: ["signed", "declined", null, "signed", null] });
 * shares.status === "ok" && shares.outcomes[0]?.final; // => 0.5
 * shares.status === "ok" && shares.outcomes[1]?.final; // => 0.2
 * ```
 */
export function aalenJohansen(input: AalenJohansenInput): CumulativeIncidence | NotComputable {
  const given = namedMembers(input, "input");
  const times = expectSpans(given.times);
  const { codes, names } = expectNames(given.outcomes, "outcomes", times.length, true);
  const level = confidenceLevel(given.level);
  const method = nameAmong(survivalIntervalMethods, given.interval ?? "log-log", "interval");
  if (times.length === 0) return noObservations;
  const order = ascendingOrder(times);
  const critical = survivalLevel(level);
  const states = names.map(() => ({ incidence: 0, variance: 0, covariance: 0, here: 0 }));
  const outcomes = names.map((outcome) => ({ outcome, points: [] as IncidencePoint[] }));
  let waiting = 1;
  let waitingVariance = 0;
  let events = 0;
  for (let from = 0; from < order.length; ) {
    const time = times[order[from] as number] as number;
    const atRisk = order.length - from;
    for (const state of states) state.here = 0;
    let here = 0;
    let to = from;
    for (; to < order.length && times[order[to] as number] === time; to++) {
      const code = codes[order[to] as number] as number;
      if (code === noName) continue;
      here++;
      (states[code] as { here: number }).here++;
    }
    from = to;
    if (here === 0) continue;
    events += here;
    const share = here / atRisk;
    const rest = (atRisk - here) / atRisk;
    const noise = (waiting * waiting) / atRisk;
    for (const [index, state] of states.entries()) {
      const own = state.here / atRisk;
      state.variance +=
        2 * own * state.covariance +
        own * own * waitingVariance +
        noise * own * ((atRisk - state.here) / atRisk);
      state.covariance = rest * (state.covariance + own * waitingVariance) - noise * own * rest;
      state.incidence = Math.min(1, state.incidence + waiting * own);
      if (state.here === 0) continue;
      const standardError = Math.sqrt(Math.max(0, state.variance));
      const { incidence } = state;
      const interval = survivalInterval(incidence, standardError, critical, method, noEventsYet, everybody);
      outcomes[index]?.points.push({ time, atRisk, events: state.here, incidence, standardError, interval });
    }
    waitingVariance = rest * rest * waitingVariance + noise * share * rest;
    waiting *= rest;
  }
  return {
    status: "ok",
    n: times.length,
    censored: times.length - events,
    outcomes: outcomes.map(({ outcome, points }, index) => ({
      outcome,
      events: points.reduce((sum, point) => sum + point.events, 0),
      points,
      final: states[index]?.incidence ?? 0,
    })),
    waiting,
    level,
  };
}

const everybody: NotComputable = {
  status: "not-computable",
  reason: "everybody",
  message: {
    en: "Everybody has had this outcome, so the formula has no standard error here.",
    zh: "所有对象均已出现该结果，公式在此处没有标准误。",
  },
};
