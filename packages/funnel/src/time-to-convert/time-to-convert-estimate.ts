import type { DefinitionReference, NotComputable, Warning } from "@cxmetrics/definition";
import type { CumulativeIncidence, SurvivalCurve, SurvivalQuantile } from "@cxmetrics/stats";

/** Times of those who converted, and of no one else: too short wherever others are still under way. */
export interface CompleterTimes {
  /** Says what these are wherever they are shown. */
  readonly label: "completers-only";
  readonly n: number;
  /** `null` when nobody converted. */
  readonly medianMs: number | null;
  readonly meanMs: number | null;
  readonly lowerQuartileMs: number | null;
  readonly upperQuartileMs: number | null;
}

/** How long conversion takes, those under way included. */
export interface TimeToConvertEstimate {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly step: string;
  /** Actors that entered. */
  readonly n: number;
  readonly converted: number;
  readonly open: number;
  readonly competing: number;
  readonly completers: CompleterTimes;
  /**
   * Kaplan–Meier share not converted yet, per elapsed time; with competing outcomes the share with no outcome yet, any outcome
   * being the event.
   */
  readonly curve: SurvivalCurve | NotComputable;
  /** Median time of everyone; `not-computable` when fewer than half convert in the data. */
  readonly median: SurvivalQuantile | NotComputable;
  /** Aalen–Johansen share converted and share of each competing outcome; `null` without competing outcomes. */
  readonly incidence: CumulativeIncidence | NotComputable | null;
  readonly warnings: readonly Warning[];
}
