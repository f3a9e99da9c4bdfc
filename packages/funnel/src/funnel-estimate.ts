import type { DefinitionReference, Interval, NotComputable, Warning } from "@cxmetrics/definition";

/** One step of a funnel estimate. Shares are 0…1; `null` stands where there is no number. */
export interface FunnelStepEstimate {
  readonly name: string;
  /** Actors that reached this step or beyond. */
  readonly count: number;
  /** Share of those who entered that reached this step; 1 for step 1. */
  readonly conversionFromStart: number | null;
  /** Share of those who reached the step before that reached this one; `null` for step 1. */
  readonly conversionFromPrevious: number | null;
  /** Wilson interval of `conversionFromStart`; `null` for step 1. */
  readonly interval: Interval | NotComputable | null;
  /** Wilson interval of `conversionFromPrevious`; `null` for step 1. */
  readonly intervalFromPrevious: Interval | NotComputable | null;
  /** Median time from step 1 among those who got here: those still under way would lengthen it. `null` for step 1. */
  readonly medianMs: number | null;
  /** Share of those who reached the step before that got no further; `null` for step 1. */
  readonly dropOff: number | null;
  /** Why a share is `null`: `nobody-entered`, `nobody-reached-previous-step`. */
  readonly reason?: string;
}

/** A funnel's step rates and times, with everything needed to compute them again. */
export interface FunnelEstimate {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  /** Package and version that computed it. */
  readonly engine: string;
  /** Actors that entered: the base of `conversionFromStart`. */
  readonly n: number;
  readonly steps: readonly FunnelStepEstimate[];
  /** Share of those who entered that reached the last step; `null` when nobody entered. */
  readonly overall: number | null;
  readonly warnings: readonly Warning[];
}
