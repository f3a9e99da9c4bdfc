import type { ControlChartKind } from "./control-chart-kind.js";
import { readRate } from "./read-count.js";
import { rateParameters } from "./share-parameters.js";
import { drawShewhart } from "./shewhart.js";

export const u: ControlChartKind = {
  id: "u",
  title: { en: "Events per unit (u chart)", zh: "单位缺陷数图（u 图）" },
  source:
    "Montgomery, D. C. (2009). Introduction to Statistical Quality Control, 6th ed., section 7.3. New York: Wiley.",
  formula: "\\bar u \\pm L\\sqrt{\\frac{\\bar u}{n_i}}, \\quad \\bar u = \\frac{\\sum x_i}{\\sum n_i}",
  edgeCases: {
    en: "The lower limit is clamped to 0. A baseline without events has no limits. With large counts the limits become too narrow for the usual variation between periods: use laney-u.",
    zh: "下控制限截断至 0。基线无事件时没有控制限。计数很大时，控制限相对各期间的常规变异过窄：请改用 laney-u。",
  },
  centreRange: { min: 0, max: Number.MAX_VALUE },
  needs: [],
  impliedDeviation: Math.sqrt,
  read: readRate,
  estimate: rateParameters,
  draw: (readings, parameters, { sigma }) =>
    drawShewhart(readings, parameters, {
      charted: "ratio",
      sigma,
      min: 0,
      max: () => Number.POSITIVE_INFINITY,
    }),
};
