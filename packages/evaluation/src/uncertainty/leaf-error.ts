import type { Estimate, Outcome } from "@cxmetrics/definition";
import type { AnswerCounts, Indicator, LeafEstimate } from "@cxmetrics/index-model";
import type { RowLocation } from "../locate-rows.js";
import type { Measure } from "../measures/measure.js";
import type { MeasureContext } from "../measures/measure-kind.js";
import { kindOf } from "../measures/measure-kinds.js";
import type { LeafError } from "./leaf.js";
import { errorUnknown, inferenceNotStated } from "./reasons.js";

/** Sources of indicators that ask people: their rows are a sample unless the plan says otherwise. */
const asking: readonly Indicator["source"][] = ["survey", "text", "expert"];

const nothing: LeafError = { estimate: null, spread: null };

/** The error of an estimate as it enters the index: value, standard error and limits times the factor of the measure. */
export async function leafError(
  indicator: Indicator,
  measure: Measure,
  context: MeasureContext,
  outcome: Outcome,
  located: RowLocation | null,
): Promise<LeafError> {
  const kind = kindOf<Measure>(measure);
  const factor = kind.factor(measure);
  if (outcome.status !== "ok" || !located || !Number.isFinite(outcome.value * factor)) return nothing;
  const stated = located.inference ?? (asking.includes(indicator.source) ? "sample" : undefined);
  const values = { indicator: context.title, source: located.sources[0] };
  const gap = (reason: typeof errorUnknown): LeafError => ({
    estimate: { inference: stated ?? "sample" },
    spread: null,
    unknown: { reason, values },
  });
  if (stated === undefined) return gap(inferenceNotStated);
  const head = { value: outcome.value * factor, inference: stated };
  if (stated === "none") return { estimate: head, spread: null };
  const answers = await kind.answers?.(measure, context);
  const counts = answers && countsOf(answers, outcome, factor);
  const { standardError, interval } = outcome;
  const known = standardError !== null && standardError > 0 ? standardError * factor : null;
  if (known === null && !counts) {
    if (interval.status !== "ok" || !(interval.upper > interval.lower)) return gap(errorUnknown);
    const { lower, upper, level } = interval;
    return {
      estimate: { ...head, interval: { lower: lower * factor, upper: upper * factor, level } },
      spread: null,
    };
  }
  const estimate: LeafEstimate = {
    ...head,
    ...(known === null ? {} : { standardError: known }),
    ...(counts ? { counts } : {}),
    ...(interval.status === "ok" && studentMethods.includes(interval.method) && outcome.n > 1
      ? { df: outcome.n - 1 }
      : {}),
  };
  return { estimate, spread: known };
}

const studentMethods = ["t", "nps-t"];

/**
 * Answers by kind where they follow from the estimate: two kinds, or all answers alike. They count at the effective n.
 *
 * @param answers values that single answers contribute, on the scale of the estimate
 */
function countsOf(
  answers: readonly number[],
  { value, effectiveN, standardError }: Estimate,
  factor: number,
): AnswerCounts | undefined {
  const [first = 0, second = 0] = answers;
  const values = answers.map((answer) => answer * factor);
  if (answers.length === 2) {
    const share = Math.min(1, Math.max(0, (value - first) / (second - first)));
    return { values, counts: [(1 - share) * effectiveN, share * effectiveN] };
  }
  if ((standardError ?? 0) > 0 || answers.length < 2) return undefined;
  const alike = answers.findIndex(
    (answer) => Math.abs(answer - value) <= 1e-9 * Math.max(1, Math.abs(value)),
  );
  return alike < 0
    ? undefined
    : { values, counts: answers.map((_, kind) => (kind === alike ? effectiveN : 0)) };
}
