import {
  type DefinitionReference,
  expectNumber,
  expectRecord,
  type Interval,
  type NotComputable,
} from "@cxmetrics/definition";
import { stepTrials } from "../comparison/step-trials.js";
import { engine } from "../engine.js";
import { expectLevel } from "../expect-level.js";
import { expectTally } from "../expect-tally.js";
import type { FunnelTally } from "../funnel-tally.js";
import { excessInterval, gainInterval } from "./gain-interval.js";
import { readBenchmark, type Target } from "./read-benchmark.js";

/** Options of `rankDropOff`. */
export interface RankDropOffOptions {
  /**
   * What each step could be: the tally of a better segment or period, or one rate for each step after the first. Without it the target
   * is to lose nobody.
   */
  readonly benchmark?: FunnelTally | readonly number[];
  /** How well the rescued convert later compared with the others, 0…1; 1, the optimistic upper bound, where it is left out. */
  readonly lambda?: number;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** What one step loses and what mending it would bring. */
export interface DropOff {
  /** The step that was not reached. */
  readonly step: string;
  readonly reachedPrevious: number;
  readonly reached: number;
  /** Share of those who reached the step before; `null` when nobody did. */
  readonly rate: number | null;
  readonly lostActors: number;
  /** Lost actors times the later rates; `null` when a later rate is unknown. */
  readonly lostConversions: number | null;
  /** The rate to reach: the benchmark, or 1. */
  readonly targetRate: number | null;
  /** Actors lost beyond the benchmark; negative where the step does better. `null` without a benchmark. */
  readonly excessLost: number | null;
  readonly excessInterval: Interval | NotComputable | null;
  /** Conversions gained at the target rate with λ; negative where the step does better than the benchmark. */
  readonly expectedGain: number | null;
  readonly gainInterval: Interval | NotComputable;
}

/** Steps of a funnel in order of what mending them would bring. */
export interface DropOffRanking {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  readonly engine: string;
  /** The optimism factor; print it wherever the gains are printed. */
  readonly lambda: number;
  readonly level: number;
  /** Largest expected gain first; ties and unknown gains in order of the steps. */
  readonly steps: readonly DropOff[];
}

/**
 * Ranks the steps of a funnel by the conversions that mending each of them would bring.
 *
 * $$ L_j = N_{j-1} - N_j, \qquad \Delta N_j = N_{j-1}\,(r'_j - r_j)\,\lambda \prod_{m > j} r_m $$
 *
 * r are the rates from the step before, r′ the target. λ says how well the rescued convert later: 1 supposes like everybody else, an upper bound,
 * because who nearly left is seldom as willing. The interval of the gain is by the delta method on the log scale, with
 * var(ln r) = (1 − r)/(N r) of the later steps and the variance of r′ − r; the benchmark's share of it counts when it is a tally. The interval of
 * the excess is Newcombe's (a tally) or Wilson's (given rates) times the actors at risk. Where attempts or sessions were counted the excess runs at their
 * effective number and the gain has no interval. Gains of several steps do not add up: mending one changes
 * what the next can gain.
 *
 * @param tally from `tallyFunnel`, `mergeFunnelTallies` or a database
 * @returns one entry for each step after the first
 * @throws `CxMetricsError` `funnel.bad-tally`, `funnel.bad-benchmark`, `interval.bad-level`, `document.wrong-type`
 * @example
 * ```ts
 * const tally = {
 *   definition: { id: "shop", version: "1.0.0", digest: "sha256:00" },
 *   stepNames: ["view", "cart", "buy"],
 *   counts: [1000, 400, 100],
 *   elapsedMs: [[], []],
 *   actors: 1000,
 *   events: 1500,
 * };
 * const { steps } = rankDropOff(tally, { benchmark: [0.5, 0.4], lambda: 0.5 });
 * steps.map((step) => step.step); // => ["buy", "cart"]
 * steps[0]?.expectedGain; // => 30
 * steps[1]?.expectedGain; // => 12.5
 * ```
 */
export function rankDropOff(tally: FunnelTally, options: RankDropOffOptions = {}): DropOffRanking {
  const checked = expectTally(tally, ["tally"]);
  const { definition, stepNames } = checked;
  const record = expectRecord(options, ["options"], [], ["benchmark", "lambda", "level"]);
  const level = expectLevel(record["level"] === undefined ? {} : { level: record["level"] });
  const lambda = expectNumber(record["lambda"] ?? 1, ["options", "lambda"], { least: 0, most: 1 }) + 0;
  const benchmark = readBenchmark(record["benchmark"], stepNames);
  const steps = stepNames
    .slice(1)
    .map((step, index) => dropOff(step, checked, index + 1, benchmark, lambda, level));
  return {
    status: "ok",
    definition,
    engine,
    lambda,
    level,
    steps: steps
      .map((step, index) => ({ step, index }))
      .sort(
        (one, other) =>
          (other.step.expectedGain ?? -Number.MAX_VALUE) - (one.step.expectedGain ?? -Number.MAX_VALUE) ||
          one.index - other.index,
      )
      .map(({ step }) => step),
  };
}

function dropOff(
  step: string,
  tally: FunnelTally,
  index: number,
  benchmark: readonly Target[] | null,
  lambda: number,
  level: number,
): DropOff {
  const { counts } = tally;
  const [trials, successes] = [counts[index - 1] as number, counts[index] as number];
  const rate = trials === 0 ? null : successes / trials;
  const later = laterRates(counts, index);
  const target: Target = benchmark === null ? { rate: 1 } : (benchmark[index - 1] ?? null);
  const lostActors = trials - successes;
  const missing = rate === null || target === null ? null : target.rate - rate;
  const known = missing !== null && later !== null;
  const gain = known ? trials * missing * lambda * later.rate + 0 : null;
  return {
    step,
    reachedPrevious: trials,
    reached: successes,
    rate,
    lostActors,
    lostConversions: lostActors === 0 ? 0 : later === null ? null : lostActors * later.rate,
    targetRate: target?.rate ?? null,
    excessLost: benchmark === null || missing === null ? null : trials * missing + 0,
    excessInterval:
      benchmark === null
        ? null
        : missing === null || target === null
          ? unknownRate
          : excessInterval(trials, stepTrials(tally, index, index - 1), target, level),
    expectedGain: gain,
    gainInterval:
      gain === null || missing === null || later === null || rate === null
        ? unknownRate
        : tally.unit !== undefined
          ? clustered
          : gainInterval(gain, missing, rate, trials, target, later.relativeVariance, level),
  };
}

/** Product of the rates after a step and the variance of its logarithm; `null` where a rate is unknown. */
function laterRates(
  counts: readonly number[],
  index: number,
): { readonly rate: number; readonly relativeVariance: number } | null {
  let rate = 1;
  let relativeVariance = 0;
  for (let step = index + 1; step < counts.length; step++) {
    const [trials, successes] = [counts[step - 1] as number, counts[step] as number];
    if (trials === 0) return null;
    rate *= successes / trials;
    // (1 − r)/(N r) without cancellation; without successes the product is 0 and has no log scale.
    relativeVariance += successes === 0 ? 0 : (trials - successes) / trials / successes;
  }
  return { rate, relativeVariance };
}

const clustered: NotComputable = {
  status: "not-computable",
  reason: "clustered",
  message: {
    en: "Attempts or sessions of one actor resemble one another at every step, which this interval does not reckon with. Tally actors.",
    zh: "同一主体的尝试或会话在各步骤上彼此相似，此区间未作考虑。请按主体计数。",
  },
};

const unknownRate: NotComputable = {
  status: "not-computable",
  reason: "rate-unknown",
  message: {
    en: "Nobody reached a step that this figure rests on, so a rate is unknown.",
    zh: "没有人到达所依据的某一步骤，因此比率未知。",
  },
};
