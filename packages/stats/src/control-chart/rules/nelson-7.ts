import { type ControlRule, nelsonSource, onTheLine } from "./control-rule.js";
import { runsOfPoints } from "./runs-of-points.js";

export const nelson7: ControlRule = {
  id: "nelson-7",
  title: {
    en: "Fifteen points in a row within one standard deviation of the centre line",
    zh: "连续十五点落在中心线两侧一倍标准差之内",
  },
  source: nelsonSource,
  formula: "|z_{i-14}|, \\dots, |z_i| < 1",
  edgeCases: {
    en: "A point at one standard deviation is not within it. Often the sign of limits that are too wide, for example of groups mixed in one sample.",
    zh: "恰在一倍标准差处的点不算在内。往往说明控制限过宽，例如同一样本中混有不同群体。",
  },
  averageRunLength: 963.27,
  windows: ({ z }) => runsOfPoints(z.length, 15, (index) => Math.abs(z[index] ?? 0) < 1 - onTheLine),
};
