import {
  CxMetricsError,
  type DefinitionReference,
  describeValue,
  expectNumber,
  expectRecord,
  type Interval,
  type NotComputable,
} from "@cxmetrics/definition";
import { compareProportions, normalDistribution, proportionInterval } from "@cxmetrics/stats";
import { type StepTrials, stepTrials } from "../comparison/step-trials.js";
import { engine } from "../engine.js";
import { expectLevel } from "../expect-level.js";
import { expectTally } from "../expect-tally.js";
import type { FunnelTally } from "../funnel-tally.js";
import { badBenchmark } from "./problems.js";

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

/** Successes and trials of a step, or a rate without error. */
type Target = {
  readonly rate: number;
  readonly successes?: number;
  readonly trials?: number;
  readonly unsure?: NotComputable;
} | null;

function readBenchmark(value: unknown, stepNames: readonly string[]): readonly Target[] | null {
  if (value === undefined) return null;
  const expected = stepNames.length - 1;
  const refuse = (): never => {
    throw new CxMetricsError(badBenchmark, {
      path: ["options", "benchmark"],
      values: { expected, found: describeValue(value) },
    });
  };
  if (Array.isArray(value)) {
    if (value.length !== expected) return refuse();
    return Array.from(value as readonly unknown[], (rate) =>
      typeof rate === "number" && rate >= 0 && rate <= 1 ? { rate: rate + 0 } : refuse(),
    );
  }
  const other = expectTally(value, ["options", "benchmark"]);
  if (JSON.stringify(other.stepNames) !== JSON.stringify(stepNames)) return refuse();
  return other.counts.slice(1).map((successes, index) => {
    const trials = other.counts[index] as number;
    if (trials === 0) return null;
    const worth = stepTrials(other, index + 1, index);
    return {
      rate: successes / trials,
      ...(worth.status === "ok" ? { successes: worth.successes, trials: worth.trials } : { unsure: worth }),
    };
  });
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

function excessInterval(
  atRisk: number,
  worth: StepTrials | NotComputable,
  target: NonNullable<Target>,
  level: number,
): Interval | NotComputable {
  if (worth.status !== "ok") return worth;
  if (target.unsure !== undefined) return target.unsure;
  const { successes, trials } = worth;
  if (target.trials !== undefined && target.successes !== undefined) {
    const other = { successes: target.successes, trials: target.trials };
    const comparison = compareProportions({ successes, trials }, other, { level, method: "newcombe" });
    if (comparison.status !== "ok") return comparison;
    const { lower, upper } = comparison.interval;
    return { status: "ok", lower: atRisk * lower + 0, upper: atRisk * upper + 0, level, method: "newcombe" };
  }
  const wilson = proportionInterval({ successes, trials, level });
  if (wilson.status !== "ok") return wilson;
  const lower = atRisk * (target.rate - wilson.upper) + 0;
  return { status: "ok", lower, upper: atRisk * (target.rate - wilson.lower) + 0, level, method: "wilson" };
}

function gainInterval(
  gain: number,
  missing: number,
  rate: number,
  trials: number,
  target: Target,
  laterVariance: number,
  level: number,
): Interval | NotComputable {
  if (gain <= 0) return nothingToGain;
  const own = (rate * (1 - rate)) / trials;
  const other = target?.trials === undefined ? 0 : (target.rate * (1 - target.rate)) / target.trials;
  const spread = Math.sqrt((own + other) / missing / missing + laterVariance);
  if (spread === 0) return noVariation;
  const factor = Math.exp(normalDistribution.quantile((1 + level) / 2) * spread);
  const [lower, upper] = [gain / factor, gain * factor];
  return Number.isFinite(upper) ? { status: "ok", lower, upper, level, method: "delta-log" } : tooWide;
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

const nothingToGain: NotComputable = {
  status: "not-computable",
  reason: "nothing-to-gain",
  message: {
    en: "The step already meets the target, or nobody converts later, so there is no gain to be sure of.",
    zh: "该步骤已达到目标，或后续无人转化，因此没有可评估的增益。",
  },
};

const noVariation: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "All rates are 0 or 1, so this method cannot tell how sure the gain is.",
    zh: "各比率均为 0 或 1，此方法无法判断增益的可靠程度。",
  },
};

const tooWide: NotComputable = {
  status: "not-computable",
  reason: "too-uncertain",
  message: {
    en: "The step is so close to its target that the gain cannot be told from 0 on a log scale.",
    zh: "该步骤与目标过于接近，在对数尺度上无法将增益与 0 区分。",
  },
};
