import { climb, type EventColumns } from "./climb.js";
import type { DenseEvents } from "./dense-events.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import { orderEvents } from "./order-events.js";
import { followRules } from "./rules/follow-rules.js";
import { type FunnelRules, funnelRules, isPlain } from "./rules/funnel-rules.js";
import { planSteps, type StepPlan } from "./step-plan.js";

/** What is gathered over the actors of one group. */
export interface FurthestSteps {
  /** Actors, attempts or sessions whose furthest step is each step; index 0 is step 1. */
  readonly ended: number[];
  /** Per step after the first: elapsed times in order of actors. */
  readonly elapsedMs: number[][];
  ties: number;
  /** Actors that an exclusion dropped. */
  dropped: number;
  /** Where attempts or sessions are counted: per actor and step how many reached it. */
  readonly reached: Float64Array | null;
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
  const { plan, classes } = planSteps(events, definition);
  const rules = funnelRules(definition);
  const { clusterOf } = events;
  const byActor = (definition.count ?? "actors") === "actors";
  const gather = (): FurthestSteps => ({
    ended: new Array<number>(plan.steps).fill(0),
    elapsedMs: Array.from({ length: plan.steps - 1 }, (): number[] => []),
    ties: 0,
    dropped: 0,
    reached: byActor ? null : new Float64Array(events.actorLimit * plan.steps),
  });
  const follow = (columns: EventColumns): readonly FurthestSteps[] | null => {
    const gathered = Array.from({ length: groups }, gather);
    const tell = (
      actor: number,
      furthest: number,
      elapsedMs: Float64Array,
      ties: number,
      dropped: boolean,
    ) => {
      const group = gathered[groupOf === undefined ? 0 : (groupOf[actor] as number)];
      if (group === undefined) return;
      if (dropped) {
        group.dropped++;
        return;
      }
      group.ended[furthest - 1] = (group.ended[furthest - 1] as number) + 1;
      group.ties += ties;
      for (let step = 2; step <= furthest; step++)
        // A step that may be left out has no time where it was.
        if ((elapsedMs[step] as number) >= 0)
          (group.elapsedMs[step - 2] as number[]).push(elapsedMs[step] as number);
      const { reached } = group;
      if (reached === null) return;
      const first = (clusterOf === undefined ? actor : (clusterOf[actor] as number)) * plan.steps;
      for (let step = 0; step < furthest; step++)
        reached[first + step] = (reached[first + step] as number) + 1;
    };
    return followAll(columns, plan, rules, tell) ? gathered : null;
  };
  // Data that come sorted are not copied; others show it early, as a rule in the first rows.
  const columns = { ...events, event: classes };
  return (
    follow(columns) ?? (follow(orderEvents(columns, events.actorLimit, plan)) as readonly FurthestSteps[])
  );
}

type Tell = (
  actor: number,
  furthest: number,
  elapsedMs: Float64Array,
  ties: number,
  dropped: boolean,
) => void;

function followAll(columns: EventColumns, plan: StepPlan, rules: FunnelRules, tell: Tell): boolean {
  if (isPlain(rules))
    return climb(columns, plan, rules.windowMs, (actor, furthest, elapsedMs, ties) =>
      tell(actor, furthest, elapsedMs, ties, false),
    );
  return followRules(columns, plan, rules, (actor, { furthest, elapsedMs, dropped }, ties) =>
    tell(actor, furthest, elapsedMs, ties, dropped),
  );
}
