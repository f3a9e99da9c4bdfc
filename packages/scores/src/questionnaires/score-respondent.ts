import type {
  MissingPolicy,
  Questionnaire,
  QuestionnaireItem,
  Subscale,
  SubscaleRescale,
  SubscaleStatistic,
} from "./questionnaire.js";

/** Answers of one respondent by item id; `null` where there is none. */
export type AnswersOf = ReadonlyMap<string, number | null>;

/** Why a respondent has no score: what is missing, or what could not be used. */
type RespondentReason =
  | "no-answers"
  | "incomplete"
  | "weights-incomplete"
  | "weights-total"
  | "off-scale"
  | "not-whole"
  | "not-a-number";

/** Score of one respondent on one subscale, or why there is none. */
export interface RespondentSubscale {
  readonly score: number | null;
  /** Answers that the middle of the scale stands in for. */
  readonly imputed: number;
  readonly reason?: RespondentReason;
}

/** An item with its answer and weight. */
interface Answered {
  readonly item: QuestionnaireItem;
  readonly answer: number;
  readonly weight: number;
}

/** Scores one respondent on one subscale; answers are on their scales already. */
export function scoreRespondent(
  { items }: Pick<Questionnaire, "items">,
  subscale: Subscale,
  answers: AnswersOf,
  policy: MissingPolicy,
): RespondentSubscale {
  const wanted = items.filter((item) => subscale.items.includes(item.id));
  const given = wanted.filter((item) => typeof answers.get(item.id) === "number").length;
  const none = (reason: RespondentReason) => ({ score: null, imputed: 0, reason });
  if (given === 0) return none("no-answers");
  if (given < wanted.length && (policy.kind === "refuse" || given < policy.answered * wanted.length))
    return none("incomplete");

  const weights = weightsOf(subscale, answers);
  if (typeof weights === "string") return none(weights);
  const used: Answered[] = [];
  for (const item of wanted) {
    const answer = answers.get(item.id) ?? (policy.kind === "impute-midpoint" ? middleOf(item) : null);
    if (answer !== null) used.push({ item, answer, weight: weights(item.id) });
  }
  if (used.every(({ weight }) => weight === 0)) return none("incomplete");
  return {
    score: scoreOf(used, subscale.rescale ?? []),
    imputed: policy.kind === "impute-midpoint" ? wanted.length - given : 0,
  };
}

function weightsOf(
  { statistic, items }: Subscale,
  answers: AnswersOf,
): ((item: string) => number) | "weights-incomplete" | "weights-total" {
  if (statistic.kind === "mean") return () => 1;
  if (statistic.kind === "weighted-mean") {
    const byItem = new Map(Object.entries(statistic.weights));
    return (item) => byItem.get(item) ?? 0;
  }
  const weights = respondentWeights(statistic, answers);
  if (items.some((item) => weights(item) === null)) return "weights-incomplete";
  const total = items.reduce((sum, item) => sum + (weights(item) ?? 0), 0);
  return total === statistic.total ? (item) => weights(item) ?? 0 : "weights-total";
}

function respondentWeights(
  { weightItems }: Extract<SubscaleStatistic, { kind: "respondent-weighted-mean" }>,
  answers: AnswersOf,
): (item: string) => number | null {
  const holders = new Map(Object.entries(weightItems));
  return (item) => answers.get(holders.get(item) ?? "") ?? null;
}

/** What a respondent's weights add up to, and what they should, for messages. */
export function weightTotals({ statistic, items }: Subscale, answers: AnswersOf) {
  if (statistic.kind !== "respondent-weighted-mean") return { found: 0, total: 0 };
  const weights = respondentWeights(statistic, answers);
  return { found: items.reduce((sum, item) => sum + (weights(item) ?? 0), 0), total: statistic.total };
}

/** Contribution of an answer. */
function contribution({ scale, reversed, factor = 1 }: QuestionnaireItem, answer: number): number {
  return factor * (reversed ? scale.min + scale.max - answer : answer);
}

function middleOf({ scale }: QuestionnaireItem): number {
  return (scale.min + scale.max) / 2;
}

/** The score of answered items: one quotient, so that whole sums give exact scores. */
function scoreOf(used: readonly Answered[], steps: readonly SubscaleRescale[]): number {
  const sum = (value: (one: Answered) => number) =>
    used.reduce((sofar, one) => sofar + one.weight * value(one), 0);
  const total = sum(({ item, answer }) => contribution(item, answer));
  const [first, ...rest] = steps;
  let score: number;
  if (first?.kind === "pomp") {
    const ends = ({ item }: Answered) =>
      [contribution(item, item.scale.min), contribution(item, item.scale.max)] as const;
    const lowest = sum((one) => Math.min(...ends(one)));
    const highest = sum((one) => Math.max(...ends(one)));
    score = (100 * (total - lowest)) / (highest - lowest);
  } else score = apply(first, total / sum(() => 1));
  for (const step of rest) score = apply(step, score);
  return score + 0;
}

function apply(step: SubscaleRescale | undefined, score: number): number {
  return step?.kind === "linear" ? step.slope * score + step.intercept : score;
}
