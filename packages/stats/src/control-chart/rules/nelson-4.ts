import { type ControlRule, nelsonSource } from "./control-rule.js";
import { runsOfPoints } from "./runs-of-points.js";

export const nelson4: ControlRule = {
  id: "nelson-4",
  title: { en: "Fourteen points in a row alternating up and down", zh: "连续十四点交替上升与下降" },
  source: nelsonSource,
  formula: "(x_j - x_{j-1})(x_{j-1} - x_{j-2}) < 0 \\ \\text{for} \\ j = i-11, \\dots, i",
  edgeCases: {
    en: "Two equal neighbours break the pattern. Typical of two sources charted in turn.",
    zh: "相邻两点相等即中断该模式。常见于把两个来源的数据轮流绘入同一图。",
  },
  averageRunLength: 601.01,
  windows({ steps }) {
    // Fourteen points have thirteen steps, hence twelve turns; the first turn also brings the two points before it.
    const turns = (index: number) => (steps[index] ?? 0) * (steps[index - 1] ?? 0) < 0;
    return runsOfPoints(steps.length, 12, turns).map(({ indices }) => {
      const first = indices[0] ?? 2;
      return { indices: [first - 2, first - 1, ...indices], direction: null };
    });
  },
};
