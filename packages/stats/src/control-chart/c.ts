import { inRange, sampleSize } from "../expect/in-range.js";
import type { ControlChartKind } from "./control-chart-kind.js";
import { rateParameters } from "./share-parameters.js";
import { drawShewhart } from "./shewhart.js";

export const c: ControlChartKind = {
  id: "c",
  title: { en: "Events in equal periods (c chart)", zh: "缺陷数图（c 图）" },
  source:
    "Montgomery, D. C. (2009). Introduction to Statistical Quality Control, 6th ed., section 7.3. New York: Wiley.",
  formula: "\\bar c \\pm L\\sqrt{\\bar c}",
  edgeCases: {
    en: "The lower limit is clamped to 0. A baseline without events has no limits. Where exposure differs between periods use the u chart.",
    zh: "下控制限截断至 0。基线无事件时没有控制限。各期暴露量不同时请用 u 图。",
  },
  centreRange: { min: 0, max: Number.MAX_VALUE },
  needs: [],
  impliedDeviation: Math.sqrt,
  read(point, path) {
    const { count } = point as { count?: unknown };
    if (count === null) return null;
    const total = inRange(count, "count", sampleSize, [...path, "count"]);
    return { total, squares: total, size: 1 };
  },
  estimate: rateParameters,
  draw: (readings, parameters, { sigma }) =>
    drawShewhart(readings, parameters, {
      charted: "ratio",
      sigma,
      min: 0,
      max: () => Number.POSITIVE_INFINITY,
    }),
};
