import { type ControlRule, nelsonSource, onTheLine } from "./control-rule.js";
import { runsOfPoints } from "./runs-of-points.js";

export const nelson8: ControlRule = {
  id: "nelson-8",
  title: {
    en: "Eight points in a row on both sides of the centre line, none within one standard deviation",
    zh: "连续八点落在中心线两侧，且均在一倍标准差之外",
  },
  source: nelsonSource,
  formula: "|z_{i-7}|, \\dots, |z_i| > 1 \\ \\text{on both sides}",
  edgeCases: {
    en: "Eight such points on one side do not signal here: rule 6 has signalled by then. Some programs leave out the condition of both sides.",
    zh: "若八点全在同一侧，此规则不判异：此前规则 6 已判异。部分软件省略“两侧”这一条件。",
  },
  averageRunLength: 14342.3,
  windows: ({ z }) =>
    runsOfPoints(z.length, 8, (index) => Math.abs(z[index] ?? 0) > 1 + onTheLine).filter(
      ({ indices }) => Math.abs(indices.reduce((sum, index) => sum + Math.sign(z[index] ?? 0), 0)) < 8,
    ),
};
