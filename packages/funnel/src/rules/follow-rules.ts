import type { EventColumns } from "../climb.js";
import type { StepPlan } from "../step-plan.js";
import { type ActorProgress, clearProgress, newProgress } from "./actor-progress.js";
import { anyOrderFollower } from "./follow-any-order.js";
import { attemptFollower } from "./follow-attempts.js";
import { type Follower, orderedFollower } from "./follow-ordered.js";
import type { FunnelRules } from "./funnel-rules.js";

/** Told of each actor that entered, or of each attempt: how it went, and the groups of events that only rows order. */
export type OnProgress = (actor: number, progress: ActorProgress, ties: number) => void;

/** The follower that a set of rules needs. */
function followerFor(
  rules: FunnelRules,
  plan: StepPlan,
  onAttempt: (progress: ActorProgress) => void,
): Follower {
  if (rules.order === "any") return anyOrderFollower(rules, plan);
  return rules.entry === "every" ? attemptFollower(rules, plan, onAttempt) : orderedFollower(rules, plan);
}

/**
 * Follows every actor under any rules; the counterpart of `climb`, which follows the default rules.
 *
 * Returns `false` as soon as a row is out of order: what `onProgress` was told is then void.
 */
export function followRules(
  events: EventColumns,
  plan: StepPlan,
  rules: FunnelRules,
  onProgress: OnProgress,
  rowOf: (row: number) => number = (row) => row,
): boolean {
  const { rows, actor, event, timeMs, sequence } = events;
  const progress = newProgress(rules);
  let who = -1;
  let ties = 0;
  let tieTime = Number.NaN;
  let tieRank = 0;
  let tieCode = 0;
  const follower = followerFor(rules, plan, (attempt) => {
    onProgress(who, attempt, ties);
    ties = 0;
  });
  let idle = true;
  const leave = () => {
    if (idle) return;
    follower.finish(progress);
    if (progress.furthest > 0) onProgress(who, progress, ties);
    clearProgress(progress);
    ties = 0;
    tieTime = Number.NaN;
    idle = true;
  };
  for (let row = 0; row < rows; row++) {
    if (actor[row] !== who) {
      const next = actor[row] as number;
      if (next < who) return false;
      leave();
      who = next;
    }
    const code = event[row] as number;
    if (plan.keep[code] === 0) continue;
    const time = timeMs[row] as number;
    const rank = sequence === null ? 0 : (sequence[row] as number);
    if (time < tieTime || (time === tieTime && rank < tieRank)) return false;
    if (time !== tieTime || rank !== tieRank) {
      tieTime = time;
      tieRank = rank;
      tieCode = code;
    } else if (mayTie(progress, rules) && tieCode >= 0 && tieCode !== code) {
      tieCode = -1;
      ties++;
    }
    idle = false;
    follower.meet(progress, time, code, rowOf(row));
  }
  leave();
  return true;
}

/** Whether the order within an instant can still matter. */
export function mayTie({ furthest }: ActorProgress, { ties, steps, anyOptional }: FunnelRules): boolean {
  return ties === "sequence" && (furthest < steps || anyOptional);
}
