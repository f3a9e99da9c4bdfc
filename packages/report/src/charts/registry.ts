import type { ChartKindEntry } from "./chart-kind.js";
import type { FunnelChartData } from "./funnel.js";
import { funnel } from "./funnel.js";
import type { HeatMapData } from "./heat-map.js";
import { heatMap } from "./heat-map.js";
import type { IntervalsData } from "./intervals.js";
import { intervals } from "./intervals.js";
import type { MatrixData } from "./matrix.js";
import { matrix } from "./matrix.js";
import type { NpsData } from "./nps.js";
import { nps } from "./nps.js";
import type { RadarData } from "./radar.js";
import { radar } from "./radar.js";
import type { RankIntervalsData } from "./rank-intervals.js";
import { rankIntervals } from "./rank-intervals.js";
import type { TreeData } from "./tree.js";
import { tree } from "./tree.js";
import type { TrendData } from "./trend.js";
import { trend } from "./trend.js";
import type { WaterfallData } from "./waterfall.js";
import { waterfall } from "./waterfall.js";

/** What each kind of chart shows, by name. */
export interface ChartData {
  readonly intervals: IntervalsData;
  readonly nps: NpsData;
  readonly trend: TrendData;
  readonly funnel: FunnelChartData;
  readonly tree: TreeData;
  readonly radar: RadarData;
  readonly "heat-map": HeatMapData;
  readonly matrix: MatrixData;
  readonly waterfall: WaterfallData;
  readonly "rank-intervals": RankIntervalsData;
}

/** Name of a kind of chart. */
export type ChartKind = keyof ChartData;

/** Every kind of chart: how its data are read, drawn and told in numbers. */
export const charts: { readonly [K in ChartKind]: ChartKindEntry<ChartData[K]> } = {
  intervals,
  nps,
  trend,
  funnel,
  tree,
  radar,
  "heat-map": heatMap,
  matrix,
  waterfall,
  "rank-intervals": rankIntervals,
};

/**
 * The names of the kinds of chart that `renderChart` knows, in the order of presentation.
 *
 * @example
 * ```ts
 * chartKinds[1]; // => "nps"
 * chartKinds.length; // => 10
 * ```
 */
export const chartKinds: readonly ChartKind[] = Object.keys(charts) as ChartKind[];
