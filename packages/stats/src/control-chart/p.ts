import type { ControlChartKind } from "./control-chart-kind.js";
import { readShare } from "./read-count.js";
import { shareDeviation, shareParameters } from "./share-parameters.js";
import { drawShewhart } from "./shewhart.js";

export const p: ControlChartKind = {
  id: "p",
  title: { en: "Share (p chart)", zh: "不合格品率图（p 图）" },
  source:
    "Shewhart, W. A. (1931). Economic Control of Quality of Manufactured Product. New York: Van Nostrand.",
  formula:
    "\\bar p \\pm L\\sqrt{\\frac{\\bar p(1-\\bar p)}{n_i}}, \\quad \\bar p = \\frac{\\sum x_i}{\\sum n_i}",
  edgeCases: {
    en: "Limits are clamped to 0…1. A baseline with no or all cases has no limits. With thousands of answers a period, tiny differences between periods signal: use laney-p.",
    zh: "控制限截断至 0…1。基线中案例数为零或全为案例时没有控制限。每期回答数以千计时，各期间的微小差异也会判异：请改用 laney-p。",
  },
  centreRange: { min: 0, max: 1 },
  needs: [],
  impliedDeviation: shareDeviation,
  read: readShare,
  estimate: shareParameters,
  draw: (readings, parameters, { sigma }) =>
    drawShewhart(readings, parameters, { charted: "ratio", sigma, min: 0, max: () => 1 }),
};
