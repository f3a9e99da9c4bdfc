import type { StepPlan } from "../step-plan.js";
import { type ActorProgress, clearProgress, complete, fillsNow, none } from "./actor-progress.js";
import type { Follower } from "./follow-ordered.js";
import type { FunnelRules } from "./funnel-rules.js";

/**
 * Follows the attempts of one actor, one after another: an attempt starts at a step-1 event while none is under way, and is
 * over with its last step, with an exclusion on its way, or with the first event from which no step could be reached in
 * time. An event that filled a step of an attempt starts none.
 */
export function attemptFollower(
  rules: FunnelRules,
  plan: StepPlan,
  onAttempt: (progress: ActorProgress) => void,
): Follower {
  const end = (progress: ActorProgress) => {
    if (progress.furthest === 0) return;
    onAttempt(progress);
    // What was met for the first time stays met.
    const met = progress.met.slice();
    clearProgress(progress);
    progress.met.set(met);
  };
  return {
    meet: (progress, time, code, row) => {
      const fills = fillsNow(progress, rules, plan.fills[code] as Int32Array);
      if (progress.furthest > 0 && isOver(progress, rules, time)) end(progress);
      let used = false;
      if (progress.furthest > 0) {
        const before = progress.furthest;
        used = goOn(progress, rules, time, fills, row);
        if (progress.furthest === rules.steps || isVoid(progress, rules, before, plan.excludes[code]))
          end(progress);
      }
      if (used || progress.furthest > 0 || !fills.includes(1)) return;
      if (time < rules.fromMs || time >= rules.toMs) return;
      progress.start[1] = time;
      progress.last[1] = time;
      complete(progress, 1, time, time, row);
      if (rules.steps === 1) end(progress);
    },
    finish: end,
  };
}

function isOver(
  { start, last, furthest }: ActorProgress,
  { windowMs, gapMs }: FunnelRules,
  time: number,
): boolean {
  if (time - (start[1] as number) > windowMs) return true;
  for (let step = 1; step <= furthest; step++)
    if (time - (last[step] as number) <= (gapMs[step + 1] as number)) return false;
  return true;
}

function goOn(
  progress: ActorProgress,
  { gapMs }: FunnelRules,
  time: number,
  fills: Int32Array,
  row: number,
): boolean {
  const { start, last } = progress;
  let used = false;
  for (const step of fills) {
    if (step === 1 || start[step - 1] === none) continue;
    if (time - (last[step - 1] as number) > (gapMs[step] as number)) continue;
    start[step] = start[1] as number;
    last[step] = time;
    complete(progress, step, start[1] as number, time, row);
    used = true;
  }
  return used;
}

function isVoid(
  { furthest }: ActorProgress,
  { exclusions }: FunnelRules,
  before: number,
  excludes: readonly number[] = [],
): boolean {
  return excludes.some((number) => {
    const { from, to } = exclusions[number] as FunnelRules["exclusions"][number];
    return before >= from && furthest < to;
  });
}
