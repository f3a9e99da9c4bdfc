import type { Codes } from "./dense-events.js";
import type { StepPlan } from "./step-plan.js";

/** Events as columns of numbers. */
export interface EventColumns {
  readonly rows: number;
  readonly actor: Uint32Array;
  readonly event: Codes;
  readonly timeMs: Float64Array;
  readonly sequence: Float64Array | null;
}

/**
 * Told of each actor that entered: the furthest step, the elapsed time to each step (index 1 is step 1; the array is used
 * again), and how many groups of different step events shared an instant and a sequence number.
 */
export type OnActor = (actor: number, furthest: number, elapsedMs: Float64Array, ties: number) => void;

/** What a funnel of the default rules needs of its plan. */
export type ClimbPlan = Pick<StepPlan, "steps" | "single" | "fills" | "keep">;

/** Rows that are looked at before any is followed: few enough for the innermost cache. */
const handful = 2048;

/**
 * The ordered funnel with optimal entry. `start[k]` is the latest start among the attempts that have reached step k. On an
 * event of step k at time t, an attempt that had reached step k − 1 within the window climbs: start[k] = start[k − 1].
 * A later start dominates an earlier one (whatever the earlier can still reach, so can the later), and start[k] never
 * decreases, so one number a step finds what trying every chain of events would find. Steps are tried in descending
 * order, so that one event fills one step of an attempt.
 *
 * Returns `false` as soon as a row that counts is out of order: what `onActor` was told is then void.
 */
export function climb(events: EventColumns, plan: ClimbPlan, windowMs: number, onActor: OnActor): boolean {
  const { rows, actor, event, timeMs, sequence } = events;
  const { steps, single, fills, keep } = plan;
  const start = new Float64Array(steps + 1);
  const elapsedMs = new Float64Array(steps + 1);
  const kept = new Uint32Array(Math.min(handful, rows));
  let who = -1;
  let furthest = 0;
  let ties = 0;
  let tieTime = Number.NEGATIVE_INFINITY;
  let tieRank = 0;
  let tieCode = 0;

  for (let from = 0; from < rows; from += handful) {
    const to = Math.min(rows, from + handful);
    // Picked without a branch, which every other event would mispredict.
    let picked = 0;
    for (let row = from; row < to; row++) {
      kept[picked] = row;
      picked += keep[event[row] as number] as number;
    }
    for (let nth = 0; nth < picked; nth++) {
      const row = kept[nth] as number;
      const next = actor[row] as number;
      if (next !== who) {
        if (next < who) return false;
        if (furthest > 0) onActor(who, furthest, elapsedMs, ties);
        who = next;
        furthest = 0;
        ties = 0;
        tieTime = Number.NEGATIVE_INFINITY;
      }
      const code = event[row] as number;
      const time = timeMs[row] as number;
      const rank = sequence === null ? 0 : (sequence[row] as number);
      if (time > tieTime || (time === tieTime && rank > tieRank)) {
        tieTime = time;
        tieRank = rank;
        tieCode = code;
      } else if (time < tieTime || rank < tieRank) return false;
      // Who has reached the last step has reached every step, each at its earliest: no order matters any more.
      else if (tieCode >= 0 && tieCode !== code && furthest < steps) {
        tieCode = -1;
        ties++;
      }
      let step = single[code] as number;
      if (step > furthest + 1) continue;
      const list = step < 0 ? fills[code] : undefined;
      let place = 0;
      if (list !== undefined) step = list[0] as number;
      while (true) {
        if (step === 1) {
          start[1] = time;
          if (furthest === 0) furthest = 1;
        } else if (step <= furthest + 1) {
          const began = start[step - 1] as number;
          if (time - began <= windowMs) {
            start[step] = began;
            if (step > furthest) {
              furthest = step;
              // The sum turns −0 into 0.
              elapsedMs[step] = time - began + 0;
            }
          }
        }
        if (list === undefined || ++place === list.length) break;
        step = list[place] as number;
      }
    }
  }
  if (furthest > 0) onActor(who, furthest, elapsedMs, ties);
  return true;
}
