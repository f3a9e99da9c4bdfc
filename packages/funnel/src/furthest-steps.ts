import { climb } from "./climb.js";
import type { DenseEvents } from "./dense-events.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import { type Follow, type FurthestSteps, gatherSteps } from "./gather-steps.js";
import { followRules } from "./rules/follow-rules.js";
import { funnelRules, isPlain } from "./rules/funnel-rules.js";
import { planSteps } from "./step-plan.js";

/**
 * Follows every actor through the funnel by its rules.
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
  const follow: Follow = isPlain(rules)
    ? (columns, tell) =>
        climb(columns, plan, rules.windowMs, (actor, furthest, elapsedMs, ties) =>
          tell(actor, furthest, elapsedMs, ties, false),
        )
    : (columns, tell) =>
        followRules(columns, plan, rules, (actor, { furthest, elapsedMs, dropped }, ties) =>
          tell(actor, furthest, elapsedMs, ties, dropped),
        );
  const byCluster = (definition.count ?? "actors") !== "actors";
  return gatherSteps(
    { ...events, event: classes },
    { steps: plan.steps, keep: plan.keep, follow, byCluster, groups, groupOf },
  );
}
