import type { DenseEvents } from "./dense-events.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import { stepPlan } from "./step-plan.js";

/** The row of no event. */
export const noRow = -1;

/** Per actor code the row of the actor's earliest step-1 event in the total order, or `noRow`. */
export function entryRows(events: DenseEvents, definition: FunnelDefinition): Int32Array {
  const { rows, actor, event, timeMs, sequence, actorLimit, eventNames } = events;
  const { single, several } = stepPlan(definition, eventNames);
  const entry = new Int32Array(actorLimit).fill(noRow);
  for (let row = 0; row < rows; row++) {
    const code = event[row] as number;
    // Steps stand in descending order, so that step 1 is last.
    if (single[code] !== 1 && several[code]?.at(-1) !== 1) continue;
    const who = actor[row] as number;
    const best = entry[who] as number;
    if (best !== noRow) {
      const later = (timeMs[row] as number) - (timeMs[best] as number);
      if (later > 0) continue;
      if (later === 0 && (sequence === null || (sequence[row] as number) >= (sequence[best] as number)))
        continue;
    }
    entry[who] = row;
  }
  return entry;
}
