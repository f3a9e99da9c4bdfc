import { type ControlRule, westernElectricSource } from "./control-rule.js";
import { pointsBeyond } from "./points-beyond.js";

export const westernElectric4: ControlRule = {
  id: "western-electric-4",
  title: { en: "Eight points in a row on one side of the centre line", zh: "连续八点落在中心线同一侧" },
  source: westernElectricSource,
  formula: "z_{i-7}, \\dots, z_i > 0 \\ \\text{or all} < 0",
  edgeCases: {
    en: "A point on the centre line ends the run. Every further point of a longer run signals again.",
    zh: "落在中心线上的点使链中断。链继续延长时，其后每个点都会再次判异。",
  },
  averageRunLength: 255.0,
  windows: (series) => pointsBeyond(series, { count: 8, length: 8, distance: 0 }),
};
