import { climb, type EventColumns } from "./climb.js";
import type { DenseEvents } from "./dense-events.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import { orderEvents } from "./order-events.js";
import { stepPlan } from "./step-plan.js";

/** What is gathered over the actors of one group. */
export interface FurthestSteps {
  /** Actors whose furthest step is each step; index 0 is step 1. */
  readonly ended: number[];
  /** Per step after the first: elapsed times in order of actors. */
  readonly elapsedMs: number[][];
  ties: number;
}

/**
 * Follows every actor through the funnel.
 *
 * @param groupOf per actor code the number of its group; without it all actors are one group
 */
export function furthestSteps(
  events: DenseEvents,
  definition: FunnelDefinition,
  groups = 1,
  groupOf?: Uint32Array,
): readonly FurthestSteps[] {
  const plan = stepPlan(definition, events.eventNames);
  const windowMs = definition.windowMs ?? Number.POSITIVE_INFINITY;
  const follow = (columns: EventColumns): readonly FurthestSteps[] | null => {
    const gathered = Array.from({ length: groups }, () => ({
      ended: new Array<number>(plan.steps).fill(0),
      elapsedMs: Array.from({ length: plan.steps - 1 }, (): number[] => []),
      ties: 0,
    }));
    const inOrder = climb(columns, plan, windowMs, (actor, furthest, elapsedMs, ties) => {
      const group = gathered[groupOf === undefined ? 0 : (groupOf[actor] as number)] as FurthestSteps;
      group.ended[furthest - 1] = (group.ended[furthest - 1] as number) + 1;
      group.ties += ties;
      for (let step = 2; step <= furthest; step++)
        (group.elapsedMs[step - 2] as number[]).push(elapsedMs[step] as number);
    });
    return inOrder ? gathered : null;
  };
  // Data that come sorted are not copied; others show it early, as a rule in the first rows.
  return follow(events) ?? (follow(orderEvents(events, plan)) as readonly FurthestSteps[]);
}
