import { expectOneOf, expectRecord, type Interval, type NotComputable } from "@cxmetrics/definition";
import { proportionInterval } from "@cxmetrics/stats";
import { expectLevel } from "../expect-level.js";
import { expectTally } from "../expect-tally.js";
import type { FunnelTally } from "../funnel-tally.js";
import { stepTrials } from "./step-trials.js";

/** Options of `simultaneousStepIntervals`. */
export interface SimultaneousOptions {
  /** Level at which all intervals hold together; 0.95 where it is left out. */
  readonly level?: number;
  /** `bonferroni` where it is left out. */
  readonly correction?: "bonferroni" | "sidak";
}

/** A step rate with an interval that holds together with all others. */
export interface SimultaneousStep {
  readonly name: string;
  /** Share of those who reached the step before; `null` when nobody did. */
  readonly rate: number | null;
  /** Wilson interval at `stepLevel`. */
  readonly interval: Interval | NotComputable;
}

/** Step rates of one funnel with simultaneous intervals. */
export interface SimultaneousIntervals {
  readonly level: number;
  readonly correction: "bonferroni" | "sidak";
  readonly stepLevel: number;
  readonly steps: readonly SimultaneousStep[];
}

/**
 * Wilson intervals of all step rates that hold together at the level, for reading a whole funnel at once.
 *
 * $$ 1 - \alpha_{step} = 1 - \frac{\alpha}{m} \ (bonferroni), \qquad (1 - \alpha)^{1/m} \ (sidak) $$
 *
 * for m steps after the first. Bonferroni holds whatever the dependence; Šidák is a little narrower and needs step rates whose errors
 * are independent, as those of a funnel are given their bases.
 *
 * @param tally from `tallyFunnel`, `mergeFunnelTallies` or a database
 * @throws `CxMetricsError` `funnel.bad-tally`, `interval.bad-level`, `document.not-allowed`
 * @example
 * ```ts
 * const funnel = orderedFunnel({ steps: ["view", "cart", "buy"] });
 * const events = { actor: [1, 1, 1, 2, 2, 3], event: ["view", "cart", "buy", "view", "cart", "view"], timeMs: [0, 1, 2, 0, 1, 0] };
 * const { stepLevel, steps } = simultaneousStepIntervals(tallyFunnel(events, funnel));
 * stepLevel; // => 0.975
 * steps[0]?.rate; // => 2 / 3
 * ```
 */
export function simultaneousStepIntervals(
  tally: FunnelTally,
  options: SimultaneousOptions = {},
): SimultaneousIntervals {
  const checked = expectTally(tally, ["tally"]);
  const { counts, stepNames } = checked;
  const record = expectRecord(options, ["options"], [], ["level", "correction"]);
  const level = expectLevel(record["level"] === undefined ? {} : { level: record["level"] });
  const names = ["bonferroni", "sidak"] as const;
  const correction = expectOneOf(record["correction"] ?? "bonferroni", ["options", "correction"], names);
  const m = Math.max(1, counts.length - 1);
  const stepLevel = correction === "sidak" ? level ** (1 / m) : 1 - (1 - level) / m;
  const steps = stepNames.slice(1).map((name, index): SimultaneousStep => {
    const [trials, successes] = [counts[index] as number, counts[index + 1] as number];
    const worth = stepTrials(checked, index + 1, index);
    return {
      name,
      rate: trials === 0 ? null : successes / trials,
      interval:
        worth.status === "ok"
          ? proportionInterval({ successes: worth.successes, trials: worth.trials, level: stepLevel })
          : worth,
    };
  });
  return { level, correction, stepLevel, steps };
}
