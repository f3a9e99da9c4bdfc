import { type ControlRule, westernElectricSource } from "./control-rule.js";
import { pointsBeyond } from "./points-beyond.js";

export const westernElectric2: ControlRule = {
  id: "western-electric-2",
  title: {
    en: "Two of three points in a row beyond two standard deviations on one side",
    zh: "连续三点中有两点落在中心线同侧两倍标准差之外",
  },
  source: westernElectricSource,
  formula: "\\#\\{j \\in \\{i-2, \\dots, i\\} : z_j > 2\\} \\ge 2 \\ \\text{or} \\ \\#\\{z_j < -2\\} \\ge 2",
  edgeCases: {
    en: "The signalling point is itself beyond the line; points on the line do not count. Two such points at the very start signal at once.",
    zh: "判异的点本身须越线；恰在线上的点不计。序列开头的两点若都越线，立即判异。",
  },
  averageRunLength: 510.69,
  windows: (series) => pointsBeyond(series, { count: 2, length: 3, distance: 2 }),
};
