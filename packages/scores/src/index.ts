export { type ApdexCounts, type ApdexEstimate, apdex } from "./apdex/apdex.js";
export { type ApdexOfTimes, type ApdexTimesOptions, apdexFromTimes } from "./apdex/apdex-from-times.js";
export type { ChangeEffect } from "./change/change-effect.js";
export {
  compareGroups,
  type GroupComparison,
  type GroupComparisonOptions,
  type PairComparison,
} from "./change/compare-groups.js";
export { comparisonMethods } from "./change/comparison-methods.js";
export {
  type ChangeBase,
  type ChangeDecomposition,
  type ChangeOutcome,
  type ChangeSegment,
  type DecomposeOptions,
  decomposeChange,
  type SegmentSide,
} from "./change/decompose-change.js";
export type { TalliesByGroup } from "./change/expect-groups.js";
export type {
  ComparedSide,
  ComparisonFinding,
  ComparisonMatter,
  ComparisonMethod,
  ComparisonMethodName,
} from "./change/methods/comparison-method.js";
export type { SegmentStatus } from "./change/segment-effects.js";
export { type StandardisedScore, standardiseMix } from "./change/standardise-mix.js";
export {
  type ComparisonOptions,
  compareScores,
  type ScoreComparison,
  type ScoreDifference,
} from "./compare-scores.js";
export { defineScore } from "./define-score.js";
export { ces2Mean, ces2Share5To7 } from "./definitions/ces.js";
export { csatMean5, csatTop2Of5 } from "./definitions/csat.js";
export { nps } from "./definitions/nps.js";
export { describeScore } from "./describe-score.js";
export {
  type CalibratedErrorInput,
  type CalibratedScore,
  type CalibrationRegression,
  calibratedStandardError,
} from "./design/calibrated-standard-error.js";
export type { CalibratedCell, CalibratedWeights } from "./design/calibrated-weights.js";
export {
  compareDesignScores,
  type DesignComparisonOptions,
  type DesignScoreComparison,
  type DesignScoreDifference,
} from "./design/compare-design-scores.js";
export {
  compareDomains,
  type DomainComparison,
  type DomainComparisonOptions,
  type DomainDifference,
} from "./design/compare-domains.js";
export {
  comparePanel,
  type PanelChange,
  type PanelOptions,
  type ScoreChange,
  type WaveScore,
} from "./design/compare-panel.js";
export {
  comparePartlyOverlapping,
  type OverlapChange,
  type OverlappingWaves,
} from "./design/compare-partly-overlapping.js";
export {
  type CovariedScore,
  covarianceOfScores,
  type ScoreCovariance,
} from "./design/covariance-of-scores.js";
export type { DesignPrecision, DesignScoreEstimate } from "./design/design-estimate.js";
export type { DesignOptions, KeyColumn } from "./design/design-options.js";
export type { DesignCell, DesignStratum, DesignTally } from "./design/design-tally.js";
export type { ReferenceDistribution } from "./design/difference-test.js";
export { estimateDesignScore } from "./design/estimate-design-score.js";
export { estimateReplicateScore, type ReplicateScore } from "./design/estimate-replicate-score.js";
export type { JointCell, JointStratum, JointTally } from "./design/joint-tally.js";
export { mergeDesignTallies } from "./design/merge-design-tallies.js";
export { mergeDesignTalliesBy } from "./design/merge-design-tallies-by.js";
export { mergeJointTallies } from "./design/merge-joint-tallies.js";
export { mergeReplicateTallies } from "./design/merge-replicate-tallies.js";
export { postStratify } from "./design/post-stratify.js";
export { type RakingFailure, type RakingInput, rakeWeights } from "./design/rake-weights.js";
export type { Margin } from "./design/read-margins.js";
export {
  type ReplicateOptions,
  type ReplicateTallies,
  replicateTallies,
} from "./design/replicate-tallies.js";
export type { SampleDesign, SampleKind, SampleStratum, SampleUnit } from "./design/sample-design.js";
export type { DesignScoreOptions, ScoreOptions } from "./design/score-options.js";
export { tallyDesign } from "./design/tally-design.js";
export { type GroupDesignTally, tallyDesignBy } from "./design/tally-design-by.js";
export { tallyJoint } from "./design/tally-joint.js";
export { toRatingTally } from "./design/to-rating-tally.js";
export {
  type Redistribution,
  type TrimBounds,
  type TrimmedWeights,
  type TrimOptions,
  trimWeights,
} from "./design/trim-weights.js";
export type { FinitePopulation, SingleUnit, VariancePolicy } from "./design/variance-policy.js";
export { displayValue } from "./display-value.js";
export { estimateCes } from "./estimate-ces.js";
export { estimateCsat } from "./estimate-csat.js";
export { type EstimateOptions, estimateNps } from "./estimate-nps.js";
export { estimateScore } from "./estimate-score.js";
export { type IntervalOptions, intervalMethods } from "./interval-choice.js";
export { classifyKano, type KanoCategory } from "./kano/classify-kano.js";
export { type KanoCoefficients, type KanoCounts, kanoCoefficients } from "./kano/kano-coefficients.js";
export { type KanoTally, tallyKano } from "./kano/tally-kano.js";
export { mergeTallies } from "./merge-tallies.js";
export { parseScoreDefinition } from "./parse-score-definition.js";
export {
  largestRemainderPercentages,
  type WholePercentages,
} from "./presentation/largest-remainder-percentages.js";
export { defineQuestionnaire } from "./questionnaires/define-questionnaire.js";
export type { SubscaleEstimate } from "./questionnaires/estimate-subscale.js";
export { parseQuestionnaire } from "./questionnaires/parse-questionnaire.js";
export type {
  MissingPolicy,
  Questionnaire,
  QuestionnaireExample,
  QuestionnaireGrade,
  QuestionnaireItem,
  Subscale,
  SubscaleRescale,
  SubscaleStatistic,
} from "./questionnaires/questionnaire.js";
export type { QuestionnaireOptions } from "./questionnaires/questionnaire-options.js";
export { questionnaires } from "./questionnaires/questionnaires.js";
export { resolveQuestionnaire } from "./questionnaires/resolve-questionnaire.js";
export {
  type QuestionnaireAnswers,
  type QuestionnaireRespondent,
  type QuestionnaireScores,
  scoreQuestionnaire,
} from "./questionnaires/score-questionnaire.js";
export type { RatingOptions } from "./rating-options.js";
export type { RatingTally } from "./rating-tally.js";
export { resolveScoreDefinition } from "./resolve-score-definition.js";
export type { RatingScale } from "./scale.js";
export type {
  IntervalMethod,
  MeanRescale,
  ScoreDefinition,
  ScoreDisplay,
  ScoreStatistic,
} from "./score-definition.js";
export { scoreDefinitions } from "./score-definitions.js";
export type { ScoreEstimate } from "./score-estimate.js";
export { tallyFromCounts } from "./tally-from-counts.js";
export { tallyRatings } from "./tally-ratings.js";
export { type GroupTally, tallyRatingsBy } from "./tally-ratings-by.js";
export { additiveThemeShare, type ThemeShare } from "./themes/additive-theme-share.js";
export { type ThemeImpact, themeImpact } from "./themes/theme-impact.js";
export type { ThemeSplit } from "./themes/theme-split.js";
export { compareSurveys, type SurveyDifference } from "./waves/compare-surveys.js";
export { estimateRelational, type RelationalEstimate } from "./waves/estimate-relational.js";
export {
  estimateTransactional,
  type SamplingReport,
  type TransactionalEstimate,
  type TransactionalOptions,
} from "./waves/estimate-transactional.js";
export { poolSurveys } from "./waves/pool-surveys.js";
export {
  type ResponseCounts,
  type ResponseRate,
  type ResponseRates,
  responseRates,
} from "./waves/response-rates.js";
export type { ClusterPolicy, FirstOrLastPolicy, SamplingPolicy } from "./waves/sampling-policy.js";
export type { RelationalSurvey, Survey, TransactionalSurvey } from "./waves/survey.js";
export {
  type PeriodTally,
  type RollingOptions,
  type RollingScore,
  rollingScores,
} from "./windows/rolling-scores.js";
