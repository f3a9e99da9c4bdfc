import { type ControlRule, nelsonSource } from "./control-rule.js";
import { pointsBeyond } from "./points-beyond.js";

export const nelson1: ControlRule = {
  id: "nelson-1",
  title: { en: "One point beyond a control limit", zh: "一点超出控制限" },
  source: nelsonSource,
  formula: "|z_i| > L",
  edgeCases: {
    en: "A point on a limit does not signal. The limits are those of the chart; at 3 standard deviations one point in 370 signals by chance. Clamping a limit to the possible range changes nothing, since no value lies beyond that range.",
    zh: "恰好落在控制限上的点不判异。控制限即该图的控制限；取 3 倍标准差时，平均每 370 点误报一次。控制限截断到可能范围不影响判断，因为没有数值会超出该范围。",
  },
  averageRunLength: 370.4,
  windows: (series) => pointsBeyond(series, { count: 1, length: 1, distance: series.multiple }),
};
