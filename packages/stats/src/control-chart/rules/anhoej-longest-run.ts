import { anhoejSource, type ControlRule, type RuleWindow } from "./control-rule.js";
import { sidesOfPoints } from "./sides-of-points.js";

export const anhoejLongestRun: ControlRule = {
  id: "anhoej-longest-run",
  title: { en: "Unusually long run on one side of the centre line", zh: "中心线同侧的链异常长" },
  source: anhoejSource,
  formula: "\\text{longest run} > \\operatorname{round}(\\log_2 n) + 3",
  edgeCases: {
    en: "Judges the whole series, not point by point; n counts the points off the centre line, and points on it are left out (they end runs under the other rules). Signals at the end of the longest run, the first one among equals. Alone it signals by chance in 3.3 % of series of 24 points; with anhoej-crossings in 6.6 %.",
    zh: "判断整段序列，而非逐点判断；n 为不在中心线上的点数，线上的点略去不计（在其他规则中则使链中断）。在最长链的末端判异，等长时取最早者。24 点的序列单用此规则误报率为 3.3%，与 anhoej-crossings 合用为 6.6%。",
  },
  averageRunLength: null,
  windows({ z }) {
    const sides = sidesOfPoints(z);
    if (sides.length === 0) return [];
    let longest: typeof sides = [];
    let start = 0;
    for (let end = 0; end < sides.length; end++) {
      if (sides[end]?.side !== sides[start]?.side) start = end;
      if (end - start + 1 > longest.length) longest = sides.slice(start, end + 1);
    }
    if (longest.length <= Math.round(Math.log2(sides.length)) + 3) return [];
    const window: RuleWindow = {
      indices: longest.map(({ index }) => index),
      direction: (longest[0]?.side ?? 0) > 0 ? "up" : "down",
    };
    return [window];
  },
};
