import type { ControlChartKind, Drawing } from "./control-chart-kind.js";
import { type EwmaState, ewmaStep } from "./ewma-step.js";
import { readValue } from "./read-value.js";
import type { Signal } from "./signal.js";
import { valueParameters } from "./value-parameters.js";

export const ewma: ControlChartKind = {
  id: "ewma",
  title: { en: "Exponentially weighted moving average (EWMA)", zh: "指数加权移动平均图（EWMA 图）" },
  source:
    "Roberts, S. W. (1959). Control chart tests based on geometric moving averages. Technometrics 1, 239–250. Lucas, J. M. and Saccucci, M. S. (1990). Technometrics 32, 1–29.",
  formula:
    "\\mu \\pm L\\sigma\\sqrt{\\frac{\\lambda}{2-\\lambda}\\left(1-(1-\\lambda)^{2i}\\right)}, \\quad z_i = \\lambda x_i + (1-\\lambda) z_{i-1}, \\quad z_0 = \\mu",
  edgeCases: {
    en: "The average starts at the centre with the first point given and runs on from the baseline into monitoring; pass the parameters and the new points alone for a fresh start. Periods without data leave it as it is. Its points depend on one another, so run rules do not apply.",
    zh: "移动平均从所给的第一点起、自中心线开始，并由基线延续到监控期；若要重新开始，请只传入参数与新点。无数据的时期保持不变。各点彼此相关，链规则不适用。",
  },
  centreRange: { min: -Number.MAX_VALUE, max: Number.MAX_VALUE },
  needs: ["standardDeviation"],
  read: readValue,
  estimate: valueParameters,
  draw(readings, { centre, standardDeviation }, { lambda, sigma, limits, min, max }) {
    const design = { centre, standardDeviation, lambda, sigma, limits };
    const points: Drawing["points"][number][] = [];
    const signals: Signal[] = [];
    let state: EwmaState | null = null;
    readings.forEach((reading, index) => {
      if (!reading) {
        points.push({ value: null, lower: null, upper: null, standardDeviation: null, observed: null });
        return;
      }
      const step = ewmaStep(state, reading.total, design);
      state = { value: step.value, step: step.step };
      points.push({
        value: step.value,
        lower: Math.max(min, step.lower),
        upper: Math.min(max, step.upper),
        standardDeviation: step.standardDeviation,
        observed: reading.total,
      });
      for (const direction of step.signals)
        signals.push({ rule: "ewma", index, indices: [index], direction });
    });
    return { centre, points, signals };
  },
};
