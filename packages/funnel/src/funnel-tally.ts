import type { DefinitionReference, Warning } from "@cxmetrics/definition";

/** How far actors got, and when. Merges over disjoint actors by adding. Plain data. */
export interface FunnelTally {
  readonly definition: DefinitionReference;
  readonly stepNames: readonly string[];
  /** Actors that reached each step or beyond. */
  readonly counts: readonly number[];
  /**
   * Per step after the first: elapsed milliseconds from step 1 to this step, one for each actor that reached it,
   * ascending. A list is empty when an engine counted actors without timing them.
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
  /** What a reader must know about the data, for example times that look like seconds. */
  readonly warnings?: readonly Warning[];
}
