import type { DefinitionReference, Warning } from "@cxmetrics/definition";

/** How far actors got, and when. Merges over disjoint actors by adding. Plain data. */
export interface FunnelTally {
  readonly definition: DefinitionReference;
  readonly stepNames: readonly string[];
  /**
   * Actors (or attempts, or sessions: `unit`) that reached each step or beyond; in any order, those that did that many
   * steps.
   */
  readonly counts: readonly number[];
  /**
   * Per step after the first: elapsed milliseconds from step 1 to this step, one for each actor that reached it,
   * ascending. A list is empty when an engine counted actors without timing them. Where a step may be left out, its list
   * holds those who did it.
   */
  readonly elapsedMs: readonly (readonly number[])[];
  /** All actors seen, entered or not. */
  readonly actors: number;
  /** Events counted, in a step or not; rows that were left out stand in `excluded`. */
  readonly events: number;
  /** Rows left out, by reason: `no-actor`, `no-event`. */
  readonly excluded?: Readonly<Record<string, number>>;
  /** Event names of the definition that no row carries, ascending. */
  readonly unseenEvents?: readonly string[];
  /** Event names in the data, ascending, the first 1,000 of them: what a "did you mean" chooses from. */
  readonly eventNames?: readonly string[];
  /** Groups of different step events with one actor, instant and sequence number, so that only their rows order them. */
  readonly tiesByArrival?: number;
  /** What was counted, where it was not actors. */
  readonly unit?: "attempts" | "sessions";
  /** Actors that an exclusion dropped: they count at no step. */
  readonly droppedActors?: number;
  /** Per step: whether it may be left out. Told where some step may. */
  readonly optional?: readonly boolean[];
  /** Where attempts or sessions were counted: how they cluster by actor. */
  readonly clusters?: FunnelClusters;
  /** What a reader must know about the data, for example times that look like seconds. */
  readonly warnings?: readonly Warning[];
}

/** Sums over actors, where x is the number of an actor's attempts or sessions that reached a step. They merge by adding. */
export interface FunnelClusters {
  /** Actors that entered. */
  readonly actors: number;
  /** Per step: Σ x². */
  readonly squares: readonly number[];
  /** Per step: Σ x · x of step 1. */
  readonly withFirst: readonly number[];
  /** Per step: Σ x · x of the step before; 0 at step 1. */
  readonly withPrevious: readonly number[];
}
