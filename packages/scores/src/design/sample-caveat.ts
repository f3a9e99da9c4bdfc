import type { NotComputable, Outcome, Warning } from "@cxmetrics/definition";
import type { ScoreEstimate } from "../score-estimate.js";
import type { SampleKind } from "./sample-design.js";
import type { ScoreOptions } from "./score-options.js";

/** What a reader must know of a sample whose members had no known chance to be asked. */
export const nonProbabilityWarning: Warning = {
  code: "sample.non-probability",
  message: {
    en: "The sample is not a probability sample: the interval tells only how the answers scatter, not how far those who answered differ from the others.",
    zh: "样本并非概率样本：区间只反映回答的离散程度，不反映受访者与其他人的差异。",
  },
};

const withheld: NotComputable = {
  status: "not-computable",
  reason: "non-probability-sample",
  message: {
    en: "The interval is withheld: the sample is not a probability sample.",
    zh: "样本并非概率样本，因此不给出区间。",
  },
};

/** The same outcome with the caveat of a non-probability sample, and without its interval where that is wanted. */
export function withCaveat<Estimate extends ScoreEstimate>(
  outcome: Outcome<Estimate>,
  sample: SampleKind | undefined,
  { withholdInterval }: ScoreOptions,
): Outcome<Estimate> {
  if (outcome.status !== "ok" || sample !== "non-probability") return outcome;
  return {
    ...outcome,
    interval: withholdInterval ? withheld : outcome.interval,
    warnings: [...outcome.warnings, nonProbabilityWarning],
  };
}

/** The kind of sample that holds when tally and caller may each say one: the cautious one. */
export function sampleOf(
  told: SampleKind | undefined,
  asked: SampleKind | undefined,
): SampleKind | undefined {
  return told === "non-probability" ? told : (asked ?? told);
}
