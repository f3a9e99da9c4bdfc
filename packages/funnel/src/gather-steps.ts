import type { EventColumns } from "./climb.js";
import type { DenseEvents } from "./dense-events.js";
import { orderEvents } from "./order-events.js";

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

/** Told of each actor, attempt or session that entered. */
type Tell = (
  actor: number,
  furthest: number,
  elapsedMs: Float64Array,
  ties: number,
  dropped: boolean,
) => void;

/** Follows actors through a funnel; tells `false` as soon as a row is out of order, and what it told is then void. */
export type Follow = (columns: EventColumns, tell: Tell) => boolean;

/** Over whom is gathered, and what. */
export interface Gathering {
  readonly steps: number;
  /** Per event code 1 where the funnel must see it, else 0. */
  readonly keep: Int32Array;
  readonly follow: Follow;
  /** Whether it is told how many attempts or sessions of each actor reached each step. */
  readonly byCluster?: boolean;
  readonly groups?: number;
  /** Per actor code the number of its group; without it all actors are one group. */
  readonly groupOf?: Uint32Array | undefined;
}

/** Follows every actor and gathers how far they got. Data that come sorted are not copied; others show it early. */
export function gatherSteps(
  events: DenseEvents,
  { steps, keep, follow, byCluster = false, groups = 1, groupOf }: Gathering,
): readonly FurthestSteps[] {
  const { clusterOf } = events;
  const gather = () =>
    Array.from({ length: groups }, () => ({
      ended: new Array<number>(steps).fill(0),
      elapsedMs: Array.from({ length: steps - 1 }, (): number[] => []),
      ties: 0,
      dropped: 0,
      reached: byCluster ? new Float64Array(events.actorLimit * steps) : null,
    }));
  let gathered: FurthestSteps[] = gather();
  const tell: Tell = (actor, furthest, elapsedMs, ties, dropped) => {
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
    const first = (clusterOf === undefined ? actor : (clusterOf[actor] as number)) * steps;
    for (let step = 0; step < furthest; step++) reached[first + step] = (reached[first + step] as number) + 1;
  };
  if (follow(events, tell)) return gathered;
  gathered = gather();
  orderEvents(events, events.actorLimit, keep, (columns) => void follow(columns, tell));
  return gathered;
}
