import { CxMetricsError } from "@cxmetrics/definition";
import { defineFunnel } from "../define-funnel.js";
import type { FunnelDefinition, PropertyValue } from "../funnel-definition.js";
import { nothingToMerge } from "../problems.js";
import { expectState } from "./expect-state.js";
import type { FunnelState, SavedEvents } from "./funnel-state.js";
import { actorIsSplit, badState } from "./problems.js";

/**
 * Merges what several accumulators of one funnel know, for example one a shard or a day. Where they keep events, an actor may
 * be split over them in any way, and the merged state is that of one accumulator that saw everything; events of one
 * instant without sequence numbers stand in the order of the states. Where they keep progress, their actors must be disjoint.
 *
 * @param definition the funnel of the accumulators
 * @param states at least one, all with the same `keep`
 * @throws `CxMetricsError` `funnel.actor-is-split`, `funnel.bad-state`, `funnel.nothing-to-merge`, and the codes of
 * `defineFunnel`
 * @example
 * ```ts
 * const funnel = orderedFunnel({ steps: ["view", "buy"], windowMs: 60 });
 * const states = ["view", "buy"].map((event, day) => {
 *   const accumulator = createFunnelAccumulator(funnel, { keep: "events" });
 *   accumulator.add([{ actor: "ann", event, timeMs: 40 * day }, { actor: `visitor ${day}`, event: "view", timeMs: 5 }]);
 *   return accumulator.state();
 * });
 * const state = mergeFunnelStates(funnel, ...states);
 * createFunnelAccumulator(funnel, { state }).tally().counts; // => [3, 1]
 * ```
 */
export function mergeFunnelStates(
  definition: FunnelDefinition,
  ...states: readonly FunnelState[]
): FunnelState {
  const funnel = defineFunnel(definition);
  const parts = states.map((state, index) => expectState(state, funnel, [index]));
  const [first] = parts;
  if (first === undefined) throw new CxMetricsError(nothingToMerge);
  for (const [index, { keep }] of parts.entries())
    if (keep !== first.keep) throw new CxMetricsError(badState, { path: [index, "keep"] });
  const excluded = new Map<string, number>();
  for (const part of parts)
    for (const [reason, rows] of Object.entries(part.excluded))
      excluded.set(reason, (excluded.get(reason) ?? 0) + rows);
  const warned = parts.flatMap(({ warnings }) => (warnings === null ? [] : [warnings]));
  const actors =
    first.keep === "events" ? [...new Set(parts.flatMap((part) => part.actors))] : disjoint(parts);
  return {
    definition: first.definition,
    keep: first.keep,
    actors,
    events: parts.reduce((total, { events }) => total + events, 0),
    excluded: Object.fromEntries(excluded),
    eventNames: [...new Set(parts.flatMap(({ eventNames }) => eventNames))].sort(),
    warnings:
      warned[0]?.filter(({ code }) => warned.every((list) => list.some((one) => one.code === code))) ?? null,
    progress: parts.flatMap(({ progress }) => progress),
    log: first.keep === "events" ? mergeLogs(parts.map(({ log }) => log as SavedEvents)) : null,
  };
}

function disjoint(parts: readonly FunnelState[]): (string | number)[] {
  const seen = new Set<string | number>();
  for (const [index, { actors }] of parts.entries())
    for (const actor of actors) {
      if (seen.has(actor))
        throw new CxMetricsError(actorIsSplit, { path: [index, "actors"], values: { actor } });
      seen.add(actor);
    }
  return [...seen];
}

function mergeLogs(logs: readonly SavedEvents[]): SavedEvents {
  const numbered = logs.some(({ sequence }) => sequence !== null);
  const names = [...new Set(logs.flatMap(({ properties }) => Object.keys(properties)))];
  const column = (name: string): PropertyValue[] =>
    logs.flatMap(({ properties, actor }) =>
      Object.hasOwn(properties, name) ? (properties[name] ?? []) : actor.map(() => null),
    );
  return {
    actor: logs.flatMap(({ actor }) => actor),
    event: logs.flatMap(({ event }) => event),
    timeMs: logs.flatMap(({ timeMs }) => timeMs),
    sequence: numbered ? logs.flatMap(({ sequence, actor }) => sequence ?? actor.map(() => 0)) : null,
    properties: Object.fromEntries(names.map((name) => [name, column(name)])),
  };
}
