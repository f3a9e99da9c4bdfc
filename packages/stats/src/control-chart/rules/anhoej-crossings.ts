import { binomialDistribution } from "../../distributions/binomial.js";
import { anhoejSource, type ControlRule } from "./control-rule.js";
import { sidesOfPoints } from "./sides-of-points.js";

export const anhoejCrossings: ControlRule = {
  id: "anhoej-crossings",
  title: { en: "Unusually few crossings of the centre line", zh: "穿越中心线的次数异常少" },
  source: anhoejSource,
  formula: "\\text{crossings} < q_{0.05}\\left(\\operatorname{Bin}(n-1, \\tfrac12)\\right)",
  edgeCases: {
    en: "Judges the whole series, not point by point; points on the centre line are left out, and n counts the others. Signals at the last of them. Alone it signals by chance in 4.7 % of series of 24 points.",
    zh: "判断整段序列，而非逐点判断；中心线上的点略去不计，n 为其余点数。在其中最后一点判异。24 点的序列单用此规则误报率为 4.7%。",
  },
  averageRunLength: null,
  windows({ z }) {
    const sides = sidesOfPoints(z);
    if (sides.length < 2) return [];
    const crossings = sides.filter(({ side }, k) => k > 0 && side !== sides[k - 1]?.side).length;
    if (crossings >= binomialDistribution.quantile(0.05, sides.length - 1, 0.5)) return [];
    return [{ indices: sides.map(({ index }) => index), direction: null }];
  },
};
