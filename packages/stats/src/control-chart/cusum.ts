import type { ControlChartKind, Drawing } from "./control-chart-kind.js";
import { type CusumState, cusumStep } from "./cusum-step.js";
import { readValue } from "./read-value.js";
import type { Signal } from "./signal.js";
import { valueParameters } from "./value-parameters.js";

const empty = {
  value: null,
  lower: null,
  upper: null,
  standardDeviation: null,
  observed: null,
  upperSum: null,
  lowerSum: null,
};

export const cusum: ControlChartKind = {
  id: "cusum",
  title: { en: "Cumulative sums (CUSUM)", zh: "累积和图（CUSUM 图）" },
  source: "Page, E. S. (1954). Continuous inspection schemes. Biometrika 41, 100–115.",
  formula:
    "C^+_i = \\max(0, C^+_{i-1} + z_i - k), \\quad C^-_i = \\min(0, C^-_{i-1} + z_i + k), \\quad z_i = \\frac{x_i - \\mu}{\\sigma}, \\quad \\pm h",
  edgeCases: {
    en: "The sums start at 0 with the first point given, run on from the baseline into monitoring and are not reset by a signal; pass the parameters and the new points alone for a fresh start. The shift began after the last point at which the sum was 0. Periods without data leave the sums as they are. Run rules do not apply.",
    zh: "累积和从所给的第一点起自 0 开始，由基线延续到监控期，判异后不归零；若要重新开始，请只传入参数与新点。偏移大约始于累积和最后一次为 0 的点之后。无数据的时期保持不变。链规则不适用。",
  },
  centreRange: { min: -Number.MAX_VALUE, max: Number.MAX_VALUE },
  needs: ["standardDeviation"],
  read: readValue,
  estimate: valueParameters,
  draw(readings, { centre, standardDeviation }, { k, h }) {
    const design = { centre, standardDeviation, k, h };
    const points: Drawing["points"][number][] = [];
    const signals: Signal[] = [];
    let state: CusumState | null = null;
    readings.forEach((reading, index) => {
      if (!reading) {
        points.push(empty);
        return;
      }
      const step = cusumStep(state, reading.total, design);
      const { upperSum, lowerSum } = step;
      state = { upperSum, lowerSum };
      points.push({
        ...empty,
        value: upperSum >= -lowerSum ? upperSum : lowerSum,
        lower: -h,
        upper: h,
        observed: reading.total,
        upperSum,
        lowerSum,
      });
      for (const direction of step.signals) {
        signals.push({ rule: "cusum", index, indices: [index], direction });
      }
    });
    return { centre: 0, points, signals };
  },
};
