import type { ControlChartKind } from "./control-chart-kind.js";
import { laneyParameters } from "./laney-parameters.js";
import { readShare } from "./read-count.js";
import { shareDeviation, shareParameters } from "./share-parameters.js";
import { drawShewhart } from "./shewhart.js";

export const laneyP: ControlChartKind = {
  id: "laney-p",
  title: { en: "Share with variation between periods (Laney p′)", zh: "含期间变异的比率图（Laney p′ 图）" },
  source: "Laney, D. B. (2002). Improved control charts for attributes. Quality Engineering 14, 531–537.",
  formula:
    "\\bar p \\pm L\\,\\sigma_{p_i}\\sigma_z, \\quad \\sigma_{p_i} = \\sqrt{\\frac{\\bar p(1-\\bar p)}{n_i}}, \\quad \\sigma_z = \\frac{1}{1.128}\\,\\overline{|z_i - z_{i-1}|}, \\quad z_i = \\frac{p_i - \\bar p}{\\sigma_{p_i}}",
  edgeCases: {
    en: "With σ_z = 1 it is the p chart; below 1 the limits are narrower than the p chart's. Moving ranges join neighbouring baseline points with data, across any gap.",
    zh: "σ_z = 1 时即 p 图；小于 1 时控制限比 p 图更窄。移动极差取相邻的、有数据的基线点，跨越空缺。",
  },
  centreRange: { min: 0, max: 1 },
  needs: ["sigmaZ"],
  impliedDeviation: shareDeviation,
  read: readShare,
  estimate: (baseline, options) => laneyParameters(baseline, shareParameters(baseline), options),
  draw: (readings, parameters, { sigma }) =>
    drawShewhart(readings, parameters, { charted: "ratio", sigma, min: 0, max: () => 1 }),
};
