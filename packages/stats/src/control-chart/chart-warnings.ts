import { fillMessage, type LocalizedText, type Warning } from "@cxmetrics/definition";
import type { Reading } from "./control-chart-kind.js";
import type {
  ControlChartKindId,
  ControlChartParameters,
  ControlChartPoint,
} from "./control-chart-result.js";

/** Baseline points that textbooks ask for before limits are trusted (Montgomery: 20 to 25). */
const enoughPoints = 20;
/** Expected cases below which the normal limits of a share are rough. */
const enoughCases = 5;

const wordings = {
  "control-chart.short-baseline": {
    en: "Only {count} baseline points have data; limits from fewer than {least} are rough.",
    zh: "有数据的基线点仅 {count} 个；少于 {least} 个时控制限较为粗略。",
  },
  "control-chart.empty-points": {
    en: "{count} points have no data; they stand in their place without a value.",
    zh: "{count} 个点没有数据；保留其位置但无数值。",
  },
  "control-chart.small-expected-count": {
    en: "At {count} points fewer than {least} cases or non-cases are expected; the limits are rough there. Longer periods help.",
    zh: "有 {count} 个点的预期案例数或非案例数少于 {least}，此处控制限较为粗略。可延长统计周期。",
  },
  "control-chart.baseline-signals": {
    en: "{count} baseline points signal; the limits may be too wide. Find the causes and leave such points out of the baseline.",
    zh: "有 {count} 个基线点判异，控制限可能过宽。请查明原因，并将这些点移出基线。",
  },
} satisfies Record<string, LocalizedText>;

function warning(code: keyof typeof wordings, values: Record<string, number>): Warning {
  return { code, message: fillMessage(wordings[code], values), values };
}

const shareKinds: readonly ControlChartKindId[] = ["p", "np", "laney-p"];
const rateKinds: readonly ControlChartKindId[] = ["u", "c", "laney-u"];

/** What a reader of the chart must know although its limits stand. */
export function chartWarnings(
  kind: ControlChartKindId,
  readings: readonly (Reading | null)[],
  { centre }: ControlChartParameters,
  points: readonly ControlChartPoint[],
): readonly Warning[] {
  const baseline = points.filter((point) => point.phase === "baseline");
  const filled = baseline.filter((point) => point.value !== null).length;
  const empty = readings.filter((reading) => reading === null).length;
  const rarer = shareKinds.includes(kind) ? Math.min(centre, 1 - centre) : centre;
  const counted = shareKinds.includes(kind) || rateKinds.includes(kind);
  const rough = readings.filter((reading) => counted && reading && reading.size * rarer < enoughCases).length;
  const signalling = baseline.filter((point) => point.signals.length > 0).length;
  const found: Warning[] = [];
  if (baseline.length > 0 && filled < enoughPoints)
    found.push(warning("control-chart.short-baseline", { count: filled, least: enoughPoints }));
  if (empty > 0) found.push(warning("control-chart.empty-points", { count: empty }));
  if (rough > 0)
    found.push(warning("control-chart.small-expected-count", { count: rough, least: enoughCases }));
  if (signalling > 0) found.push(warning("control-chart.baseline-signals", { count: signalling }));
  return found;
}
