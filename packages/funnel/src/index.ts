export { attributeAtEntry, type EntryValue } from "./attribute-at-entry.js";
export {
  type AttributeByRuleOptions,
  type AttributionRule,
  attributeByRule,
  type RuleAttribution,
} from "./attribution/attribute-by-rule.js";
export {
  attributeMarkov,
  type ChannelCredit,
  type MarkovAttribution,
  type MarkovCredit,
} from "./attribution/attribute-markov.js";
export { type TouchPathOptions, tallyTouchPaths } from "./attribution/tally-touch-paths.js";
export type { TouchPath } from "./attribution/touch-path.js";
export { tallyFunnelGroups } from "./breakdown/tally-funnel-groups.js";
export type { CalendarPeriod } from "./calendar/calendar-period.js";
export { compareClusteredRates } from "./comparison/compare-clustered-rates.js";
export {
  type CompareFunnelsOptions,
  compareFunnels,
  type FunnelComparison,
  type FunnelStepComparison,
} from "./comparison/compare-funnels.js";
export {
  type ActorAttempts,
  type ClusteredRate,
  estimateClusteredRate,
} from "./comparison/estimate-clustered-rate.js";
export { type SampleRatioCheck, sampleRatioMismatch } from "./comparison/sample-ratio-mismatch.js";
export {
  type SimultaneousIntervals,
  type SimultaneousOptions,
  type SimultaneousStep,
  simultaneousStepIntervals,
} from "./comparison/simultaneous-step-intervals.js";
export {
  type CorrelateFunnelOptions,
  correlateFunnel,
  type EventCorrelation,
  type FunnelCorrelation,
} from "./correlation/correlate-funnel.js";
export { defineFunnel } from "./define-funnel.js";
export {
  type DropOff,
  type DropOffRanking,
  type RankDropOffOptions,
  rankDropOff,
} from "./drop-off/rank-drop-off.js";
export { type EncodedIds, encodeIds } from "./encode-ids.js";
export { estimateFunnel } from "./estimate-funnel.js";
export { freezeFunnel } from "./frozen/freeze-funnel.js";
export type { FrozenFunnel } from "./frozen/frozen-funnel.js";
export { tallyFrozenFunnel } from "./frozen/tally-frozen-funnel.js";
export type {
  FunnelActor,
  FunnelBreakdown,
  FunnelDefinition,
  FunnelExclusion,
  FunnelPredicate,
  FunnelStep,
  PropertyRange,
  PropertyValue,
} from "./funnel-definition.js";
export type { FunnelEstimate, FunnelStepEstimate } from "./funnel-estimate.js";
export type { FunnelEvent, FunnelEventColumns, FunnelEvents } from "./funnel-events.js";
export type { FunnelClusters, FunnelTally } from "./funnel-tally.js";
export {
  type Lifecycle,
  type LifecycleOptions,
  type LifecyclePeriod,
  tallyLifecycle,
} from "./lifecycle/tally-lifecycle.js";
export { mergeFunnelTallies } from "./merge-funnel-tallies.js";
export { type OrderedFunnelOptions, orderedFunnel } from "./ordered-funnel.js";
export { parseFunnelDefinition } from "./parse-funnel-definition.js";
export { type LostnessInput, lostness } from "./paths/lostness.js";
export { type PathEfficiency, pathEfficiency } from "./paths/path-efficiency.js";
export type { SessionRule } from "./paths/session-paths.js";
export { type PathLink, type ShortestPath, shortestPath } from "./paths/shortest-path.js";
export {
  type ChannelSwitch,
  type ChannelSwitching,
  type ChannelSwitchingOptions,
  tallyChannelSwitching,
} from "./paths/tally-channel-switching.js";
export { type LostnessOptions, type LostnessTally, tallyLostness } from "./paths/tally-lostness.js";
export {
  type PathEdge,
  type PathNode,
  type PathOptions,
  type PathTally,
  type SankeyData,
  tallyPaths,
} from "./paths/tally-paths.js";
export { compareFunnelRules, type FunnelRulesRow } from "./presets/compare-funnel-rules.js";
export type { FunnelPreset, PresetFunnel } from "./presets/funnel-preset.js";
export { funnelPresets } from "./presets/funnel-presets.js";
export { type PresetTally, presetDefinition, tallyPresetFunnel } from "./presets/tally-preset-funnel.js";
export { type AdhocRetentionOptions, adhocRetention } from "./retention/adhoc-retention.js";
export { defineRetention } from "./retention/define-retention.js";
export {
  type EstimateRetentionOptions,
  estimateRetention,
  type RetentionEstimate,
  type RetentionRate,
} from "./retention/estimate-retention.js";
export { mergeRetentionTallies } from "./retention/merge-retention-tallies.js";
export type { RetentionDefinition } from "./retention/retention-definition.js";
export type { RetentionCohort, RetentionTally } from "./retention/retention-tally.js";
export { type TallyRetentionOptions, tallyRetention } from "./retention/tally-retention.js";
export { type Stickiness, type StickinessOptions, tallyStickiness } from "./retention/tally-stickiness.js";
export {
  estimateSceneFunnel,
  type SceneFunnelEstimate,
  type SceneRate,
  type SceneValues,
} from "./scene/estimate-scene-funnel.js";
export { type SceneFunnelOptions, sceneFunnel } from "./scene/scene-funnel.js";
export {
  createFunnelAccumulator,
  type FunnelAccumulator,
  type FunnelAccumulatorOptions,
} from "./stream/create-funnel-accumulator.js";
export type { FunnelState, SavedEvents, SavedProgress } from "./stream/funnel-state.js";
export { mergeFunnelStates } from "./stream/merge-funnel-states.js";
export { partitionByActor } from "./stream/partition-by-actor.js";
export { tallyFunnelInParts } from "./stream/tally-funnel-in-parts.js";
export { tallyFunnel } from "./tally-funnel.js";
export { type FunnelGroup, tallyFunnelBy } from "./tally-funnel-by.js";
export {
  type ConversionTimes,
  type ConversionTimesOptions,
  conversionTimes,
} from "./time-to-convert/conversion-times.js";
export {
  estimateTimeToConvert,
  type TimeToConvertOptions,
} from "./time-to-convert/estimate-time-to-convert.js";
export {
  type FunnelCohort,
  type FunnelOverTime,
  type FunnelOverTimeOptions,
  funnelOverTime,
} from "./time-to-convert/funnel-over-time.js";
export { type HistogramBins, type TimeHistogram, timeHistogram } from "./time-to-convert/time-histogram.js";
export type { CompleterTimes, TimeToConvertEstimate } from "./time-to-convert/time-to-convert-estimate.js";
