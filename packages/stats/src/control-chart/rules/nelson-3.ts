import { type ControlRule, nelsonSource } from "./control-rule.js";
import { runsOfPoints } from "./runs-of-points.js";

export const nelson3: ControlRule = {
  id: "nelson-3",
  title: { en: "Six points in a row steadily rising or falling", zh: "连续六点持续上升或持续下降" },
  source: nelsonSource,
  formula: "x_{i-5} < x_{i-4} < \\dots < x_i \\ \\text{or} \\ x_{i-5} > x_{i-4} > \\dots > x_i",
  edgeCases: {
    en: "Two equal neighbours break the trend. Adds little where rules 1 and 2 are used (Davis and Woodall, 1988), hence not a default.",
    zh: "相邻两点相等即中断趋势。在已使用规则 1 与 2 时增益很小（Davis 与 Woodall，1988），故不列入默认规则。",
  },
  averageRunLength: 421.6,
  windows({ steps }) {
    // Six points have five steps; the first of them also brings the point before it.
    return [1, -1].flatMap((sign) =>
      runsOfPoints(steps.length, 5, (index) => steps[index] === sign).map(({ indices }) => ({
        indices: [(indices[0] ?? 1) - 1, ...indices],
        direction: sign > 0 ? ("up" as const) : ("down" as const),
      })),
    );
  },
};
