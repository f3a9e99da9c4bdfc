import type { Interval, NotComputable } from "@cxmetrics/definition";
import { compareProportions, normalDistribution, proportionInterval } from "@cxmetrics/stats";
import type { StepTrials } from "../comparison/step-trials.js";
import type { Target } from "./read-benchmark.js";

/** Interval of the actors lost beyond a benchmark. */
export function excessInterval(
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

/** Interval of the conversions that mending a step would bring. */
export function gainInterval(
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
