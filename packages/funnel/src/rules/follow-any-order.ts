import type { StepPlan } from "../step-plan.js";
import { type ActorProgress, clearWaiting, complete, fillsNow, type RecentEvent } from "./actor-progress.js";
import type { Follower } from "./follow-ordered.js";
import type { FunnelRules } from "./funnel-rules.js";

/**
 * Follows one actor through steps in any order: after each instant, the most steps that events within the window can
 * fill, and the latest start from which they can. An event that fills a step may always take part in filling the most
 * (the steps that sets of events can fill make a transversal matroid), so the start need not be looked for further.
 */
export function anyOrderFollower(rules: FunnelRules, plan: StepPlan): Follower {
  // Where each event fills one step, it leaves others nothing to make room for.
  const alone = rules.reuse === "repeat" || plan.fills.every(({ length }) => length <= 1);
  const takenBy = new Int32Array(rules.steps + 1);
  const settle = (progress: ActorProgress) => {
    if (progress.waitingFills.length === 0) return;
    clearWaiting(progress);
    const { recent, instant: time } = progress;
    const anchor = rules.entry === "first" ? recent[0]?.time : undefined;
    if (anchor !== undefined) {
      if (anchor >= rules.toMs || time - anchor > rules.windowMs) return;
    }
    takenBy.fill(-1);
    let filled = 0;
    for (let nth = recent.length - 1; nth >= 0; nth--) {
      const { time: start, fills } = recent[nth] as RecentEvent;
      if (time - start > rules.windowMs) break;
      filled += alone ? takeAll(fills, takenBy, nth) : take(nth, recent, takenBy);
      if (anchor !== undefined ? start !== anchor : start >= rules.toMs) continue;
      for (let step = progress.furthest + 1; step <= filled; step++)
        complete(progress, step, start, time, -1);
    }
  };
  return {
    meet: (progress, time, code) => {
      const fills = fillsNow(progress, rules, plan.fills[code] as Int32Array);
      if (progress.furthest === rules.steps || fills.length === 0 || time < rules.fromMs) return;
      if (time !== progress.instant) settle(progress);
      progress.instant = time;
      progress.waitingFills.push(fills);
      // What only a first-ever event fills is filled by few; such events are kept whole.
      const unlike = rules.anyFirstEver && fills.some((step) => rules.firstEver[step] === 1);
      // Events that may start an attempt and those too late for it do not stand for one another.
      remember(progress, { time, fills, code: unlike ? -1 : time < rules.toMs ? code : -2 - code }, rules);
    },
    finish: settle,
  };
}

/** Keeps an event, and of its like no more than could ever count: the first ones where the first entry counts. */
function remember(progress: ActorProgress, event: RecentEvent, { entry, reuse }: FunnelRules): void {
  const { recent } = progress;
  const most = reuse === "once" ? event.fills.length : 1;
  let alike = 0;
  let oldest = -1;
  for (let nth = 0; nth < recent.length; nth++) {
    if (event.code === -1 || (recent[nth] as RecentEvent).code !== event.code) continue;
    if (oldest < 0) oldest = nth;
    alike++;
  }
  if (alike >= most) {
    if (entry === "first") return;
    recent.splice(oldest, 1);
  }
  recent.push(event);
}

function takeAll(fills: Int32Array, takenBy: Int32Array, nth: number): number {
  let filled = 0;
  for (let at = 0; at < fills.length; at++) {
    const step = fills[at] as number;
    if (takenBy[step] !== -1) continue;
    takenBy[step] = nth;
    filled++;
  }
  return filled;
}

/** Gives an event a step, moving others where that makes room; tells 1 if it found one. */
function take(
  nth: number,
  recent: readonly RecentEvent[],
  takenBy: Int32Array,
  tried = new Uint8Array(takenBy.length),
): number {
  for (const step of (recent[nth] as RecentEvent).fills) {
    if (tried[step] === 1) continue;
    tried[step] = 1;
    const holder = takenBy[step] as number;
    if (holder >= 0 && take(holder, recent, takenBy, tried) === 0) continue;
    takenBy[step] = nth;
    return 1;
  }
  return 0;
}
