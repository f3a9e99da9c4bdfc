import type { Interval, NotComputable, Warning } from "@cxmetrics/definition";
import { median, proportionInterval } from "@cxmetrics/stats";
import { effectiveTrials, tooFewActors } from "./effective-trials.js";
import { engine } from "./engine.js";
import { expectLevel } from "./expect-level.js";
import { expectTally } from "./expect-tally.js";
import type { FunnelEstimate, FunnelStepEstimate } from "./funnel-estimate.js";
import type { FunnelTally } from "./funnel-tally.js";

/**
 * Step rates, drop-off and time to convert from the tally of a funnel.
 *
 * $$ C_k = \frac{N_k}{N_1}, \qquad r_k = \frac{N_k}{N_{k-1}}, \qquad d_k = 1 - r_k $$
 *
 * Where attempts or sessions were counted, those of one actor resemble one another: intervals then run at the effective number
 * of trials (variance of a ratio over actors, Cochran 1977, Sampling Techniques, §6.3), and need two actors.
 *
 * N_k is the number of actors that reached step k; the base is those who entered (reached step 1), not all actors seen.
 * Shares are 0…1 with Wilson intervals (Wilson 1927, JASA 22:209–212), which hold for each rate alone, not for all steps
 * at once. A share of nobody is `null` with its reason. Medians are of those who reached the step: in recent data, where
 * many are still under way, they fall short of the time that everyone will take.
 *
 * @param tally from `tallyFunnel`, `mergeFunnelTallies` or a database
 * @param options `level`: confidence level, strictly between 0 and 1, 0.95 by default
 * @throws `CxMetricsError` `funnel.bad-tally`, `interval.bad-level`
 * @example
 * ```ts
 * const funnel = orderedFunnel({ steps: ["view", "buy"] });
 * const events = { actor: [1, 1, 2, 3, 3], event: ["view", "buy", "view", "view", "buy"], timeMs: [0, 40, 50, 60, 80] };
 * const { steps, overall } = estimateFunnel(tallyFunnel(events, funnel));
 * overall; // => 2 / 3
 * steps[1]?.medianMs; // => 30
 * ```
 */
export function estimateFunnel(
  tally: FunnelTally,
  options: { readonly level?: number } = {},
): FunnelEstimate {
  const checked = expectTally(tally, ["tally"]);
  const level = expectLevel(options);
  const { definition, stepNames, counts } = checked;
  const steps = stepNames.map((name, index) => estimateStep(checked, name, index, level));
  const entered = counts[0] as number;
  const reached = counts.at(-1) as number;
  return {
    status: "ok",
    definition,
    engine,
    n: entered,
    steps,
    overall: entered === 0 ? null : reached / entered,
    warnings: warningsOf(checked),
  };
}

function estimateStep(tally: FunnelTally, name: string, index: number, level: number): FunnelStepEstimate {
  const { counts, elapsedMs } = tally;
  const count = counts[index] as number;
  const entered = counts[0] as number;
  const times = elapsedMs[index - 1] ?? [];
  const nothing = {
    name,
    count,
    conversionFromStart: null,
    conversionFromPrevious: null,
    interval: null,
    intervalFromPrevious: null,
    medianMs: null,
    dropOff: null,
  };
  if (entered === 0) return { ...nothing, reason: "nobody-entered" };
  if (index === 0) return { ...nothing, conversionFromStart: 1 };
  const fromStart = {
    ...nothing,
    conversionFromStart: count / entered,
    interval: intervalOf(tally, index, 0, level),
    medianMs: medianOf(times),
  };
  const previous = counts[index - 1] as number;
  if (previous === 0) return { ...fromStart, reason: "nobody-reached-previous-step" };
  return {
    ...fromStart,
    conversionFromPrevious: count / previous,
    intervalFromPrevious: intervalOf(tally, index, index - 1, level),
    dropOff: (previous - count) / previous,
  };
}

function medianOf(times: readonly number[]): number | null {
  const middle = median(times);
  return middle.status === "ok" ? middle.value : null;
}

/** Wilson at the number of units or, where these cluster by actor, at the number of independent ones they are worth. */
function intervalOf(tally: FunnelTally, step: number, base: number, level: number): Interval | NotComputable {
  const successes = tally.counts[step] as number;
  const trials = tally.counts[base] as number;
  if (tally.unit === undefined) return proportionInterval({ successes, trials, level, method: "wilson" });
  const effective = effectiveTrials(tally, step, base);
  if (effective === null) return tooFewActors;
  return proportionInterval({
    successes: (successes / trials) * effective,
    trials: effective,
    level,
    method: "wilson",
  });
}

function warningsOf({ warnings = [], unseenEvents = [], tiesByArrival = 0 }: FunnelTally): Warning[] {
  const all = [...warnings];
  for (const event of unseenEvents)
    all.push({
      code: "funnel.event-never-seen",
      message: {
        en: `The funnel names the event "${event}", which no row carries. Compare its spelling with the data.`,
        zh: `漏斗引用了事件“${event}”，但数据中没有任何一行是该事件。请核对拼写。`,
      },
      values: { event },
    });
  if (tiesByArrival > 0)
    all.push({
      code: "funnel.ties-by-arrival",
      message: {
        en: `Different step events of one actor share an instant ${tiesByArrival} times: only the order of the rows told which came first. Give sequence numbers.`,
        zh: `同一主体的不同步骤事件有 ${tiesByArrival} 次发生在同一时刻：先后仅由行的顺序决定。请提供序号。`,
      },
      values: { groups: tiesByArrival },
    });
  return all;
}
