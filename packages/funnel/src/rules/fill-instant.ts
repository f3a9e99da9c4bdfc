import { type ActorProgress, complete, none } from "./actor-progress.js";
import { isHit, mayEnter, unknownRow } from "./follow-ordered.js";
import type { FunnelRules } from "./funnel-rules.js";

/**
 * Takes the events of one instant together, in whatever order helps, each filling one step: from each step where an
 * attempt stands, how far do they carry it? That is a matching of steps with events, grown step by step along augmenting
 * paths (Kuhn's algorithm for bipartite matching; H. W. Kuhn, Naval Research Logistics Quarterly 2, 1955).
 */
export function fillInstant(progress: ActorProgress, rules: FunnelRules): void {
  const { instant: time, waitingFills: events, waitingExclusions } = progress;
  const before = progress.furthest;
  const startBefore = progress.start[before] as number;
  const reached = new Float64Array(rules.steps + 1).fill(none);
  // Of the attempts that reach a step now, those that came past the exclusions of this instant.
  const kept = new Float64Array(rules.steps + 1).fill(none);
  const excluded = [...waitingExclusions].map(
    (number) => rules.exclusions[number] as FunnelRules["exclusions"][number],
  );
  const mustStartBefore = Int32Array.from(reached, (_, step) =>
    Math.min(
      rules.steps + 1,
      ...excluded.flatMap(({ from, to }) => (from <= step && step < to ? [from] : [])),
    ),
  );
  for (let from = 0; from < rules.steps; from++) {
    const start = from > 0 ? (progress.start[from] as number) : mayEnter(progress, rules, time) ? time : none;
    if (start === none || time - start > rules.windowMs) continue;
    if (from > 0 && time - (progress.last[from] as number) > (rules.gapMs[from + 1] as number)) continue;
    for (const step of stepsReached(from, events, rules)) {
      reached[step] = Math.max(reached[step] as number, start);
      if (from < (mustStartBefore[step] as number)) kept[step] = Math.max(kept[step] as number, start);
    }
  }
  if (mayEnter(progress, rules, time) && reached[1] !== none) progress.entered = true;
  for (let step = 1; step <= rules.steps; step++) {
    const start = reached[step] as number;
    if (start !== none) complete(progress, step, start, time, unknownRow);
    const restricted = (mustStartBefore[step] as number) <= rules.steps;
    const going = restricted ? (kept[step] as number) : start;
    if (going === none && !restricted) continue;
    progress.start[step] = going;
    progress.last[step] = time;
  }
  for (const { from, to, drop } of excluded)
    if (drop && isHit(progress, rules, before, startBefore, time, from, to)) progress.dropped = true;
}

/** The steps that events of one instant can carry an attempt to, ascending. */
function stepsReached(from: number, events: readonly Int32Array[], rules: FunnelRules): number[] {
  let takenBy = new Int32Array(events.length);
  const reached: number[] = [];
  for (let step = from + 1; step <= rules.steps; step++) {
    const before = rules.optional[step] === 1 ? takenBy.slice() : takenBy;
    const found = place(step, events, takenBy, new Uint8Array(events.length));
    if (found) reached.push(step);
    // A step that may be left out holds no event back from the steps after it.
    if (rules.optional[step] === 1) takenBy = before;
    else if (!found) break;
  }
  return reached;
}

function place(step: number, events: readonly Int32Array[], takenBy: Int32Array, tried: Uint8Array): boolean {
  for (let event = 0; event < events.length; event++) {
    if (tried[event] === 1 || !(events[event] as Int32Array).includes(step)) continue;
    tried[event] = 1;
    const holder = takenBy[event] as number;
    if (holder !== 0 && !place(holder, events, takenBy, tried)) continue;
    takenBy[event] = step;
    return true;
  }
  return false;
}
