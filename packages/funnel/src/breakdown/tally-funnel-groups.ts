import { CxMetricsError, referenceTo } from "@cxmetrics/definition";
import { aboutData } from "../about-data.js";
import { groupValues } from "../attribute-at-entry.js";
import type { EventColumns } from "../climb.js";
import { defineFunnel } from "../define-funnel.js";
import { type DenseEvents, denseEvents } from "../dense-events.js";
import { eventDoor } from "../event-door.js";
import { propertyOf } from "../event-properties.js";
import type { FunnelBreakdown, FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEvents } from "../funnel-events.js";
import type { FurthestSteps } from "../gather-steps.js";
import type { ActorProgress } from "../rules/actor-progress.js";
import { followRules } from "../rules/follow-rules.js";
import { funnelRules } from "../rules/funnel-rules.js";
import { noBreakdown } from "../rules/problems.js";
import { eventsOf, planSteps, type StepPlan } from "../step-plan.js";
import { tallyOf } from "../tally-funnel.js";
import type { FunnelGroup } from "../tally-funnel-by.js";
import { orderRows } from "./order-rows.js";

/**
 * Breaks a funnel down by the property that its definition names, each actor followed whole: the property decides where an
 * actor counts, never which events are followed together, so that a value that changes under way loses no conversion.
 *
 * By first or last touch, or by a step, each actor counts in one group, and the groups sum to the whole; whoever did not
 * reach the step, or did so without a value, stands under `null`. By `all` an actor counts in the group of every value
 * that its step events carry: such groups overlap and must not be summed.
 *
 * `actors` and `events` of a group count the actors that have an event of some step. Rows left out belong to no group.
 *
 * @param events as for `tallyFunnel`, with the property as a column or among the properties of each row
 * @param definition a funnel with a `breakdown`
 * @returns one group a value, names ascending by code unit, `null` last; none when no event is of a step
 * @throws `CxMetricsError` `funnel.no-breakdown`, `funnel.bad-group-value`, and the codes of `tallyFunnel`
 * @example
 * ```ts
 * const events = { actor: [1, 1, 2], event: ["view", "buy", "view"], timeMs: [10, 20, 30], properties: { by: ["ad", "app", "app"] } };
 * const plain = orderedFunnel({ steps: ["view", "buy"] });
 * const counts = (attribution) =>
 *   tallyFunnelGroups(events, { ...plain, breakdown: { property: "by", attribution } }).map(({ group, tally }) => [group, ...tally.counts]);
 * counts("first-touch"); // => [["ad", 1, 1], ["app", 1, 0]]
 * counts("all"); // => [["ad", 1, 1], ["app", 2, 1]]
 * ```
 */
export function tallyFunnelGroups(
  events: FunnelEvents,
  definition: FunnelDefinition,
): readonly FunnelGroup[] {
  const funnel = defineFunnel(definition);
  const { breakdown } = funnel;
  if (breakdown === undefined) throw new CxMetricsError(noBreakdown, { path: ["breakdown"] });
  const dense = denseEvents(events, eventDoor(funnel));
  const valueAt = groupValues(propertyOf(dense.raw, breakdown.property), dense.rows, [
    "properties",
    breakdown.property,
  ]);
  const { plan, classes } = planSteps(dense, funnel);
  const { columns, rowOf } = orderRows({ ...dense, event: classes }, plan);
  const groups = new Map<string | null, Group>();
  const progressOf = new Map<number, Followed>();
  followRules(
    columns,
    plan,
    funnelRules(funnel),
    (actor, progress, ties) => void progressOf.set(actor, keep(progress, ties)),
    (row) => rowOf[row] as number,
  );
  const counted = countEvents(dense);
  for (const { actor, touches } of touchesOf(columns, plan, rowOf)) {
    const followed = progressOf.get(actor);
    for (const value of valuesOf(breakdown, funnel, touches, followed, valueAt)) {
      const group = groups.get(value) ?? newGroup(plan.steps);
      groups.set(value, group);
      group.actors++;
      group.events += counted[actor] as number;
      if (followed !== undefined) add(group, followed);
    }
  }
  const reference = referenceTo(funnel);
  const data = aboutData(dense, eventsOf(funnel));
  return [...groups]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([group, gathered]) => ({
      group,
      tally: {
        ...tallyOf(gathered, funnel, reference),
        actors: gathered.actors,
        events: gathered.events,
        excluded: {},
        ...data,
      },
    }));
}

interface Group extends FurthestSteps {
  actors: number;
  events: number;
}

interface Followed {
  readonly furthest: number;
  readonly elapsedMs: readonly number[];
  readonly completedBy: readonly number[];
  readonly dropped: boolean;
  readonly ties: number;
}

function keep({ furthest, elapsedMs, completedBy, dropped }: ActorProgress, ties: number): Followed {
  return { furthest, elapsedMs: [...elapsedMs], completedBy: [...completedBy], dropped, ties };
}

function newGroup(steps: number): Group {
  return {
    ended: new Array<number>(steps).fill(0),
    elapsedMs: Array.from({ length: steps - 1 }, (): number[] => []),
    ties: 0,
    dropped: 0,
    reached: null,
    actors: 0,
    events: 0,
  };
}

function add(group: Group, { furthest, elapsedMs, dropped, ties }: Followed): void {
  if (dropped) {
    group.dropped++;
    return;
  }
  group.ties += ties;
  group.ended[furthest - 1] = (group.ended[furthest - 1] as number) + 1;
  for (let step = 2; step <= furthest; step++)
    if ((elapsedMs[step] as number) >= 0) group.elapsedMs[step - 2]?.push(elapsedMs[step] as number);
}

/** The rows of each actor's step events, in order. */
function touchesOf(
  { rows, actor, event }: EventColumns,
  plan: StepPlan,
  rowOf: Uint32Array,
): readonly { actor: number; touches: readonly number[] }[] {
  const found: { actor: number; touches: number[] }[] = [];
  for (let row = 0; row < rows; row++) {
    if ((plan.fills[event[row] as number] as Int32Array).length === 0) continue;
    const who = actor[row] as number;
    if (found.at(-1)?.actor !== who) found.push({ actor: who, touches: [] });
    found.at(-1)?.touches.push(rowOf[row] as number);
  }
  return found;
}

function valuesOf(
  { attribution }: FunnelBreakdown,
  { steps }: FunnelDefinition,
  touches: readonly number[],
  followed: Followed | undefined,
  valueAt: (row: number) => string | null,
): Iterable<string | null> {
  if (attribution === "all") return new Set(touches.map(valueAt));
  if (attribution === "first-touch") return [valueAt(touches[0] as number)];
  if (attribution === "last-touch") return [valueAt(touches.at(-1) as number)];
  const step = steps.findIndex(({ name }) => name === attribution.step) + 1;
  const row = followed?.completedBy[step] ?? -1;
  return [row < 0 ? null : valueAt(row)];
}

function countEvents({ rows, actor, actorLimit, event, eventNames }: DenseEvents): Float64Array {
  const counted = new Float64Array(actorLimit);
  for (let row = 0; row < rows; row++) {
    if (event[row] === eventNames.length) continue;
    const who = actor[row] as number;
    counted[who] = (counted[who] as number) + 1;
  }
  return counted;
}
