import { type ControlRule, nelsonSource } from "./control-rule.js";
import { pointsBeyond } from "./points-beyond.js";

export const nelson2: ControlRule = {
  id: "nelson-2",
  title: { en: "Nine points in a row on one side of the centre line", zh: "连续九点落在中心线同一侧" },
  source: nelsonSource,
  formula: "z_{i-8}, \\dots, z_i > 0 \\ \\text{or all} < 0",
  edgeCases: {
    en: "A point on the centre line ends the run. Every further point of a longer run signals again.",
    zh: "落在中心线上的点使链中断。链继续延长时，其后每个点都会再次判异。",
  },
  averageRunLength: 511.0,
  windows: (series) => pointsBeyond(series, { count: 9, length: 9, distance: 0 }),
};
