import { type DefinitionReference, referenceTo } from "@cxmetrics/definition";
import { aboutActors, aboutData } from "./about-data.js";
import { ascending } from "./ascending.js";
import { defineFunnel } from "./define-funnel.js";
import { denseEvents } from "./dense-events.js";
import { eventDoor } from "./event-door.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import type { FunnelEvents } from "./funnel-events.js";
import type { FunnelTally } from "./funnel-tally.js";
import { furthestSteps } from "./furthest-steps.js";
import type { FurthestSteps } from "./gather-steps.js";
import { reachedSteps } from "./reached-steps.js";
import { eventsOf } from "./step-plan.js";
import { tallyClusters } from "./tally-clusters.js";

/**
 * Counts how far each actor got through a funnel, and how long it took.
 *
 * By the default rules an attempt of level k is a chain of k different events in the actor's total order (time, then sequence number, then
 * row), the i-th of which fills step i, the last no later than `windowMs` after the first, the limit included. Any event
 * of step 1 may start an attempt; the furthest attempt counts, and counts[k] is the number of actors that reached step k.
 * Elapsed time to a step runs to the earliest event that completes it, from the latest start among the attempts that
 * end with this event. This is exact, equal to trying every chain, in one pass. Every other rule
 * of the definition is exact in the same sense; what each means stands with its field in `FunnelDefinition`.
 *
 * Rows may come in any order, as a list of events or as columns. Rows without an actor or without an event name (`null`,
 * `undefined`, `NaN`) are left out and counted in `excluded`. Events that no step names change nothing but `events`.
 * Data sorted by actor and time is quickest; with codes for actors and events nothing is allocated per event.
 *
 * @param events rows or columns; times in epoch milliseconds, −8.64e15…8.64e15, fractions welcome
 * @param definition a funnel definition, see `defineFunnel`
 * @returns counts that never increase from step to step; zeros when there is no event
 * @throws `CxMetricsError` `event.time-not-milliseconds` (dates, texts, BigInt, non-finite), `event.bad-actor`,
 * `event.bad-name`, `event.unknown-code`, `event.bad-sequence`, `events.not-events`, `events.unequal-columns`,
 * `events.missing-property`, `events.bad-properties`, and the codes of `defineFunnel`
 * @example
 * ```ts
 * const events = [
 *   { actor: "ann", event: "view", timeMs: 1_000 },
 *   { actor: "ann", event: "view", timeMs: 5_000 },
 *   { actor: "ann", event: "buy", timeMs: 7_000 },
 *   { actor: "bo", event: "buy", timeMs: 2_000 },
 *   { actor: "bo", event: "view", timeMs: 3_000 },
 * ];
 * const tally = tallyFunnel(events, orderedFunnel({ steps: ["view", "buy"], windowMs: 4_000 }));
 * tally.counts; // => [2, 1]
 * tally.elapsedMs; // => [[2_000]]
 * ```
 */
export function tallyFunnel(events: FunnelEvents, definition: FunnelDefinition): FunnelTally {
  const funnel = defineFunnel(definition);
  const dense = denseEvents(events, eventDoor(funnel));
  const [gathered] = furthestSteps(dense, funnel);
  return {
    ...tallyOf(gathered as FurthestSteps, funnel, referenceTo(funnel)),
    ...aboutActors(dense),
    ...aboutData(dense, eventsOf(funnel)),
  };
}

/** The part of a tally that the climb yields. */
export function tallyOf(
  { ended, elapsedMs, ties, dropped, reached }: FurthestSteps,
  funnel: FunnelDefinition,
  definition: DefinitionReference,
): Omit<FunnelTally, "actors" | "events"> {
  const counts = reachedSteps(ended);
  return {
    definition,
    stepNames: funnel.steps.map(({ name }) => name),
    counts,
    elapsedMs: elapsedMs.map(ascending),
    tiesByArrival: ties,
    ...(funnel.count === undefined || funnel.count === "actors" ? {} : { unit: funnel.count }),
    ...(funnel.exclusions?.some(({ effect }) => effect === "drop-actor") ? { droppedActors: dropped } : {}),
    ...(funnel.steps.some((step) => step.optional)
      ? { optional: funnel.steps.map((step) => step.optional === true) }
      : {}),
    ...(reached === null ? {} : { clusters: tallyClusters(reached, counts.length) }),
  };
}
