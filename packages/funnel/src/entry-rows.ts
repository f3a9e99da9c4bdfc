import type { DenseEvents } from "./dense-events.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import { planSteps } from "./step-plan.js";

/** The row of no event. */
export const noRow = -1;

/**
 * Per actor code the row of the actor's earliest step-1 event in the total order, or `noRow`; in any order, of the earliest
 * event of any step. Only events that may start an attempt are looked at.
 */
export function entryRows(events: DenseEvents, definition: FunnelDefinition): Int32Array {
  const { rows, actor, timeMs, sequence, actorLimit } = events;
  const { plan, classes } = planSteps(events, definition);
  const { order, dateRange, steps } = definition;
  const least = dateRange?.fromMs ?? Number.NEGATIVE_INFINITY;
  const most = dateRange?.toMs ?? Number.POSITIVE_INFINITY;
  const everFirst = steps[0]?.firstEver === true;
  // Steps stand in descending order, so that step 1 is last.
  const enters = plan.fills.map((fills) => (order === "any" ? fills.length > 0 : fills.at(-1) === 1));
  const entry = new Int32Array(actorLimit).fill(noRow);
  const isOutside = (row: number) => !((timeMs[row] as number) >= least && (timeMs[row] as number) < most);
  for (let row = 0; row < rows; row++) {
    if (enters[classes[row] as number] !== true) continue;
    if (!everFirst && isOutside(row)) continue;
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
  if (everFirst)
    for (const [who, row] of entry.entries()) if (row !== noRow && isOutside(row)) entry[who] = noRow;
  return entry;
}
