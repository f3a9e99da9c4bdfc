import type { FunnelRules } from "./funnel-rules.js";

/** No start, no time yet. */
export const none = Number.NEGATIVE_INFINITY;

/** How far one actor got so far; steps count from 1, index 0 is not used. Used again from actor to actor. */
export interface ActorProgress {
  /** Per step: latest start of the attempts that stand there and may go on, or `none`. */
  readonly start: Float64Array;
  /** Per step: when the attempt that stands there arrived. */
  readonly last: Float64Array;
  /** Per step: elapsed time of its earliest completion, or −1. */
  readonly elapsedMs: Float64Array;
  /** Per step: when the attempt that stands there arrived, as the number of the event. */
  readonly arrival: Float64Array;
  /** Number of the event that is being followed. */
  serial: number;
  /** Per step: the row that completed it first, for breakdowns; −1 for none. */
  readonly completedBy: Float64Array;
  /** Per step that only a first-ever event fills: 1 once that event was met. */
  readonly met: Uint8Array;
  furthest: number;
  /** Whether the first step-1 event was met. */
  entered: boolean;
  dropped: boolean;
  /** The instant whose events wait to be taken together, and what they are. */
  instant: number;
  readonly waitingFills: Int32Array[];
  readonly waitingExclusions: Set<number>;
  readonly waitingRows: number[];
  /** Steps done in any order: recent events that may still count, oldest first. */
  recent: RecentEvent[];
}

/** An event that may still count towards steps in any order. */
export interface RecentEvent {
  readonly time: number;
  readonly fills: Int32Array;
  /** Events of one code fill the same steps and may stand for one another; −1 stands for itself alone. */
  readonly code: number;
}

/** The progress of an actor who has done nothing yet. */
export function newProgress({ steps }: FunnelRules): ActorProgress {
  const perStep = (value: number) => new Float64Array(steps + 1).fill(value);
  return {
    start: perStep(none),
    last: perStep(none),
    elapsedMs: perStep(-1),
    arrival: perStep(-1),
    serial: 0,
    completedBy: perStep(-1),
    met: new Uint8Array(steps + 1),
    furthest: 0,
    entered: false,
    dropped: false,
    instant: Number.NaN,
    waitingFills: [],
    waitingExclusions: new Set(),
    waitingRows: [],
    recent: [],
  };
}

/** Makes a progress new again. */
export function clearProgress(progress: ActorProgress): void {
  const { start, last, elapsedMs, arrival, completedBy, met } = progress;
  // One loop over few steps takes less time than six calls of `fill`.
  for (let step = 0; step < start.length; step++) {
    start[step] = none;
    last[step] = none;
    elapsedMs[step] = -1;
    arrival[step] = -1;
    completedBy[step] = -1;
    met[step] = 0;
  }
  progress.serial = 0;
  progress.furthest = 0;
  progress.entered = false;
  progress.dropped = false;
  progress.instant = Number.NaN;
  clearWaiting(progress);
  while (progress.recent.length > 0) progress.recent.pop();
}

/** Forgets the events of an instant that has been settled. */
export function clearWaiting({ waitingFills, waitingRows, waitingExclusions }: ActorProgress): void {
  // Popped, a list keeps its room; cut to length 0, it must be given room again for the next event.
  while (waitingFills.length > 0) waitingFills.pop();
  while (waitingRows.length > 0) waitingRows.pop();
  if (waitingExclusions.size > 0) waitingExclusions.clear();
}

/** Notes that a step was completed, by which row, and how long after the start. */
export function complete(
  progress: ActorProgress,
  step: number,
  start: number,
  time: number,
  row: number,
): void {
  if ((progress.elapsedMs[step] as number) >= 0) return;
  // The sum turns −0 into 0.
  progress.elapsedMs[step] = time - start + 0;
  progress.completedBy[step] = row;
  if (step > progress.furthest) progress.furthest = step;
}

/** The steps that an event fills, less those that only an actor's first such event fills. */
export function fillsNow(progress: ActorProgress, rules: FunnelRules, fills: Int32Array): Int32Array {
  if (!rules.anyFirstEver) return fills;
  let later = false;
  for (let nth = 0; nth < fills.length; nth++) {
    const step = fills[nth] as number;
    if (rules.firstEver[step] === 1 && progress.met[step] === 1) later = true;
  }
  const now = later ? fills.filter((step) => rules.firstEver[step] === 0 || progress.met[step] === 0) : fills;
  for (let nth = 0; nth < now.length; nth++) progress.met[now[nth] as number] = 1;
  return now;
}
