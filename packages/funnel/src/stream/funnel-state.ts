import type { DefinitionReference, Warning } from "@cxmetrics/definition";
import type { PropertyValue } from "../funnel-definition.js";

/** What an accumulator knows, as plain data that JSON can hold. Made by `state()`, read by `createFunnelAccumulator`. */
export interface FunnelState {
  readonly definition: DefinitionReference;
  readonly keep: "progress" | "events";
  /** All actors seen. */
  readonly actors: readonly (string | number)[];
  /** Events counted. */
  readonly events: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly eventNames: readonly string[];
  /** `null` until there is a row. */
  readonly warnings: readonly Warning[] | null;
  /** Where progress is kept: per actor how far it got, `null` for an actor with no event that matters. */
  readonly progress: readonly (SavedProgress | null)[];
  /** Where events are kept: those that matter to the funnel. */
  readonly log: SavedEvents | null;
}

/** How far one actor got; `null` stands for no start and no time. */
export interface SavedProgress {
  readonly start: readonly (number | null)[];
  readonly last: readonly (number | null)[];
  readonly elapsedMs: readonly number[];
  readonly met: readonly number[];
  readonly furthest: number;
  readonly entered: boolean;
  readonly dropped: boolean;
  readonly instant: number | null;
  readonly waitingFills: readonly (readonly number[])[];
  readonly waitingExclusions: readonly number[];
  readonly time: number | null;
  readonly rank: number;
  readonly tie: string | null;
  readonly ties: number;
}

/** Events as columns; `properties` holds only what the definition reads. */
export interface SavedEvents {
  readonly actor: readonly (string | number)[];
  readonly event: readonly string[];
  readonly timeMs: readonly number[];
  readonly sequence: readonly number[] | null;
  readonly properties: Readonly<Record<string, readonly PropertyValue[]>>;
}
