export { type Answer, type MissingAnswer, type MissingReason, missingReasons } from "./answer.js";
export type { Assessment } from "./assessment.js";
export { type BehaviourEvent, type EventFamily, eventFamilies } from "./behaviour-event.js";
export { type Channel, type ChannelKind, channelKinds, type KnownChannelKind } from "./channel.js";
export type { CheckedItem, ChecklistAssessment, CheckResult } from "./checklist-assessment.js";
export type { Code, CodebookReference, Coder } from "./code.js";
export type { Customer } from "./customer.js";
export type { Invitation, InvitationStatus } from "./invitation.js";
export type { Journey } from "./journey.js";
export type { JourneyStage } from "./journey-stage.js";
export type {
  Choice,
  ChoiceQuestion,
  MissingCode,
  Question,
  RatingQuestion,
  TextQuestion,
} from "./question.js";
export type { PointLabel, QuestionScale } from "./question-scale.js";
export type { RelationalResponse, Response, TransactionalResponse } from "./response.js";
export type { ExpertRating, Rubric, RubricAssessment, RubricLevel } from "./rubric-assessment.js";
export type { Segment } from "./segment.js";
export type { RelationalWave, SurveyWave, TransactionalWave } from "./survey-wave.js";
export type { JourneyPosition, Touchpoint } from "./touchpoint.js";
export type { UsabilitySession } from "./usability-session.js";
export type { Verbatim } from "./verbatim.js";
