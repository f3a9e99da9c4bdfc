export { type DefinitionReference, digestDefinition } from "@cxmetrics/definition";
export { attributeChange } from "./attribution/attribute-change.js";
export type {
  AttributionMethod,
  AttributionOptions,
  ChangeAttribution,
  ChangeAttributionOutcome,
  DataAttribution,
  InputPart,
  NodeAttribution,
  RevisionAspect,
} from "./attribution/change-attribution.js";
export { auditIndex } from "./audit/audit-index.js";
export type {
  AuditFinding,
  AuditSection,
  AuditSections,
  AuditUnit,
  AuditVerdict,
  IndexAudit,
} from "./audit/audit-result.js";
export { type AuditThreshold, type AuditThresholds, auditThresholds } from "./audit/audit-thresholds.js";
export { type AuditCriterion, type AuditValues, auditCriteria } from "./audit/criteria/registry.js";
export type { AuditOptions } from "./audit/read-audit-options.js";
export { renderAudit } from "./audit/render-audit.js";
export type {
  Calibration,
  FitScope,
  FittedNode,
  FittedValues,
} from "./calibration/calibration.js";
export {
  type BenefitOptions,
  type BenefitScores,
  benefitOfDoubt,
} from "./cohort/benefit-of-doubt/benefit-of-doubt.js";
export type { ShareBounds } from "./cohort/benefit-of-doubt/share-bounds.js";
export { type BordaColumnOptions, bordaOfColumn } from "./cohort/borda-of-column.js";
export { type BordaOptions, type BordaScores, bordaScores } from "./cohort/borda-scores.js";
export { type CohortMethodEntry, cohortMethods } from "./cohort/catalogue.js";
export {
  type CategoricalOptions,
  type CategoricalScores,
  categoricalByPercentile,
} from "./cohort/categorical-by-percentile.js";
export type { CohortColumn, CohortReason } from "./cohort/cohort-column.js";
export type { CohortExample, CohortParameters } from "./cohort/cohort-method.js";
export type { CohortTable } from "./cohort/cohort-table.js";
export { type CopelandOptions, type CopelandScores, copelandScores } from "./cohort/copeland-scores.js";
export { fitGreyReference } from "./cohort/grey/fit-grey-reference.js";
export type { GreyFitOptions, GreyReference } from "./cohort/grey/grey-reference.js";
export { type GreyOptions, type GreyScores, greyRelational } from "./cohort/grey/grey-relational.js";
export { type GreyGrade, type GreyRowOptions, greyRelationalRow } from "./cohort/grey/grey-relational-row.js";
export { lowerGreyRelational } from "./cohort/grey/lower-grey-relational.js";
export type { ImportanceMeasure } from "./cohort/importance/importance-model.js";
export {
  type ImportanceOptions,
  type OptimisedWeights,
  optimiseImportance,
} from "./cohort/importance/optimise-importance.js";
export { type KemenyOptions, type KemenyRanking, kemenyRanking } from "./cohort/kemeny/kemeny-ranking.js";
export { type OutrankingMatrix, outrankingMatrix } from "./cohort/outranking-matrix.js";
export { type PercentileOptions, type PercentileRule, percentileRanks } from "./cohort/percentile-ranks.js";
export { type GradeQuota, type QuotaGrades, type QuotaOptions, quotaGrades } from "./cohort/quota-grades.js";
export type { RankOrder, TieRule } from "./cohort/rank-numbers.js";
export { type DroppedUnit, type RankReversals, rankReversals } from "./cohort/rank-reversals.js";
export { type RankSimilarity, rankSimilarity, type SimilarityOptions } from "./cohort/rank-similarity.js";
export { type Ranking, type RankOptions, rankValues } from "./cohort/rank-values.js";
export { fitTopsisIdeals } from "./cohort/topsis/fit-topsis-ideals.js";
export { lowerTopsis } from "./cohort/topsis/lower-topsis.js";
export type { CohortNormalisation } from "./cohort/topsis/normalise-column.js";
export { type TopsisOptions, type TopsisScores, topsis } from "./cohort/topsis/topsis.js";
export type { TopsisFitOptions, TopsisIdeals } from "./cohort/topsis/topsis-ideals.js";
export { type TopsisCloseness, type TopsisRowOptions, topsisRow } from "./cohort/topsis/topsis-row.js";
export { type CommonLeavesResult, scoreCommonLeaves } from "./common-leaves/score-common-leaves.js";
export {
  type BenchmarkOptions,
  benchmarkUnits,
  type PeerGroup,
  type PlacedUnit,
  type UnitBenchmark,
} from "./comparison/benchmark-units.js";
export { type CompareOptions, compareIndexResults } from "./comparison/compare-index-results.js";
export type { IndexComparison, NodeComparison, RankMove } from "./comparison/index-comparison.js";
export type { IndexTrack, TrackOptions, TrackPoint, UnitTrack } from "./comparison/index-track.js";
export type { IndexWave } from "./comparison/index-wave.js";
export { linkChain } from "./comparison/link-chain.js";
export { linkSeries } from "./comparison/link-series.js";
export type {
  LinkedPoint,
  LinkedSeries,
  LinkLine,
  LinkMethod,
  LinkOptions,
  SeriesLink,
} from "./comparison/linked-series.js";
export type { ComparisonRefused, RefusalReason } from "./comparison/refusal.js";
export { trackIndex } from "./comparison/track-index.js";
export { defineIndex } from "./define-index.js";
export { definitionWarnings } from "./definition-warnings.js";
export { effectiveWeights, weightlessLeaves } from "./effective-weights.js";
export { explainIndex } from "./explain-index.js";
export { fitIndex, type ReferencePopulation } from "./fit-index.js";
export { type PooledImputations, poolImputations } from "./imputations/pool-imputations.js";
export type {
  Adjustment,
  Aggregate,
  AggregateChild,
  AggregateName,
  Formula,
  Goalposts,
  Grade,
  GradeCondition,
  Grades,
  Identity,
  Imputation,
  IndexDefinition,
  IndexNode,
  IndexRanking,
  IndexView,
  Indicator,
  LeafCodes,
  LogGoalposts,
  MissingPolicy,
  Normaliser,
  Treatment,
  Veto,
  Weight,
  Weighting,
} from "./index-definition.js";
export type { IndexExplanation, NodeExplanation, PartExplanation } from "./index-explanation.js";
export type { CodedCell, GradeResult, IndexResult, NodeResult } from "./index-result.js";
export type { IndexTable } from "./index-table.js";
export { lowerNode } from "./lower-node.js";
export { lowerOutputs } from "./lower-outputs.js";
export { aggregates, imputations, type MethodEntry, normalisers, treatments } from "./method-catalogue.js";
export type { MethodKind } from "./method-kind.js";
export { nodeKindEntries } from "./node-kinds/catalogue.js";
export type {
  BonusNode,
  DeductionNode,
  PointAdjustment,
  PointItem,
} from "./node-kinds/deduction/deduction-node.js";
export type { Evidence, EvidenceCondition } from "./node-kinds/evidence/evidence.js";
export type {
  Defuzzification,
  DefuzzifyNode,
  MembershipFunction,
  MembershipNode,
  MembershipSource,
  SynthesisNode,
} from "./node-kinds/fuzzy/membership-node.js";
export type { GateEffect, GateNode, Statement } from "./node-kinds/gate/gate-node.js";
export type { GateStatus } from "./node-kinds/gate/gate-status.js";
export type { KindEntry } from "./node-kinds/kind-entry.js";
export type { LetCase, LetNode } from "./node-kinds/let/let-node.js";
export type { PointsChild, PointsNode } from "./node-kinds/points/points-node.js";
export type { RescaleNode } from "./node-kinds/rescale/rescale-node.js";
export { evaluatePanel } from "./panels/evaluate-panel.js";
export {
  type AuthorityInput,
  type BasisLevel,
  type ExpertAuthority,
  expertAuthority,
  type Familiarity,
  type JudgementBasis,
} from "./panels/expert-authority.js";
export type { Panel, PanelExpert, PanelJudgement, PanelOptions, PanelRound } from "./panels/panel.js";
export type {
  PanelEvaluation,
  PanelExpertResult,
  PanelIndicatorResult,
  PanelOutcome,
  PanelRoundResult,
} from "./panels/panel-result.js";
export { parseIndexDefinition } from "./parse-index-definition.js";
export type { AgreementGate, AgreementRule } from "./qualitative/agreement-gate.js";
export {
  type ChecklistMark,
  type ChecklistOptions,
  type ChecklistShares,
  checklistShare,
} from "./qualitative/checklist-share.js";
export {
  type CodedShareOptions,
  type CodedShares,
  type CodedText,
  codedShare,
  type UnitCodedShare,
} from "./qualitative/coded-share.js";
export {
  type CrossCheckOptions,
  crossCheckSources,
  type SourceCrossCheck,
  type SourcePair,
} from "./qualitative/cross-check-sources.js";
export {
  type PooledRatings,
  type PoolOptions,
  type PoolReason,
  poolRatings,
} from "./qualitative/pool-ratings.js";
export { problemDiscovery } from "./qualitative/problem-discovery.js";
export type { LeafSource, SourceScore } from "./qualitative/source-scores.js";
export { type FormulaBackend, type RenderFormulaOptions, renderFormula } from "./render-formula.js";
export { type FormulaPageOptions, renderFormulaPage } from "./render-formula-page.js";
export type { GatheredNode, Rollup, RollupResult, RollupWeights } from "./rollup/rollup.js";
export { scoreIndex } from "./score-index.js";
export {
  type IndexColumnOptions,
  type IndexColumnResult,
  type IndexColumns,
  scoreIndexColumns,
} from "./score-index-columns.js";
export {
  analyseSensitivity,
  type IndexSensitivity,
  type SensitivityOptions,
  type SensitivityOutput,
} from "./sensitivity/analyse-sensitivity.js";
export { type DropOneOptions, type DroppedIndicator, dropOne } from "./sensitivity/drop-one.js";
export {
  type EffectiveImportance,
  type EffectiveImportanceOptions,
  effectiveImportance,
  type IndicatorImportance,
} from "./sensitivity/effective-importance.js";
export type {
  Choice,
  ChoiceFactor,
  Factor,
  FactorPath,
  FactorRange,
  NumericFactor,
  OptionFactor,
} from "./sensitivity/factor.js";
export {
  type OneAtATime,
  type OneAtATimeOptions,
  oneAtATime,
  type VariantEffect,
} from "./sensitivity/one-at-a-time.js";
export {
  type SobolDesign,
  type SobolIndex,
  type SobolIndices,
  type SobolOptions,
  sobolIndices,
} from "./sensitivity/sobol-indices.js";
export { type TableNeeds, tableNeeds } from "./table-needs.js";
export type {
  Constant,
  IndexDocument,
  Template,
  TemplateOrigin,
  TemplateParameter,
  UseNode,
} from "./templates/template.js";
export { propagateUncertainty } from "./uncertainty/propagate-uncertainty.js";
export type { RollupUncertainty } from "./uncertainty/rollup-uncertainty.js";
export type {
  AnswerCounts,
  CovarianceMatrix,
  Inference,
  LeafEstimate,
  UncertainTable,
  UncertaintyOptions,
} from "./uncertainty/uncertainty-input.js";
export type {
  IndexUncertainty,
  NodeUncertainty,
  RankUncertainty,
  Simulation,
  UnitRank,
  VarianceShares,
} from "./uncertainty/uncertainty-result.js";
export type { ChangeClass, DefinitionChange, DefinitionDiff } from "./versions/definition-diff.js";
export { diffDefinitions } from "./versions/diff-definitions.js";
export type { VersionBump } from "./versions/semantic-version.js";
export { weightBase } from "./weight-base.js";
export type { AhpExpert } from "./weights/ahp-expert.js";
export { type AhpHierarchy, type AhpHierarchyInput, ahpHierarchy } from "./weights/ahp-hierarchy.js";
export type { AhpHierarchyLevel, AhpHierarchyNode } from "./weights/ahp-hierarchy-levels.js";
export type { AhpOptions, AhpPrioritisation } from "./weights/ahp-options.js";
export { type AhpWeights, ahpWeights } from "./weights/ahp-weights.js";
export {
  type BestWorstInput,
  type BestWorstWeights,
  bestWorstWeights,
} from "./weights/best-worst-weights.js";
export {
  type BudgetAllocationOptions,
  type BudgetAllocationWeights,
  budgetAllocationWeights,
} from "./weights/budget-allocation-weights.js";
export {
  type CoefficientOfVariationWeights,
  coefficientOfVariationWeights,
} from "./weights/coefficient-of-variation-weights.js";
export {
  type CombinationRule,
  type CombinedWeights,
  type CombineWeightOptions,
  combineWeights,
} from "./weights/combine-weights.js";
export type { CorrelationTable } from "./weights/correlations-of.js";
export { type CriticWeights, criticWeights } from "./weights/critic-weights.js";
export {
  type DelphiOptions,
  type DelphiRound,
  type DelphiWeights,
  delphiWeights,
} from "./weights/delphi-weights.js";
export type { Dispersion } from "./weights/dispersion.js";
export { type DriverWeightOptions, type DriverWeights, driverWeights } from "./weights/driver-weights.js";
export { type EntropyWeights, entropyWeights } from "./weights/entropy-weights.js";
export { type EqualWeightOptions, type EqualWeights, equalWeights } from "./weights/equal-weights.js";
export type { ExpertAgreement } from "./weights/expert-agreement.js";
export type { ExpertRatings, RatingSummary } from "./weights/expert-ratings.js";
export type { FactorRetention } from "./weights/factor-retention.js";
export { type FactorOptions, type FactorWeights, factorWeights } from "./weights/factor-weights.js";
export { type FixedWeightOptions, type FixedWeights, fixedWeights } from "./weights/fixed-weights.js";
export {
  type AhpAggregation,
  type AhpExpertResult,
  type GroupAhpOptions,
  type GroupAhpWeights,
  groupAhpWeights,
} from "./weights/group-ahp-weights.js";
export type { DirectionOptions, IndicatorDirection } from "./weights/indicator-direction.js";
export type { TableBase, WeightTable, WeightTableOptions } from "./weights/indicator-table.js";
export type { JudgementAt } from "./weights/judgement-deviations.js";
export type { Judgement, JudgementMatrix } from "./weights/judgement-matrix.js";
export {
  type FactorAssignment,
  type LoadingWeightOptions,
  type LoadingWeights,
  loadingWeights,
} from "./weights/loading-weights.js";
export { type MerecWeights, merecWeights } from "./weights/merec-weights.js";
export { type PcaOptions, type PcaWeights, pcaWeights } from "./weights/pca-weights.js";
export {
  type RandomIndex,
  type RandomIndexChoice,
  type RandomIndexName,
  randomIndexNames,
} from "./weights/random-index.js";
export {
  type RankOrderOptions,
  type RankOrderRule,
  type RankOrderWeights,
  rankOrderWeights,
} from "./weights/rank-order-weights.js";
export { type WeightMethodName, weightMethods } from "./weights/registry.js";
export {
  type StandardDeviationOptions,
  type StandardDeviationWeights,
  standardDeviationWeights,
} from "./weights/standard-deviation-weights.js";
export type { Loadings } from "./weights/varimax.js";
export type { WeightMethod, WeightMethodKind } from "./weights/weight-method.js";
export type { ComputedWeights, WeightOutcome } from "./weights/weight-outcome.js";
export type {
  ImprovementOptions,
  ImprovementTarget,
  JointImprovement,
  Movable,
  Move,
  SingleImprovement,
  SmallestImprovement,
  Standing,
} from "./what-if/improvement.js";
export { smallestImprovement } from "./what-if/smallest-improvement.js";
export { whatIf } from "./what-if/what-if.js";
export type { WhatIf, WhatIfNode, WhatIfOptions } from "./what-if/what-if-result.js";
