import type { ActorHistories } from "./actor-histories.js";
import { eventSet } from "./event-set.js";
import type { LinearSteps } from "./linear-steps.js";

/**
 * Told of each actor that entered: its code, how many steps the attempt from its first entry reached, and the place in
 * `histories.rows` of the event that filled each of them (the array is used again).
 */
export type OnFirstEntry = (actor: number, reached: number, places: Int32Array) => void;

/**
 * Follows each actor from its first step-1 event. With the start fixed, taking for each step the next event that fills it
 * finds the earliest completion there is, and each event fills one step.
 */
export function followFirstEntry(
  { events, rows, from }: ActorHistories,
  { events: steps, windowMs }: LinearSteps,
  onEntry: OnFirstEntry,
): void {
  const sets = steps.map((names) => eventSet(names, events.eventNames));
  const places = new Int32Array(steps.length);
  for (let actor = 0; actor < events.actorLimit; actor++) {
    const end = from[actor + 1] as number;
    let reached = 0;
    let start = 0;
    for (let place = from[actor] as number; place < end && reached < steps.length; place++) {
      const row = rows[place] as number;
      const time = events.timeMs[row] as number;
      if (reached > 0 && time - start > windowMs) break;
      if ((sets[reached] as Uint8Array)[events.event[row] as number] !== 1) continue;
      if (reached === 0) start = time;
      places[reached++] = place;
    }
    if (reached > 0) onEntry(actor, reached, places);
  }
}
