import type { DefinitionReference, Warning } from "@cxmetrics/definition";

/** How many of each cohort came back. Merges over disjoint actors by adding. Plain data. */
export interface RetentionTally {
  readonly definition: DefinitionReference;
  /** The columns: `3` for a period, `3+` for a period or later, `[1, 8)` for a bracket. */
  readonly buckets: readonly string[];
  /** Ascending by time. */
  readonly cohorts: readonly RetentionCohort[];
  /** End of observation, epoch milliseconds: what happens later is unknown. */
  readonly observedUntilMs: number;
  /** All actors seen, started or not. */
  readonly actors: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly warnings: readonly Warning[];
}

/** Actors whose first start lies in one calendar period. */
export interface RetentionCohort {
  /** `2026-03-02` for a day or the Monday of a week, `2026-03` for a month. */
  readonly cohort: string;
  /** First instant of the cohort's period. */
  readonly startMs: number;
  readonly size: number;
  /** Per bucket: actors for whom the whole bucket was observed. */
  readonly eligible: readonly number[];
  /** Per bucket: those of them that returned. */
  readonly retained: readonly number[];
}
