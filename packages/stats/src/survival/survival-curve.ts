import type { Interval, NotComputable } from "@cxmetrics/definition";
import type { SurvivalIntervalMethod } from "./survival-interval.js";

/** The curve at one time. */
export interface SurvivalPoint {
  readonly time: number;
  /** Subjects still waiting and observed just before this time. */
  readonly atRisk: number;
  /** Events at this time; in a table of chosen times, events up to it. */
  readonly events: number;
  /** Subjects whose observation has ended without the event: after the point before this one and up to this time. */
  readonly censored: number;
  /** Share still waiting just after this time, 0…1. */
  readonly survival: number;
  /** Greenwood's standard error; `null` where everybody at risk had the event. */
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
}

/** A quantile of the time to the event, with limits that are open where the curve of limits does not come down so far. */
export interface SurvivalQuantile {
  readonly status: "ok";
  readonly value: number;
  /** `null`: no lower limit can be told. */
  readonly lower: number | null;
  /** `null`: beyond the data. */
  readonly upper: number | null;
  readonly level: number;
  /** `brookmeyer-crowley` on the scale of the curve's limits. */
  readonly method: string;
}

/** Mean time waited up to a limit: the area under the curve. */
export interface RestrictedMean {
  readonly status: "ok";
  readonly value: number;
  /** The limit τ. */
  readonly until: number;
  readonly standardError: number;
  /** Normal interval, cut to 0…τ. */
  readonly interval: Interval | NotComputable;
}

/** A Kaplan–Meier estimate. */
export interface SurvivalCurve {
  readonly status: "ok";
  /** Subjects. */
  readonly n: number;
  readonly events: number;
  readonly censored: number;
  /** One point for each different time at which an event happened, ascending. */
  readonly points: readonly SurvivalPoint[];
  /** The curve at the chosen times: the at-risk table. `events` and `censored` count up to each time. */
  readonly table: readonly SurvivalPoint[];
  readonly median: SurvivalQuantile | NotComputable;
  readonly restrictedMean: RestrictedMean | NotComputable;
  /** Longest observation. */
  readonly followedUntil: number;
  readonly level: number;
  readonly intervalMethod: SurvivalIntervalMethod;
}
