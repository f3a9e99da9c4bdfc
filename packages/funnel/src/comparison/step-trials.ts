import type { NotComputable } from "@cxmetrics/definition";
import { effectiveTrials, tooFewActors } from "../effective-trials.js";
import type { FunnelTally } from "../funnel-tally.js";

/** Successes and trials of one step. */
export interface StepTrials {
  readonly status: "ok";
  readonly successes: number;
  readonly trials: number;
}

/**
 * The trials that an interval of a step rate rests on: the actors counted or, where attempts or sessions were counted, as many independent
 * trials as they are worth.
 */
export function stepTrials(tally: FunnelTally, step: number, base: number): StepTrials | NotComputable {
  const successes = tally.counts[step] as number;
  const trials = tally.counts[base] as number;
  if (tally.unit === undefined || trials === 0) return { status: "ok", successes, trials };
  const effective = effectiveTrials(tally, step, base);
  if (effective === null) return tooFewActors;
  return { status: "ok", successes: (successes / trials) * effective, trials: effective };
}
