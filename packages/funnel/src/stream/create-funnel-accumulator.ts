import { CxMetricsError, expectOneOf, expectRecord, referenceTo, type Warning } from "@cxmetrics/definition";
import { eventNamesKept } from "../about-data.js";
import { defineFunnel } from "../define-funnel.js";
import { countedRows, type DenseEvents, denseEvents } from "../dense-events.js";
import { eventDoor } from "../event-door.js";
import { propertyOf, propertyValue } from "../event-properties.js";
import type { FunnelDefinition, PropertyValue } from "../funnel-definition.js";
import type { FunnelEvents } from "../funnel-events.js";
import type { FunnelTally } from "../funnel-tally.js";
import { propertiesOf } from "../rules/expect-predicate.js";
import { eventsOf, planSteps } from "../step-plan.js";
import { tallyFunnel, tallyOf } from "../tally-funnel.js";
import { expectState } from "./expect-state.js";
import { expectStreamable, followStream } from "./follow-stream.js";
import type { FunnelState, SavedEvents } from "./funnel-state.js";
import { badState } from "./problems.js";

/** Counts a funnel from events that come bit by bit. */
export interface FunnelAccumulator {
  /** Takes more events, of any actors. */
  readonly add: (events: FunnelEvents) => void;
  /** What was counted so far; more may be added afterwards. */
  readonly tally: () => FunnelTally;
  /** What is known so far, as plain data: to go on later or elsewhere, and for `mergeFunnelStates`. */
  readonly state: () => FunnelState;
}

/** What `createFunnelAccumulator` is told. */
export interface FunnelAccumulatorOptions {
  /**
   * `progress`, the default: memory grows with the actors alone, and the events of each actor must come in order of time.
   * `events`: those that matter are kept, they may come in any order, and an actor may be split over several accumulators.
   */
  readonly keep?: "progress" | "events";
  /** Where to go on. */
  readonly state?: FunnelState;
}

/**
 * An accumulator for a funnel: the tally of everything added equals `tallyFunnel` of all events together, ties included
 * where sequence numbers or the order of arrival settle them.
 *
 * @param definition a funnel definition; from `progress` alone, attempts, sessions, breakdowns and any order are refused
 * @param options what is kept, and where to go on
 * @throws `CxMetricsError` `funnel.progress-not-enough`, `funnel.bad-state`; `add` throws `events.out-of-order` and the codes
 * of `tallyFunnel`, and then has taken none of the events
 * @example
 * ```ts
 * const funnel = orderedFunnel({ steps: ["view", "buy"], windowMs: 60 });
 * const accumulator = createFunnelAccumulator(funnel);
 * accumulator.add([{ actor: "ann", event: "view", timeMs: 0 }, { actor: "bo", event: "view", timeMs: 5 }]);
 * accumulator.add([{ actor: "ann", event: "buy", timeMs: 40 }]);
 * accumulator.tally().counts; // => [2, 1]
 * ```
 */
export function createFunnelAccumulator(
  definition: FunnelDefinition,
  options: FunnelAccumulatorOptions = {},
): FunnelAccumulator {
  const funnel = defineFunnel(definition);
  const record = expectRecord(options, ["options"], [], ["keep", "state"]);
  const from =
    record["state"] === undefined ? null : expectState(record["state"], funnel, ["options", "state"]);
  const keep = expectOneOf((record["keep"] ?? from?.keep ?? "progress") as string, ["options", "keep"], [
    "progress",
    "events",
  ] as const);
  if (from !== null && from.keep !== keep) throw new CxMetricsError(badState, { path: ["options", "state"] });
  if (keep === "progress") expectStreamable(funnel);

  const ids: (string | number)[] = [...(from?.actors ?? [])];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const names = new Set(from?.eventNames ?? []);
  const excluded = new Map(Object.entries(from?.excluded ?? {}));
  let events = from?.events ?? 0;
  let warnings: readonly Warning[] | null = from?.warnings ?? null;
  const follower = keep === "progress" ? followStream(funnel, from?.progress ?? []) : null;
  const log = keep === "events" ? openLog(funnel, from?.log ?? null) : null;

  const numberOf = (id: string | number) => {
    const number = numbers.get(id) ?? ids.push(id) - 1;
    numbers.set(id, number);
    return number;
  };
  const state = (): FunnelState => ({
    definition: referenceTo(funnel),
    keep,
    actors: [...ids],
    events,
    excluded: Object.fromEntries(excluded),
    eventNames: [...names].sort(),
    warnings,
    progress: follower?.save(ids.length) ?? [],
    log: log?.save() ?? null,
  });
  return {
    add: (more) => {
      const dense = denseEvents(more, eventDoor(keep === "events" ? {} : funnel));
      follower?.add(dense, (code) => numberOf(dense.actorName(code)));
      log?.add(dense);
      const met = new Uint8Array(dense.actorLimit);
      for (let row = 0; row < dense.rows; row++) {
        const code = dense.actor[row] as number;
        if (dense.event[row] === dense.eventNames.length || met[code] === 1) continue;
        met[code] = 1;
        numberOf(dense.actorName(code));
      }
      for (const [code, name] of dense.eventNames.entries()) if (dense.seen[code] === 1) names.add(name);
      for (const [reason, rows] of Object.entries(dense.excluded))
        excluded.set(reason, (excluded.get(reason) ?? 0) + rows);
      events += countedRows(dense);
      if (dense.rows > 0)
        warnings =
          warnings?.filter(({ code }) => dense.warnings.some((warning) => warning.code === code)) ??
          dense.warnings;
    },
    tally: () => {
      const about = {
        unseenEvents: eventsOf(funnel).filter((name) => !names.has(name)),
        eventNames: [...names].sort().slice(0, eventNamesKept),
        warnings: warnings ?? [],
      };
      if (follower !== null)
        return {
          ...tallyOf(follower.gather(), funnel, referenceTo(funnel)),
          actors: ids.length,
          events,
          excluded: Object.fromEntries(excluded),
          ...about,
        };
      const whole = tallyFunnel(eventsIn(state()), funnel);
      const own = funnel.actor?.property === undefined && funnel.session === undefined;
      return own
        ? { ...whole, actors: ids.length, events, excluded: Object.fromEntries(excluded), ...about }
        : whole;
    },
    state,
  };
}

/** The events that a state keeps. */
function eventsIn({ log }: FunnelState): FunnelEvents {
  const { actor, event, timeMs, sequence, properties } = log as SavedEvents;
  return { actor, event, timeMs, properties, ...(sequence === null ? {} : { sequence }) };
}

function openLog(funnel: FunnelDefinition, from: SavedEvents | null) {
  const { steps, exclusions = [], actor: who, session, breakdown } = funnel;
  const needed = new Set(
    [
      ...[...steps, ...exclusions].flatMap(({ where }) => propertiesOf(where)),
      who?.property,
      session,
      breakdown?.property,
    ].filter((name) => name !== undefined),
  );
  const actor = [...(from?.actor ?? [])];
  const event = [...(from?.event ?? [])];
  const timeMs = [...(from?.timeMs ?? [])];
  let sequence = from === null ? null : from.sequence === null ? null : [...from.sequence];
  const properties = new Map<string, PropertyValue[]>(
    [...needed].map((name) => [
      name,
      Object.hasOwn(from?.properties ?? {}, name) ? [...(from?.properties[name] ?? [])] : [],
    ]),
  );
  // Where actors, sessions or counts of all events are read from properties, every event is kept.
  const keepsAll = who?.property !== undefined || session !== undefined;
  return {
    add: (events: DenseEvents) => {
      const { plan, classes } = planSteps(events, funnel);
      const columns = [...needed].map((name) => ({
        to: properties.get(name),
        from: propertyOf(events.raw, name),
      }));
      if (events.sequence !== null && sequence === null) sequence = actor.map(() => 0);
      for (let row = 0; row < events.rows; row++) {
        const code = events.event[row] as number;
        if (code === events.eventNames.length) continue;
        if (!keepsAll && plan.keep[classes[row] as number] === 0) continue;
        actor.push(events.actorName(events.actor[row] as number));
        event.push(events.eventNames[code] as string);
        timeMs.push(events.timeMs[row] as number);
        sequence?.push(events.sequence?.[row] ?? 0);
        for (const { to, from: column } of columns) to?.push(propertyValue(column[row]));
      }
    },
    save: (): SavedEvents => ({
      actor: [...actor],
      event: [...event],
      timeMs: [...timeMs],
      sequence: sequence === null ? null : [...sequence],
      properties: Object.fromEntries([...properties].map(([name, values]) => [name, [...values]])),
    }),
  };
}
