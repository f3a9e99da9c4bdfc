import type { FunnelDefinition } from "./funnel-definition.js";

/** Which steps the event of each code fills; steps count from 1. */
export interface StepPlan {
  readonly steps: number;
  /** Per event code: the one step it fills, 0 for none, −1 for several. */
  readonly single: Int32Array;
  /** Per event code that fills several: its steps, descending. */
  readonly several: readonly (Int32Array | undefined)[];
}

/** Translates a definition into the event codes of one data set; codes beyond the names fill no step. */
export function stepPlan(definition: FunnelDefinition, eventNames: readonly string[]): StepPlan {
  const stepsOf = new Map<string, number[]>();
  for (const [index, { event }] of definition.steps.entries())
    for (const name of new Set(typeof event === "string" ? [event] : event))
      stepsOf.set(name, [index + 1, ...(stepsOf.get(name) ?? [])]);
  const single = new Int32Array(eventNames.length + 1);
  const several = new Array<Int32Array | undefined>(eventNames.length + 1);
  for (const [code, name] of eventNames.entries()) {
    const steps = stepsOf.get(name) ?? [];
    single[code] = steps.length > 1 ? -1 : (steps[0] ?? 0);
    if (steps.length > 1) several[code] = Int32Array.from(steps);
  }
  return { steps: definition.steps.length, single, several };
}

/** Every event name that a definition mentions, ascending, once. */
export function eventsOf(definition: FunnelDefinition): readonly string[] {
  return [...new Set(definition.steps.flatMap(({ event }) => event))].sort();
}
