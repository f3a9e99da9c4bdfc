import { referenceTo } from "@cxmetrics/definition";
import { aboutData } from "./about-data.js";
import { groupValues } from "./attribute-at-entry.js";
import { defineFunnel } from "./define-funnel.js";
import { type DenseEvents, denseEvents } from "./dense-events.js";
import { entryRows, noRow } from "./entry-rows.js";
import { eventDoor } from "./event-door.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import type { FunnelEvents } from "./funnel-events.js";
import type { FunnelTally } from "./funnel-tally.js";
import { furthestSteps } from "./furthest-steps.js";
import type { FurthestSteps } from "./gather-steps.js";
import { eventsOf } from "./step-plan.js";
import { tallyOf } from "./tally-funnel.js";

/** The tally of the actors that entered with one value. */
export interface FunnelGroup {
  /** The value, or `null` for the actors that entered without one. */
  readonly group: string | null;
  readonly tally: FunnelTally;
}

/**
 * Breaks a funnel down by the value of each actor's earliest step-1 event, see `attributeAtEntry`. Each actor is followed
 * whole and belongs to one group, so the groups' counts sum to those of `tallyFunnel`: a value that changes under way
 * loses no conversion, as it does when the value is part of the grouping of events.
 *
 * `actors` and `events` of a group count those who entered. What is told of the data (`unseenEvents`, `eventNames`,
 * `warnings`) is that of all events together, and rows left out belong to no group.
 *
 * @param events as for `tallyFunnel`
 * @param by one value a row, in the order of `events`
 * @param definition the funnel
 * @returns one group a value, names ascending by code unit, `null` last; none when nobody entered
 * @throws `CxMetricsError` as `attributeAtEntry`
 * @example
 * ```ts
 * const events = { actor: [1, 1, 2], event: ["view", "buy", "view"], timeMs: [10, 20, 30] };
 * const groups = tallyFunnelBy(events, ["web", "app", "app"], orderedFunnel({ steps: ["view", "buy"] }));
 * groups.map(({ group, tally }) => [group, ...tally.counts]); // => [["app", 1, 0], ["web", 1, 1]]
 * ```
 */
export function tallyFunnelBy(
  events: FunnelEvents,
  by: ArrayLike<string | number | boolean | null>,
  definition: FunnelDefinition,
): readonly FunnelGroup[] {
  const funnel = defineFunnel(definition);
  const dense = denseEvents(events, eventDoor(funnel));
  const { groups, groupOf, actors } = groupActors(dense, funnel, groupValues(by, dense.rows));
  const counted = countEvents(dense, groupOf, groups.length);
  const gathered = furthestSteps(dense, funnel, groups.length, groupOf);
  const reference = referenceTo(funnel);
  const data = aboutData(dense, eventsOf(funnel));
  return groups
    .map((group, number) => ({
      group,
      tally: {
        ...tallyOf(gathered[number] as FurthestSteps, funnel, reference),
        actors: actors[number] as number,
        events: counted[number] as number,
        excluded: {},
        ...data,
      },
    }))
    .sort((a, b) => compareGroups(a.group, b.group));
}

/** The number of an actor's group where the actor never entered. */
const noGroup = 0xffff_ffff;

function groupActors(
  dense: DenseEvents,
  funnel: FunnelDefinition,
  valueAt: (row: number) => string | null,
): { groups: (string | null)[]; groupOf: Uint32Array; actors: number[] } {
  const numberOf = new Map<string | null, number>();
  const groupOf = new Uint32Array(dense.actorLimit).fill(noGroup);
  const actors: number[] = [];
  for (const [code, row] of entryRows(dense, funnel).entries()) {
    if (row === noRow) continue;
    const value = valueAt(row);
    const number = numberOf.get(value) ?? numberOf.size;
    numberOf.set(value, number);
    actors[number] = (actors[number] ?? 0) + 1;
    groupOf[code] = number;
  }
  return { groups: [...numberOf.keys()], groupOf, actors };
}

function countEvents(
  { rows, actor, event, eventNames }: DenseEvents,
  groupOf: Uint32Array,
  groups: number,
): Float64Array {
  const counted = new Float64Array(groups);
  for (let row = 0; row < rows; row++) {
    if (event[row] === eventNames.length) continue;
    const group = groupOf[actor[row] as number] as number;
    if (group !== noGroup) counted[group] = (counted[group] as number) + 1;
  }
  return counted;
}

function compareGroups(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
