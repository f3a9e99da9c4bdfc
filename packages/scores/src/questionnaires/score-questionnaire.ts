import { type Base, CxMetricsError, type DefinitionReference, type Outcome } from "@cxmetrics/definition";
import { engine } from "../engine.js";
import { checkQuestionnaire } from "./check-questionnaire.js";
import { estimateSubscale, type SubscaleEstimate } from "./estimate-subscale.js";
import { badWeights } from "./problems.js";
import type { MissingPolicy, Questionnaire } from "./questionnaire.js";
import { type QuestionnaireOptions, readOptions } from "./questionnaire-options.js";
import { type ReadAnswers, readAnswers } from "./read-answers.js";
import { type RespondentSubscale, scoreRespondent, weightTotals } from "./score-respondent.js";

/** Answers of one respondent: in the order of the items, or by item id. `null`, `undefined` and absent ids are blanks. */
export type QuestionnaireAnswers =
  | ArrayLike<number | null | undefined>
  | Readonly<Record<string, number | null | undefined>>;

/** Scores of one respondent. */
export interface QuestionnaireRespondent {
  /** Place in the list of answers, from 0. */
  readonly row: number;
  /** Score by subscale; `null` where there is none. */
  readonly scores: Readonly<Record<string, number | null>>;
  /** Why a score is `null`, by subscale. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** A scored questionnaire. */
export interface QuestionnaireScores {
  readonly definition: DefinitionReference;
  readonly engine: string;
  /** Rule for blank answers that was used. */
  readonly policy: MissingPolicy;
  readonly respondents: readonly QuestionnaireRespondent[];
  /** Estimate by subscale. */
  readonly subscales: Readonly<Record<string, Outcome<SubscaleEstimate>>>;
}

/**
 * Scores a questionnaire: each respondent on each subscale, and the mean over respondents with Student's t interval.
 *
 * $$ s_r = g\!\left(\frac{\sum_i w_i y_{ri}}{\sum_i w_i}\right), \qquad
 * y_{ri} = f_i \cdot \begin{cases} x_{ri} \\ min_i + max_i - x_{ri} & \text{reversed} \end{cases} $$
 *
 * with g the rescaling of the subscale. The unit of sampling is the respondent: a score is formed per person first and averaged then,
 * never from item means with gaps. Blank answers follow the questionnaire's rule, and every respondent without a score is counted by
 * reason: `no-answers`, `incomplete`, `weights-incomplete`, and with `onInvalid: "count"` also `off-scale`, `not-whole`,
 * `not-a-number`, `weights-total`.
 *
 * @param questionnaire a questionnaire, or the id of a shipped one
 * @param answers one entry a respondent
 * @param options level, rule for blanks, codes of no answer, what to do with unusable answers
 * @returns scores and estimates; a subscale that nobody has a score on is `not-computable` (`no-scored-respondents`)
 * @throws `CxMetricsError` `questionnaire.answers-malformed`, `questionnaire.answer-count`, `questionnaire.unknown-item`,
 * `questionnaire.weights-total`, `rating.off-scale`, `rating.not-whole`, `rating.not-a-number` with the row in `path`;
 * `option.unknown`, `option.not-allowed`; as `defineQuestionnaire` and `resolveQuestionnaire` do
 * @example
 * ```ts
 * const { respondents, subscales } = scoreQuestionnaire("sus", [
 *   [2, 1, 4, 1, 4, 3, 4, 2, 3, 3],
 *   [4, 2, 5, 1, 4, 2, 5, 1, 4, 2],
 * ]);
 * respondents[0]?.scores["sus"]; // => 67.5
 * const sus = subscales["sus"];
 * sus?.status === "ok" && sus.value; // => 76.25
 * sus?.status === "ok" && sus.grade; // => "B"
 * ```
 */
export function scoreQuestionnaire(
  questionnaire: Questionnaire | string,
  answers: readonly QuestionnaireAnswers[],
  options: QuestionnaireOptions = {},
): QuestionnaireScores {
  const { questionnaire: checked, definition } = checkQuestionnaire(questionnaire);
  const { level, policy, missing, counting } = readOptions(options, checked);
  const rows = readAnswers(checked, answers, { missing, counting });
  const results = rows.map((row, index) => scoreRow(row, index, checked, policy, counting));
  const subscales = checked.subscales.map((subscale, place) => {
    const ofSubscale = results.flatMap((result) => result[place] ?? []);
    const found = ofSubscale.filter(({ score }) => score !== null);
    const estimate = estimateSubscale(subscale, {
      scores: found.map(({ score }) => score as number),
      imputed: found.filter(({ imputed }) => imputed > 0).length,
      base: baseOf(ofSubscale),
      level,
      definition,
    });
    return [subscale.id, estimate] as const;
  });
  const ids = checked.subscales.map(({ id }) => id);
  return {
    definition,
    engine,
    policy,
    respondents: results.map((result, row) => ({
      row,
      scores: Object.fromEntries(result.map(({ score }, place) => [ids[place], score])),
      reasons: Object.fromEntries(
        result.flatMap(({ reason }, place) => (reason === undefined ? [] : [[ids[place], reason]])),
      ),
    })),
    subscales: Object.fromEntries(subscales),
  };
}

/** Result of one respondent, one entry a subscale. */
function scoreRow(
  row: ReadAnswers,
  index: number,
  questionnaire: Questionnaire,
  policy: MissingPolicy,
  counting: boolean,
): readonly RespondentSubscale[] {
  return questionnaire.subscales.map((subscale) => {
    if (typeof row === "string") return { score: null, imputed: 0, reason: row };
    const result = scoreRespondent(questionnaire, subscale, row, policy);
    if (result.reason === "weights-total" && !counting) {
      const { found, total } = weightTotals(subscale, row);
      throw new CxMetricsError(badWeights, {
        path: ["answers", index],
        values: { row: index, found, total },
      });
    }
    return result;
  });
}

/** Reasons that say that answers were there and could not be used. */
const invalidReasons: readonly string[] = ["off-scale", "not-whole", "not-a-number", "weights-total"];

function baseOf(results: readonly RespondentSubscale[]): Base {
  const excluded = new Map<string, number>();
  for (const { reason } of results) if (reason) excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  const entries = [...excluded];
  const count = (wanted: boolean) =>
    entries.reduce(
      (sum, [reason, records]) => (invalidReasons.includes(reason) === wanted ? sum + records : sum),
      0,
    );
  return {
    valid: results.length - count(true) - count(false),
    missing: count(false),
    invalid: count(true),
    excluded: Object.fromEntries(entries),
  };
}
