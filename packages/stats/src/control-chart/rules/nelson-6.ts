import { type ControlRule, nelsonSource } from "./control-rule.js";
import { pointsBeyond } from "./points-beyond.js";

export const nelson6: ControlRule = {
  id: "nelson-6",
  title: {
    en: "Four of five points in a row beyond one standard deviation on one side",
    zh: "连续五点中有四点落在中心线同侧一倍标准差之外",
  },
  source: nelsonSource,
  formula: "\\#\\{j \\in \\{i-4, \\dots, i\\} : z_j > 1\\} \\ge 4 \\ \\text{or} \\ \\#\\{z_j < -1\\} \\ge 4",
  edgeCases: {
    en: "The signalling point is itself beyond the line; points on the line do not count. Four such points at the very start signal at once.",
    zh: "判异的点本身须越线；恰在线上的点不计。序列开头的四点若都越线，立即判异。",
  },
  averageRunLength: 291.32,
  windows: (series) => pointsBeyond(series, { count: 4, length: 5, distance: 1 }),
};
