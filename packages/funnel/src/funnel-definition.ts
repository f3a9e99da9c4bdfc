import type { DefinitionDocument, LocalizedText } from "@cxmetrics/definition";

/** A funnel as data. Every rule on which published figures differ is a field, and hashed with it. */
export interface FunnelDefinition extends DefinitionDocument {
  readonly steps: readonly FunnelStep[];
  /** `ordered`: each step after the one before it. `any`: the steps in any order, counts[k] by how many were done. */
  readonly order: "ordered" | "any";
  /** Longest time from the first event of an attempt to any later one, inclusive, elapsed milliseconds; `null` for no limit. */
  readonly windowMs: number | null;
  /**
   * Events of one instant. `sequence`: they follow their sequence number, or their order of arrival without one.
   * `simultaneous`: they stand in whatever order helps. `strictly-later`: a step must be later than the one before it.
   */
  readonly ties: "sequence" | "simultaneous" | "strictly-later";
  /**
   * `best`: any step-1 event may start an attempt and the furthest attempt counts. `first`: only the first one starts
   * one. `every`: attempts follow one another and each counts, see `count: attempts`.
   */
  readonly entry: "best" | "first" | "every";
  /** `once`: one event fills at most one step of an attempt. `repeat`: it fills every step it matches. */
  readonly reuse: "once" | "repeat";
  /** Longest time from each step to the next one done, inclusive: one limit for all gaps, or one a gap (`null` for none). */
  readonly gapMs?: number | readonly (number | null)[];
  /**
   * What may not stand between two steps. `no-foreign-event-between`: an event that fills no step. `immediately-next`: any
   * event. `stop-on-repeat`: an event of a step that the attempt has reached already; of A B B C the attempt that takes the
   * second B has not reached B by the first, and goes on to C (ClickHouse's `strict_deduplication` stops: use its preset).
   */
  readonly adjacency?: "no-foreign-event-between" | "immediately-next" | "stop-on-repeat";
  readonly exclusions?: readonly FunnelExclusion[];
  /** Whose behaviour is followed; without it, whoever the `actor` of the events names. */
  readonly actor?: FunnelActor;
  /** When attempts may start, epoch milliseconds, from included, to not; later steps only need lie within the window. */
  readonly dateRange?: { readonly fromMs: number | null; readonly toMs: number | null };
  /** What is counted, `actors` without it. `attempts` goes with `entry: every`, `sessions` with `session`. */
  readonly count?: "actors" | "attempts" | "sessions";
  /** The property that names the session of an event, where sessions are counted. */
  readonly session?: string;
  /** By which property `tallyFunnelGroups` breaks down. Never part of how events are followed. */
  readonly breakdown?: FunnelBreakdown;
}

/** One step: the event that fills it, or several alternatives. */
export interface FunnelStep {
  readonly name: string;
  readonly title?: LocalizedText;
  readonly event: string | readonly string[];
  /** What the properties of the event must be. */
  readonly where?: FunnelPredicate;
  /** Only the actor's first such event in all the data fills the step, whenever it was. */
  readonly firstEver?: true;
  /** The step may be left out: later steps are reached without it. Not the first step, nor the last. */
  readonly optional?: true;
}

/** A value of a property. Anything else, and a property that is missing, reads as `null`. */
export type PropertyValue = string | number | boolean | null;

/**
 * A test of an event's properties: true or false, never unknown. A property that is missing equals nothing and lies in no
 * range, so `not` of either holds for it. Values compare as given: the number 1 is not the text "1".
 */
export type FunnelPredicate =
  | { readonly property: string; readonly equals: string | number | boolean }
  | { readonly property: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly property: string; readonly range: PropertyRange }
  | { readonly property: string; readonly isNull: boolean }
  | { readonly all: readonly FunnelPredicate[] }
  | { readonly any: readonly FunnelPredicate[] }
  | { readonly not: FunnelPredicate };

/** Numbers between two limits; `inclusive` says which of the limits belong to it. */
export interface PropertyRange {
  readonly from?: number;
  readonly to?: number;
  readonly inclusive: "both" | "from" | "to" | "neither";
}

/** Events that must not happen after one step and before another, both named. */
export interface FunnelExclusion {
  readonly event: string | readonly string[];
  readonly where?: FunnelPredicate;
  readonly between: readonly [string, string];
  /**
   * `void-attempt`: an attempt on its way between the two steps ends there; what it reached stays reached.
   * `drop-actor`: so does it, and an actor whose furthest attempt that was, still within its window, counts at no step.
   */
  readonly effect: "void-attempt" | "drop-actor";
}

/** Whose behaviour is followed, and which property names them; without a property the `actor` of the events does. */
export interface FunnelActor {
  readonly unit: "user" | "session" | "account" | "group";
  readonly property?: string;
}

/**
 * Which event's value of the property an actor counts under. `first-touch`, `last-touch`: the actor's first or last
 * event of any step. A step by name: the event that first completed it. `all`: every value on the actor's step events.
 */
export interface FunnelBreakdown {
  readonly property: string;
  readonly attribution: "first-touch" | "last-touch" | "all" | { readonly step: string };
}
