export type { CategoryPairs } from "./agreement/category-pairs.js";
export type { ChanceCorrected } from "./agreement/chance-corrected.js";
export {
  type CohenKappa,
  type CohenKappaOptions,
  cohenKappa,
  type KappaWeights,
} from "./agreement/cohen-kappa.js";
export type { MeasurementLevel } from "./agreement/coincidences.js";
export {
  type CronbachAlpha,
  type CronbachAlphaOptions,
  cronbachAlpha,
  type ItemReliability,
} from "./agreement/cronbach-alpha.js";
export type { Category } from "./agreement/expect/rating.js";
export { type AgreementOptions, type FleissKappa, fleissKappa } from "./agreement/fleiss-kappa.js";
export { type GwetAc1, gwetAc1 } from "./agreement/gwet-ac1.js";
export {
  type IntraclassCorrelation,
  type IntraclassCorrelationOptions,
  type IntraclassForm,
  intraclassCorrelation,
  type MeanSquares,
} from "./agreement/intraclass-correlation.js";
export { type KendallW, kendallW } from "./agreement/kendall-w.js";
export {
  type BootstrapOptions,
  type KrippendorffAlpha,
  type KrippendorffAlphaOptions,
  krippendorffAlpha,
} from "./agreement/krippendorff-alpha.js";
export { type McDonaldOmega, mcDonaldOmega } from "./agreement/mcdonald-omega.js";
export type { CategoryRatings } from "./agreement/unit-counts.js";
export { compensatedSum } from "./compensated-sum.js";
export type { ChartOptions } from "./control-chart/chart-options.js";
export { controlChart } from "./control-chart/control-chart.js";
export type {
  BandCounts,
  ControlChartInput,
  ControlChartOptions,
  CountChartInput,
  CountInPeriod,
  CountInSize,
  CusumChartInput,
  DispersionOptions,
  EwmaChartInput,
  FrozenParameters,
  LaneyChartInput,
  MeasuredValue,
  MovingRangeOptions,
  NetShareChartInput,
  PeriodCountChartInput,
  RuleOptions,
  ValueRange,
  XmrChartInput,
} from "./control-chart/control-chart-input.js";
export type { ControlChartKind, Drawing, Reading } from "./control-chart/control-chart-kind.js";
export type {
  ControlChart,
  ControlChartKindId,
  ControlChartParameters,
  ControlChartPoint,
} from "./control-chart/control-chart-result.js";
export { type CusumDesign, type CusumState, type CusumStep, cusumStep } from "./control-chart/cusum-step.js";
export { type EwmaDesign, type EwmaState, type EwmaStep, ewmaStep } from "./control-chart/ewma-step.js";
export { controlChartKinds } from "./control-chart/registry.js";
export type {
  ControlRule,
  ControlRuleId,
  RuleSeries,
  RuleWindow,
} from "./control-chart/rules/control-rule.js";
export { detectSignals, type RuleLimits } from "./control-chart/rules/detect-signals.js";
export { controlRules } from "./control-chart/rules/registry.js";
export type { Signal } from "./control-chart/signal.js";
export {
  type DifferenceByStandardErrorsInput,
  type DifferenceTest,
  differenceByStandardErrors,
  type ValueWithError,
} from "./difference-by-standard-errors.js";
export type { CellState } from "./disclosure/cell-state.js";
export type { SmallCellRule } from "./disclosure/count-table.js";
export {
  type ReliabilityInput,
  type ReliabilityRule,
  type ReliabilityRuleName,
  type ReliableEstimate,
  reliabilitySuppression,
  type UnreliableEstimate,
} from "./disclosure/reliability-suppression.js";
export {
  type SuppressedList,
  type SuppressedTable,
  suppressSmallCells,
  type WithheldCounts,
} from "./disclosure/suppress-small-cells.js";
export { betaDistribution } from "./distributions/beta.js";
export { binomialDistribution } from "./distributions/binomial.js";
export { chiSquaredDistribution } from "./distributions/chi-squared.js";
export { fDistribution } from "./distributions/f.js";
export { gammaDistribution } from "./distributions/gamma.js";
export { normalDistribution } from "./distributions/normal.js";
export { tDistribution } from "./distributions/t.js";
export type { ImportanceBootstrapReport } from "./drivers/bootstrap-importance.js";
export type { NamedColumn, Predictors } from "./drivers/driver-rows.js";
export type { RelativeImportanceMethod, RelativeImportanceName } from "./drivers/importance-method.js";
export {
  type ImportancePerformanceCuts,
  type ImportancePerformanceGrid,
  type ImportancePerformanceInput,
  type ImportancePerformanceItem,
  type ImportancePerformanceQuadrant,
  importancePerformance,
  type PlacedItem,
} from "./drivers/importance-performance.js";
export type { ImportanceProblem } from "./drivers/importance-problem.js";
export { relativeImportanceMethods } from "./drivers/registry.js";
export { relativeImportance } from "./drivers/relative-importance.js";
export type {
  NoRelativeImportance,
  PredictorImportance,
  RelativeImportance,
  RelativeImportanceInput,
} from "./drivers/relative-importance-result.js";
export type { ImportanceBootstrap, ImportanceSample } from "./drivers/requested-draws.js";
export { engine } from "./engine.js";
export { kishEffectiveSize, type WeightSums } from "./kish-effective-size.js";
export { type MeanIntervalInput, meanInterval } from "./mean-interval.js";
export { median } from "./median.js";
export type { Limits, MethodDescription } from "./method-description.js";
export { type AdjustmentMethodName, adjustPValues } from "./multiplicity/adjust-p-values.js";
export type { AdjustmentMethod } from "./multiplicity/adjustment-method.js";
export { type HomogeneityTest, homogeneityTest } from "./multiplicity/homogeneity-test.js";
export {
  type PairwiseComparison,
  type PairwiseComparisons,
  type PairwiseComparisonsOptions,
  pairwiseComparisons,
} from "./multiplicity/pairwise-comparisons.js";
export { adjustmentMethods } from "./multiplicity/registry.js";
export type { ValueWithVariance } from "./multiplicity/value-with-variance.js";
export {
  type NetShareInterval,
  type NetShareIntervalInput,
  type NetShareIntervalMethod,
  netShareInterval,
} from "./net-share-interval/net-share-interval.js";
export type { NetShareMethod } from "./net-share-interval/net-share-method.js";
export { netShareIntervalMethods } from "./net-share-interval/registry.js";
export {
  type NewcombeDifferenceInput,
  newcombeDifference,
  type ProportionDifference,
} from "./newcombe-difference.js";
export {
  type MinimumDetectableChangeInput,
  minimumDetectableChange,
} from "./planning/minimum-detectable-change.js";
export type { NetShareForm } from "./planning/net-share-form.js";
export type { PlannedPower } from "./planning/planned-power.js";
export type { SampleDesign, SampleSize } from "./planning/planned-size.js";
export {
  type SampleSizeForDifferenceInput,
  sampleSizeForDifference,
} from "./planning/sample-size-for-difference.js";
export {
  type SampleSizeForNetShareInput,
  sampleSizeForNetShare,
} from "./planning/sample-size-for-net-share.js";
export {
  type SampleSizeForNetShareDifferenceInput,
  sampleSizeForNetShareDifference,
} from "./planning/sample-size-for-net-share-difference.js";
export {
  type SampleSizeForProportionInput,
  sampleSizeForProportion,
} from "./planning/sample-size-for-proportion.js";
export {
  type CompareProportionsOptions,
  compareProportions,
  type ProportionComparison,
  type ProportionDifferenceMethodName,
} from "./proportion-difference/compare-proportions.js";
export type { ProportionDifferenceMethod } from "./proportion-difference/proportion-difference-method.js";
export { proportionDifferenceMethods } from "./proportion-difference/registry.js";
export type { ProportionCounts } from "./proportion-interval/proportion-counts.js";
export {
  type ProportionIntervalInput,
  type ProportionIntervalMethod,
  proportionInterval,
} from "./proportion-interval/proportion-interval.js";
export type { ProportionMethod } from "./proportion-interval/proportion-method.js";
export { proportionIntervalMethods } from "./proportion-interval/registry.js";
export { type QuantileOptions, type QuantileType, quantile } from "./quantile.js";
export {
  type MannWhitneyMethod,
  type MannWhitneyOptions,
  type MannWhitneyTest,
  mannWhitney,
} from "./rank-test/mann-whitney.js";
export {
  type BootstrapInterval,
  type BootstrapIntervalInput,
  type BootstrapIntervalMethod,
  bootstrapInterval,
} from "./resampling/bootstrap-interval.js";
export type {
  BootstrapLimits,
  BootstrapMethod,
  BootstrapReplicates,
} from "./resampling/bootstrap-method/bootstrap-method.js";
export { bootstrapIntervalMethods } from "./resampling/bootstrap-method/registry.js";
export {
  type PermutationTest,
  type PermutationTestInput,
  permutationTest,
  type TwoSampleStatistic,
} from "./resampling/permutation-test.js";
export { type RandomStream, randomStream } from "./resampling/random-stream.js";
export {
  type AssessedResponse,
  assessResponseQuality,
  type QualityReason,
  type QualityRuleResult,
  type ResponseQuality,
  type ResponseQualityOptions,
} from "./response-quality/assess-response-quality.js";
export { type BurstFlags, type BurstRule, burstFlags } from "./response-quality/burst-flags.js";
export {
  type ComparableResponse,
  type DuplicateResponses,
  type DuplicateRule,
  duplicateResponses,
} from "./response-quality/duplicate-responses.js";
export type { Answer } from "./response-quality/expect-answers.js";
export {
  type AttentionCheck,
  type FailedChecks,
  type FailedChecksOptions,
  failedChecks,
} from "./response-quality/failed-checks.js";
export { intraIndividualVariability } from "./response-quality/intra-individual-variability.js";
export { type LongString, type LongStringOptions, longString } from "./response-quality/long-string.js";
export {
  type MahalanobisDistances,
  type MahalanobisOptions,
  type MahalanobisRow,
  mahalanobisDistances,
} from "./response-quality/mahalanobis-distances.js";
export type { QualityRow } from "./response-quality/quality-row.js";
export type { QualityRuleName, QualityRules } from "./response-quality/quality-rule.js";
export {
  type RelativeSpeed,
  type RelativeSpeedOptions,
  type RelativeSpeedRow,
  relativeSpeed,
} from "./response-quality/relative-speed.js";
export { sampleStandardDeviation } from "./sample-standard-deviation.js";
export type { SampleSummary } from "./sample-summary.js";
export type { Statistic } from "./statistic.js";
export {
  type AalenJohansenInput,
  aalenJohansen,
  type CumulativeIncidence,
  type IncidencePoint,
  type OutcomeIncidence,
} from "./survival/aalen-johansen.js";
export { type KaplanMeierInput, kaplanMeier } from "./survival/kaplan-meier.js";
export { type LogRankGroup, type LogRankInput, type LogRankTest, logRank } from "./survival/log-rank.js";
export type {
  RestrictedMean,
  SurvivalCurve,
  SurvivalPoint,
  SurvivalQuantile,
} from "./survival/survival-curve.js";
export type { SurvivalIntervalMethod } from "./survival/survival-interval.js";
export { type CochranArmitageTest, cochranArmitage, type TrendGroup } from "./trend/cochran-armitage.js";
export { type LinearTrend, type LinearTrendInput, linearTrend } from "./trend/linear-trend.js";
export { type MannKendallTest, mannKendall } from "./trend/mann-kendall.js";
export { type SenSlope, type SenSlopeInput, senSlope } from "./trend/sen-slope.js";
export type { TimeSeries } from "./trend/time-series.js";
export type { ConditionalOddsRatio } from "./two-by-two/conditional-odds-ratio.js";
export { type FisherExactOptions, type FisherExactTest, fisherExact } from "./two-by-two/fisher-exact.js";
export {
  type DiscordantPairs,
  type McNemarMethod,
  type McNemarOptions,
  type McNemarTest,
  mcNemar,
} from "./two-by-two/mc-nemar.js";
export { type ChiSquaredTest, nMinusOneChiSquared } from "./two-by-two/n-minus-one-chi-squared.js";
export { type PooledZTest, pooledZTest } from "./two-by-two/pooled-z-test.js";
export type { TwoByTwoTable } from "./two-by-two/two-by-two-table.js";
export { weightedQuantileRules } from "./weighted-quantile/registry.js";
export {
  type WeightedQuantileOptions,
  type WeightedQuantileRuleName,
  weightedQuantile,
} from "./weighted-quantile/weighted-quantile.js";
export type { WeightedQuantileRule } from "./weighted-quantile/weighted-quantile-rule.js";
export { type WelchTest, type WelchTestInput, welchTest } from "./welch-test.js";
