export { defineEvaluationPlan } from "./define-evaluation-plan.js";
export { type DefinitionResolver, type EvaluationOptions, evaluatePlan } from "./evaluate-plan.js";
export type {
  CellValue,
  ChosenSource,
  DefinitionSource,
  EvaluationPlan,
  EvaluationUnit,
  FileSource,
  PlannedChange,
  PlanOptions,
  PlanSource,
  RowBinding,
  SourceStanding,
  UncertaintySettings,
} from "./evaluation-plan.js";
export type {
  Comparability,
  CriterionChange,
  EvaluatedPlan,
  EvaluationResult,
  IndexChange,
  MeasureDescription,
  MeasureForm,
  RootOutcome,
  RootShares,
  SourceEvidence,
} from "./evaluation-result.js";
export { inMemoryEngine } from "./in-memory-engine.js";
export type {
  DurationPercentileMeasure,
  FunnelMeasure,
  GivenMeasure,
  MeanMeasure,
  Measure,
  MeasureHead,
  RatioOfSumsMeasure,
  RubricMeanMeasure,
  ScoreMeasure,
  ShareForm,
  ShareMeasure,
  SourcedMeasure,
  TimeForm,
  WrittenMeasure,
} from "./measures/measure.js";
export {
  type OpenCasesInput,
  type OpenCasesPercentile,
  percentileWithOpenCases,
} from "./measures/percentile-with-open-cases.js";
export { parseEvaluationPlan } from "./parse-evaluation-plan.js";
export { renderSummary } from "./render-summary.js";
export type { NumberColumn, SourceColumn, SourceTable, TextColumn } from "./source-table.js";
export { type PlanFile, sourcesOf } from "./sources-of.js";
export { tableFromRows } from "./table-from-rows.js";
export type {
  FunnelRequest,
  JointPair,
  JointRequest,
  JointValueCell,
  JointValueTally,
  NumberRequest,
  NumberRows,
  OnInvalid,
  RatingRequest,
  RowCondition,
  RowSelection,
  SourceDescription,
  SumTally,
  TallyEngine,
  ValueRequest,
  ValueTally,
} from "./tally-engine.js";
