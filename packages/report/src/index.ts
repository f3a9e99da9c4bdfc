export {
  chartOfResult,
  type ResultChart,
  type ResultChartKind,
  type ResultChartOptions,
} from "./chart-of-result.js";
export type { ChartOptions } from "./chart-options.js";
export type { ChartHead, ChartTable } from "./charts/chart-table.js";
export type { FunnelChartData } from "./charts/funnel.js";
export type { FunnelChartStep } from "./charts/funnel-step.js";
export type { HeatMapData } from "./charts/heat-map.js";
export type { IntervalsData } from "./charts/intervals.js";
export type { MatrixData, MatrixPoint } from "./charts/matrix.js";
export type { NpsData, NpsReading } from "./charts/nps.js";
export type { RadarData } from "./charts/radar.js";
export type { RankIntervalsData } from "./charts/rank-intervals.js";
export type { ChartInterval, ChartReading } from "./charts/reading.js";
export { type ChartData, type ChartKind, chartKinds } from "./charts/registry.js";
export type { TreeData, TreeNode } from "./charts/tree.js";
export type { TrendData, TrendPoint } from "./charts/trend.js";
export type { WaterfallData } from "./charts/waterfall.js";
export type { Scale } from "./numbers/write-number.js";
export { renderChart, tabulateChart } from "./render-chart.js";
export { type ReportOptions, renderReport } from "./render-report.js";
export { type EmptyField, findEmptyFields } from "./standard/find-empty-fields.js";
export { parseStandardSupplement } from "./standard/parse-standard-supplement.js";
export { renderStandard } from "./standard/render-standard.js";
export type { EvaluatorRating, StandardEvidence } from "./standard/standard-evidence.js";
export type {
  StandardDraft,
  StandardEvaluators,
  StandardIndicator,
  StandardIndicatorTerms,
  StandardPanel,
  StandardRounding,
  StandardSampling,
  StandardSupplement,
  StandardTrial,
  StandardWeights,
  Unfilled,
} from "./standard/standard-supplement.js";
export { standardTemplate } from "./standard/standard-template.js";
