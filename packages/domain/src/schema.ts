export { AnswerSchema } from "./schemas/answer.js";
export { AssessmentSchema } from "./schemas/assessment.js";
export { BehaviourEventSchema } from "./schemas/behaviour-event.js";
export { ChannelSchema } from "./schemas/channel.js";
export { ChecklistAssessmentSchema } from "./schemas/checklist-assessment.js";
export { CodeSchema } from "./schemas/code.js";
export { CustomerSchema } from "./schemas/customer.js";
export { expectValid } from "./schemas/expect-valid.js";
export { InvitationSchema } from "./schemas/invitation.js";
export { JourneySchema } from "./schemas/journey.js";
export { JourneyStageSchema } from "./schemas/journey-stage.js";
export { LocalizedTextSchema } from "./schemas/localized-text.js";
export { ProvenanceSchema } from "./schemas/provenance.js";
export { QuestionSchema } from "./schemas/question.js";
export { QuestionScaleSchema } from "./schemas/question-scale.js";
export {
  RelationalResponseSchema,
  ResponseSchema,
  TransactionalResponseSchema,
} from "./schemas/response.js";
export { RubricAssessmentSchema, RubricSchema } from "./schemas/rubric-assessment.js";
export { SegmentSchema } from "./schemas/segment.js";
export { RelationalWaveSchema, SurveyWaveSchema, TransactionalWaveSchema } from "./schemas/survey-wave.js";
export { toCxMetricsError } from "./schemas/to-cx-metrics-error.js";
export { TouchpointSchema } from "./schemas/touchpoint.js";
export { UsabilitySessionSchema } from "./schemas/usability-session.js";
export { VerbatimSchema } from "./schemas/verbatim.js";
