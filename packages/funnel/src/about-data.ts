import { countedRows, type DenseEvents } from "./dense-events.js";
import type { FunnelTally } from "./funnel-tally.js";

/** How many event names a tally keeps. */
export const eventNamesKept = 1000;

/** The part of a tally that tells about the data as a whole, given the events that the funnel names, ascending. */
export function aboutData(
  { eventNames, seen, warnings }: DenseEvents,
  events: readonly string[],
): Pick<FunnelTally, "unseenEvents" | "eventNames" | "warnings"> {
  const names = new Set(eventNames.filter((_, code) => seen[code] === 1));
  return {
    unseenEvents: events.filter((name) => !names.has(name)),
    eventNames: [...names].sort().slice(0, eventNamesKept),
    warnings,
  };
}

/** The part of a tally that counts actors and events, in the funnel or not. */
export function aboutActors(dense: DenseEvents): Pick<FunnelTally, "actors" | "events" | "excluded"> {
  return { actors: countActors(dense), events: countedRows(dense), excluded: dense.excluded };
}

function countActors({ rows, actor, actorLimit, event, eventNames }: DenseEvents): number {
  const met = new Uint8Array(actorLimit);
  const leftOut = eventNames.length;
  // Marking again costs less than asking first.
  for (let row = 0; row < rows; row++) if (event[row] !== leftOut) met[actor[row] as number] = 1;
  let actors = 0;
  for (let code = 0; code < actorLimit; code++) actors += met[code] as number;
  return actors;
}
