import type { StepPlan } from "../step-plan.js";
import { type ActorProgress, clearWaiting, complete, fillsNow, none } from "./actor-progress.js";
import { fillInstant } from "./fill-instant.js";
import type { FunnelRules } from "./funnel-rules.js";

/** What follows one actor: `meet` takes the events in order, `finish` what still waits. */
export interface Follower {
  readonly meet: (progress: ActorProgress, time: number, code: number, row: number) => void;
  readonly finish: (progress: ActorProgress) => void;
}

/**
 * Follows one actor through ordered steps under any rules. One latest start a step is kept: of the attempts that stand at
 * a step, the one that arrived last has both the latest start and the latest arrival, so whatever another could still
 * reach, so can it; what excludes an attempt clears its step.
 */
export function orderedFollower(rules: FunnelRules, plan: StepPlan): Follower {
  if (rules.ties === "sequence")
    return {
      meet: (progress, time, code, row) => {
        if (isDone(progress, rules)) return;
        const fills = plan.fills[code] as Int32Array;
        const excludes = plan.excludes[code] as readonly number[];
        fillEvent(progress, rules, time, fillsNow(progress, rules, fills), excludes, fills, row);
      },
      finish: () => {},
    };
  const settle = (progress: ActorProgress) => {
    const { waitingFills, waitingExclusions, waitingRows, instant } = progress;
    if (waitingFills.length === 0) return;
    const excludes = waitingExclusions.size === 0 ? nothing : [...waitingExclusions];
    if (waitingFills.length === 1) {
      const fills = waitingFills[0] as Int32Array;
      fillEvent(progress, rules, instant, fills, excludes, fills, waitingRows[0] as number);
    } else {
      if (rules.ties === "simultaneous" && rules.reuse === "once") fillInstant(progress, rules);
      else {
        // Taken together, the events of one instant are one event that fills what any of them fills.
        const fills = union(waitingFills);
        fillEvent(progress, rules, instant, fills, excludes, fills, unknownRow);
      }
      nameRows(progress);
    }
    clearWaiting(progress);
  };
  return {
    meet: (progress, time, code, row) => {
      if (isDone(progress, rules)) return;
      if (time !== progress.instant) settle(progress);
      progress.instant = time;
      progress.waitingFills.push(fillsNow(progress, rules, plan.fills[code] as Int32Array));
      progress.waitingRows.push(row);
      const excludes = plan.excludes[code] as readonly number[];
      for (let nth = 0; nth < excludes.length; nth++) progress.waitingExclusions.add(excludes[nth] as number);
    },
    finish: settle,
  };
}

const nothing: readonly number[] = [];

/** Whether nothing that comes can change what is told of the actor. */
function isDone(
  { furthest, dropped, waitingFills }: ActorProgress,
  { steps, anyOptional }: FunnelRules,
): boolean {
  return dropped || (furthest === steps && !anyOptional && waitingFills.length === 0);
}

/** Stands for the row until the instant is settled. */
export const unknownRow = -2;

/** Of the events of an instant, the first that fills a step is said to have completed it. */
function nameRows({ completedBy, waitingFills, waitingRows }: ActorProgress): void {
  for (let step = 1; step < completedBy.length; step++)
    if (completedBy[step] === unknownRow)
      completedBy[step] = waitingRows[waitingFills.findIndex((fills) => fills.includes(step))] ?? -1;
}

function union(lists: readonly Int32Array[]): Int32Array {
  const steps = new Set<number>();
  for (const list of lists) for (const step of list) steps.add(step);
  return Int32Array.from(steps).sort().reverse();
}

/** Whether an attempt may start now. */
export function mayEnter({ entered }: ActorProgress, rules: FunnelRules, time: number): boolean {
  return time >= rules.fromMs && time < rules.toMs && !(entered && rules.entry === "first");
}

/** The latest start from which a step can be reached now, or `none`. */
function startFor(progress: ActorProgress, rules: FunnelRules, step: number, time: number): number {
  let best = none;
  for (let from = step - 1; from > 0; from--) {
    const start = progress.start[from] as number;
    if (
      start > best &&
      time - start <= rules.windowMs &&
      time - (progress.last[from] as number) <= (rules.gapMs[step] as number)
    )
      best = start;
    if (rules.optional[from] === 0) break;
  }
  return best;
}

function fillEvent(
  progress: ActorProgress,
  rules: FunnelRules,
  time: number,
  fills: Int32Array,
  excludes: readonly number[],
  matched: Int32Array,
  row: number,
): void {
  const before = progress.furthest;
  const startBefore = progress.start[before] as number;
  const serial = ++progress.serial;
  // Descending, one event fills one step of an attempt; ascending, it climbs as far as it matches.
  const repeat = rules.reuse === "repeat";
  for (let nth = 0; nth < fills.length; nth++) {
    const step = fills[repeat ? fills.length - 1 - nth : nth] as number;
    let start = none;
    if (step > 1) start = startFor(progress, rules, step, time);
    else if (mayEnter(progress, rules, time)) {
      start = time;
      progress.entered = true;
    }
    if (start === none) continue;
    progress.start[step] = start;
    progress.last[step] = time;
    progress.arrival[step] = serial;
    complete(progress, step, start, time, row);
  }
  for (let nth = 0; nth < excludes.length; nth++) {
    const exclusion = excludes[nth] as number;
    const { from, to, drop } = rules.exclusions[exclusion] as FunnelRules["exclusions"][number];
    if (drop && isHit(progress, rules, before, startBefore, time, from, to)) progress.dropped = true;
    // An attempt that arrives at the first of the two steps by this very event has it not after that step.
    for (let step = progress.arrival[from] === serial ? from + 1 : from; step < to; step++)
      progress.start[step] = none;
  }
  if (rules.adjacency !== undefined) breakOff(progress, rules, matched);
}

/** Whether an exclusion meets the furthest attempt on its way between two steps and within its window. */
export function isHit(
  { furthest }: ActorProgress,
  { windowMs }: FunnelRules,
  before: number,
  startBefore: number,
  time: number,
  from: number,
  to: number,
): boolean {
  return (
    before >= from && before < to && furthest < to && startBefore !== none && time - startBefore <= windowMs
  );
}

/** Ends the attempts between whose steps something stands that the adjacency rule forbids. */
function breakOff(progress: ActorProgress, { adjacency, steps }: FunnelRules, matched: Int32Array): void {
  if (adjacency === "no-foreign-event-between" && matched.length > 0) return;
  const lowest = adjacency === "stop-on-repeat" ? (matched.at(-1) ?? steps + 1) : 1;
  for (let step = lowest; step <= steps; step++)
    if (progress.arrival[step] !== progress.serial) progress.start[step] = none;
}
