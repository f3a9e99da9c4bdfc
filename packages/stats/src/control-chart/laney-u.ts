import type { ControlChartKind } from "./control-chart-kind.js";
import { laneyParameters } from "./laney-parameters.js";
import { readRate } from "./read-count.js";
import { rateParameters } from "./share-parameters.js";
import { drawShewhart } from "./shewhart.js";

export const laneyU: ControlChartKind = {
  id: "laney-u",
  title: {
    en: "Events per unit with variation between periods (Laney u′)",
    zh: "含期间变异的单位缺陷数图（Laney u′ 图）",
  },
  source: "Laney, D. B. (2002). Improved control charts for attributes. Quality Engineering 14, 531–537.",
  formula:
    "\\bar u \\pm L\\,\\sigma_{u_i}\\sigma_z, \\quad \\sigma_{u_i} = \\sqrt{\\frac{\\bar u}{n_i}}, \\quad \\sigma_z = \\frac{1}{1.128}\\,\\overline{|z_i - z_{i-1}|}, \\quad z_i = \\frac{u_i - \\bar u}{\\sigma_{u_i}}",
  edgeCases: {
    en: "With σ_z = 1 it is the u chart; below 1 the limits are narrower than the u chart's. Moving ranges join neighbouring baseline points with data, across any gap.",
    zh: "σ_z = 1 时即 u 图；小于 1 时控制限比 u 图更窄。移动极差取相邻的、有数据的基线点，跨越空缺。",
  },
  centreRange: { min: 0, max: Number.MAX_VALUE },
  needs: ["sigmaZ"],
  impliedDeviation: Math.sqrt,
  read: readRate,
  estimate: (baseline, options) => laneyParameters(baseline, rateParameters(baseline), options),
  draw: (readings, parameters, { sigma }) =>
    drawShewhart(readings, parameters, {
      charted: "ratio",
      sigma,
      min: 0,
      max: () => Number.POSITIVE_INFINITY,
    }),
};
