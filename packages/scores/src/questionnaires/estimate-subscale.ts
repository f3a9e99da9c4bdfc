import type { Base, DefinitionReference, Estimate, Outcome, Warning } from "@cxmetrics/definition";
import { compensatedSum, meanInterval, sampleStandardDeviation } from "@cxmetrics/stats";
import { engine } from "../engine.js";
import { fewAnswers } from "../score-warnings.js";
import type { Subscale } from "./questionnaire.js";

/** Mean of a subscale over respondents. */
export interface SubscaleEstimate extends Estimate {
  /** Standard deviation between respondents (divisor n − 1), or `null` for a single one. */
  readonly standardDeviation: number | null;
  /** Respondents with an answer that the middle of a scale stands in for. */
  readonly imputed: number;
  /** Grade of the mean, where the subscale has grades. */
  readonly grade?: string;
}

/** What a subscale is estimated from. */
export interface SubscaleMatter {
  readonly scores: readonly number[];
  readonly imputed: number;
  readonly base: Base;
  readonly level: number;
  readonly definition: DefinitionReference;
}

/** Estimates one subscale from the scores of respondents. */
export function estimateSubscale(subscale: Subscale, matter: SubscaleMatter): Outcome<SubscaleEstimate> {
  const { scores, imputed, base, level, definition } = matter;
  const n = scores.length;
  if (n === 0)
    return {
      status: "not-computable",
      reason: "no-scored-respondents",
      message: { en: "No respondent has a score on this subscale.", zh: "没有受访者在该分量表上有得分。" },
      base,
      definition,
    };
  const lowest = scores.reduce((least, score) => Math.min(least, score));
  const highest = scores.reduce((most, score) => Math.max(most, score));
  // Rounding must not carry a mean beyond the scores that it averages.
  const mean = Math.min(highest, Math.max(lowest, compensatedSum(scores) / n));
  const spread = sampleStandardDeviation(scores);
  const standardDeviation = spread.status === "ok" ? spread.value : null;
  const grade = subscale.grades?.find(({ from }) => from === undefined || mean >= from)?.grade;
  return {
    status: "ok",
    value: mean,
    unit: subscale.unit,
    n,
    effectiveN: n,
    standardError: standardDeviation === null ? null : standardDeviation / Math.sqrt(n),
    interval: meanInterval({ mean, standardDeviation: standardDeviation ?? 0, n, level }),
    base,
    definition,
    engine,
    warnings: warningsOf(n, imputed),
    standardDeviation,
    imputed,
    ...(grade === undefined ? {} : { grade }),
  };
}

function warningsOf(n: number, imputed: number): readonly Warning[] {
  const warnings: Warning[] = [];
  if (n < fewAnswers)
    warnings.push({
      code: "interval.small-sample",
      message: {
        en: "The precision is that of fewer than 10 respondents: the interval is rough.",
        zh: "受访者不足 10 人，区间仅供参考。",
      },
      values: { n },
    });
  if (imputed > 0)
    warnings.push({
      code: "questionnaire.imputed",
      message: {
        en: "For some respondents the middle of a scale stands in for a blank answer; the interval takes it for an answer.",
        zh: "部分受访者的空缺以量表中点代替；区间将其视为真实回答。",
      },
      values: { imputed },
    });
  return warnings;
}
