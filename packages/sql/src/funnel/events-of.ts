import type { FunnelDefinition } from "@cxmetrics/funnel";

/** Every event name that a definition mentions, ascending, once. */
export function eventsOf({ steps, exclusions = [] }: FunnelDefinition): readonly string[] {
  return [...new Set([...steps, ...exclusions].flatMap(({ event }) => event))].sort();
}
