import { type ActorProgress, newProgress, none } from "../rules/actor-progress.js";
import type { FunnelRules } from "../rules/funnel-rules.js";
import type { SavedProgress } from "./funnel-state.js";

/** One actor of a stream: the progress, and what tells whether the next event is in order. */
export interface StreamedActor {
  readonly progress: ActorProgress;
  time: number;
  rank: number;
  /** What the events of the last instant and rank are, `null` once they differ. */
  tie: string | null;
  ties: number;
}

/** An actor who has done nothing yet. */
export function newStreamedActor(rules: FunnelRules): StreamedActor {
  return { progress: newProgress(rules), time: none, rank: none, tie: "", ties: 0 };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** An actor as plain data. */
export function saveActor({ progress, time, rank, tie, ties }: StreamedActor): SavedProgress {
  return {
    start: Array.from(progress.start, finite),
    last: Array.from(progress.last, finite),
    elapsedMs: [...progress.elapsedMs],
    met: [...progress.met],
    furthest: progress.furthest,
    entered: progress.entered,
    dropped: progress.dropped,
    instant: finite(progress.instant),
    waitingFills: progress.waitingFills.map((fills) => [...fills]),
    waitingExclusions: [...progress.waitingExclusions],
    time: finite(time),
    rank: finite(rank) ?? 0,
    tie,
    ties,
  };
}

/** An actor from plain data. */
export function readActor(saved: SavedProgress, rules: FunnelRules): StreamedActor {
  const progress = newProgress(rules);
  progress.start.set(saved.start.map((value) => value ?? none));
  progress.last.set(saved.last.map((value) => value ?? none));
  progress.elapsedMs.set(saved.elapsedMs);
  progress.met.set(saved.met);
  progress.furthest = saved.furthest;
  progress.entered = saved.entered;
  progress.dropped = saved.dropped;
  progress.instant = saved.instant ?? Number.NaN;
  for (const fills of saved.waitingFills) {
    progress.waitingFills.push(Int32Array.from(fills));
    progress.waitingRows.push(-1);
  }
  for (const exclusion of saved.waitingExclusions) progress.waitingExclusions.add(exclusion);
  return { progress, time: saved.time ?? none, rank: saved.rank, tie: saved.tie, ties: saved.ties };
}
