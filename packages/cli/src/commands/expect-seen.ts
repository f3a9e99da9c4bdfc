import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import type { FunnelEventColumns } from "@cxmetrics/funnel";
import { eventNotThere } from "./event-problems.js";

/** How many names an error lists. */
const shown = 12;

/** Refuses the name of an event that never occurs: a misspelling far more often than an event that nobody caused. */
export function expectSeen(
  names: readonly string[],
  option: string,
  { eventNames = [] }: FunnelEventColumns,
  file: string,
): void {
  const known = eventNames.filter((name) => name !== "");
  for (const event of names) {
    if (known.includes(event)) continue;
    const list = known.slice(0, shown).join(", ");
    throw new CxMetricsError(eventNotThere, {
      path: [option],
      values: {
        file,
        event,
        option,
        hint: didYouMean(event, known),
        events: known.length > shown ? `${list}, … (+${known.length - shown})` : list,
      },
    });
  }
}
