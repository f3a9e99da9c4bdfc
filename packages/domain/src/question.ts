import type { LocalizedText } from "@cxmetrics/definition";
import type { MissingReason } from "./answer.js";
import type { QuestionScale } from "./question-scale.js";

/** A question of a survey (题目). */
export type Question = RatingQuestion | ChoiceQuestion | TextQuestion;

interface QuestionHead {
  /** Identifier by which answers name the question. */
  readonly id: string;
  /** The question as it was asked. */
  readonly text: LocalizedText;
}

/** A question answered on a rating scale. */
export interface RatingQuestion extends QuestionHead {
  readonly kind: "rating";
  readonly scale: QuestionScale;
  /** Numbers in the raw data that stand for no answer, for example 0 for "blank" beside a scale 1–5. */
  readonly missingCodes?: readonly MissingCode[];
}

/** A number in raw data that stands for no answer. */
export interface MissingCode {
  readonly code: number;
  readonly reason: MissingReason;
}

/** A question answered by choosing from a list. */
export interface ChoiceQuestion extends QuestionHead {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
  /** Whether several choices may be taken. */
  readonly multiple: boolean;
}

/** One choice. */
export interface Choice {
  /** What stands in the data. */
  readonly code: string;
  readonly label: LocalizedText;
}

/** A question answered in the respondent's own words. */
export interface TextQuestion extends QuestionHead {
  readonly kind: "text";
}
