import type { ScoreRule } from "../score-definition.js";

/** What decides an NPS, apart from the rest of its definition: an NPS in a browser carries no titles and citations. */
export const npsRule: ScoreRule = {
  id: "nps",
  scale: { min: 0, max: 10 },
  statistic: { kind: "net-share", upper: [9, 10], lower: [0, 1, 2, 3, 4, 5, 6], unit: "points" },
  base: "valid",
  interval: { method: "nps-score", level: 0.95 },
};
