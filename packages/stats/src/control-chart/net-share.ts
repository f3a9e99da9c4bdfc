import { CxMetricsError } from "@cxmetrics/definition";
import { inRange, sampleSize } from "../expect/in-range.js";
import { netShareVariance } from "../net-share-interval/net-share-method.js";
import { noVariation } from "../reasons.js";
import type { ControlChartKind } from "./control-chart-kind.js";
import { pooled } from "./pooled.js";
import { bandsExceedSize } from "./problems.js";
import { drawShewhart } from "./shewhart.js";

export const netShare: ControlChartKind = {
  id: "net-share",
  title: { en: "Net share, such as the Net Promoter Score", zh: "净占比（如净推荐值）" },
  source:
    "Shewhart limits with the multinomial variance of a net share; the variance as in Rocks, B. (2016), The American Statistician 70, 365–372.",
  formula:
    "m \\pm L\\sqrt{\\frac{\\bar V}{n_i}}, \\quad m = \\bar p_u - \\bar p_l, \\quad \\bar V = \\bar p_u + \\bar p_l - m^2, \\quad \\bar p = \\frac{\\sum x_i}{\\sum n_i}",
  edgeCases: {
    en: "On −1…1, to which limits are clamped; multiply by 100 for points. A baseline with all answers in one band has no limits. The same score can hide opposite moves: chart both bands as p charts too.",
    zh: "取值 −1…1，控制限截断于此；乘以 100 得分值。基线全部回答落在同一区段时没有控制限。同一净值可能掩盖相反的变化：建议同时为两端区段各绘一张 p 图。",
  },
  centreRange: { min: -1, max: 1 },
  needs: ["standardDeviation"],
  read(point, path) {
    const { upper, lower, size } = point as { upper?: unknown; lower?: unknown; size?: unknown };
    const all = inRange(size, "size", sampleSize, [...path, "size"]);
    const above = inRange(upper, "upper", sampleSize, [...path, "upper"]);
    const below = inRange(lower, "lower", sampleSize, [...path, "lower"]);
    // Weighted counts may add up to the size and a rounding error.
    if (above + below > all * (1 + 1e-9)) {
      throw new CxMetricsError(bandsExceedSize, { path, values: { upper: above, lower: below, size: all } });
    }
    return all === 0 ? null : { total: above - below, squares: above + below, size: all };
  },
  estimate(baseline) {
    const { total, squares, size } = pooled(baseline);
    const variance = netShareVariance((squares + total) / 2 / size, (squares - total) / 2 / size);
    return variance > 0 ? { centre: total / size, standardDeviation: Math.sqrt(variance) } : noVariation;
  },
  draw: (readings, parameters, { sigma }) =>
    drawShewhart(readings, parameters, { charted: "ratio", sigma, min: -1, max: () => 1 }),
};
