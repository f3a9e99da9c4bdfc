import { CxMetricsError, describeValue, didYouMean, type Problem } from "@cxmetrics/definition";
import { notANumber, notWhole, offScale } from "../problems.js";
import { writeScale } from "../scale.js";
import { badAnswers, unknownItem, wrongCount } from "./problems.js";
import type { Questionnaire, QuestionnaireItem } from "./questionnaire.js";
import type { AnswersOf } from "./score-respondent.js";

/** What a respondent gave: by item, or the reason why none of it counts. */
export type ReadAnswers = AnswersOf | "off-scale" | "not-whole" | "not-a-number";

/** How answers are read. */
export interface AnswerReading {
  readonly missing: readonly number[];
  readonly counting: boolean;
}

/**
 * Reads the answers of all respondents. A respondent in another shape, with another number of answers or with items that the
 * questionnaire lacks is refused in every case, because then the key does not fit the data.
 *
 * @throws `CxMetricsError` `questionnaire.answers-malformed`, `questionnaire.answer-count`, `questionnaire.unknown-item`,
 * `rating.off-scale`, `rating.not-whole`, `rating.not-a-number`
 */
export function readAnswers(
  { items }: Questionnaire,
  answers: unknown,
  reading: AnswerReading,
): readonly ReadAnswers[] {
  if (!Array.isArray(answers)) throw malformed(answers, items, ["answers"]);
  const ids = items.map(({ id }) => id);
  return Array.from(answers, (given: unknown, row) => readRow(given, row, items, ids, reading));
}

function readRow(
  given: unknown,
  row: number,
  items: readonly QuestionnaireItem[],
  ids: readonly string[],
  reading: AnswerReading,
): ReadAnswers {
  const path = ["answers", row];
  if (typeof given !== "object" || given === null) throw malformed(given, items, path);
  const positions = Array.isArray(given) || ArrayBuffer.isView(given);
  if (positions) {
    const found = (given as { readonly length?: number }).length ?? 0;
    if (found !== items.length)
      throw new CxMetricsError(wrongCount, { path, values: { row, found, count: items.length } });
  } else
    for (const item of Object.keys(given))
      if (!ids.includes(item))
        throw new CxMetricsError(unknownItem, {
          path: [...path, item],
          values: { row, item: item.slice(0, 40), hint: didYouMean(item, ids), known: ids.join(", ") },
        });
  const read = new Map<string, number | null>();
  for (const [index, item] of items.entries()) {
    const key = positions ? index : item.id;
    const answer: unknown = Object.hasOwn(given, key)
      ? (given as Record<string | number, unknown>)[key]
      : null;
    if (isBlank(answer, reading)) {
      read.set(item.id, null);
      continue;
    }
    const fault = faultOf(answer, item);
    if (fault === undefined) read.set(item.id, answer as number);
    else if (reading.counting) return fault;
    else throw refuse(problems[fault], answer, item, [...path, key]);
  }
  return read;
}

const problems = { "off-scale": offScale, "not-whole": notWhole, "not-a-number": notANumber } as const;

function faultOf(answer: unknown, { scale }: QuestionnaireItem): keyof typeof problems | undefined {
  if (typeof answer !== "number" || Number.isNaN(answer)) return "not-a-number";
  if (answer < scale.min || answer > scale.max) return "off-scale";
  return Number.isInteger(answer) ? undefined : "not-whole";
}

function isBlank(answer: unknown, { missing }: AnswerReading): boolean {
  return answer === null || answer === undefined || missing.includes(answer as number);
}

function refuse(
  problem: Problem,
  answer: unknown,
  { scale }: QuestionnaireItem,
  path: readonly (string | number)[],
): CxMetricsError {
  const values = {
    rating: describeValue(answer),
    scale: writeScale(scale),
    example: typeof answer === "number" ? String(answer) : "99",
  };
  return new CxMetricsError(problem, { path, values });
}

function malformed(found: unknown, items: readonly QuestionnaireItem[], path: readonly (string | number)[]) {
  return new CxMetricsError(badAnswers, {
    path,
    values: { count: items.length, found: describeValue(found) },
  });
}
