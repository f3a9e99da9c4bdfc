import { representable } from "../expect/representable.js";
import type { ControlChartKind, Reading } from "./control-chart-kind.js";
import { readValue } from "./read-value.js";
import { drawShewhart } from "./shewhart.js";
import { valueParameters } from "./value-parameters.js";

export const xmr: ControlChartKind = {
  id: "xmr",
  title: { en: "Individual values and moving ranges (XmR)", zh: "单值–移动极差图（XmR 图）" },
  source:
    "Wheeler, D. J. and Chambers, D. S. (1992). Understanding Statistical Process Control, 2nd ed. Knoxville: SPC Press.",
  formula: "\\bar x \\pm L\\,\\frac{\\overline{MR}}{1.128}, \\quad MR_i = |x_i - x_{i-1}|",
  edgeCases: {
    en: "Moving ranges join neighbouring baseline points with data, across any gap. The limit of the moving ranges themselves is 3.267 times their mean; they depend on one another and are not judged by rules. A baseline of equal values has no limits.",
    zh: "移动极差取相邻的、有数据的基线点，跨越空缺。移动极差自身的上限为其均值的 3.267 倍；移动极差彼此相关，不以规则判断。基线各值相等时没有控制限。",
  },
  centreRange: { min: -Number.MAX_VALUE, max: Number.MAX_VALUE },
  needs: ["standardDeviation"],
  read: readValue,
  estimate: (baseline, options) => valueParameters(baseline, { ...options, dispersion: "moving-range" }),
  draw(readings, parameters, { sigma, min, max }) {
    const drawing = drawShewhart(readings, parameters, { charted: "total", sigma, min, max: () => max });
    let before: Reading | null = null;
    const points = drawing.points.map((point, index) => {
      const reading = readings[index] ?? null;
      const movingRange =
        before && reading ? representable(Math.abs(reading.total - before.total), "moving range") : null;
      before = reading ?? before;
      return { ...point, movingRange };
    });
    return { ...drawing, points };
  },
};
