import { burstFlags } from "../burst-flags.js";
import { isGiven, judged, notAssessed, type QualityRule } from "../quality-rule.js";

export const burstsRule: QualityRule<"bursts"> = {
  id: "bursts",
  message: {
    en: "Came in a burst: more than {limit} responses within the window.",
    zh: "集中涌入：时间窗口内的答卷超过 {limit} 份。",
  },
  assess(rows, setting) {
    const found = burstFlags(
      rows.map((row) => row.timeMs),
      setting,
    );
    if (found.status !== "ok") return found;
    const flagged = new Set(found.flagged);
    return rows.map((row, index) =>
      isGiven(row.timeMs) ? judged(flagged.has(index), null, setting.most) : notAssessed,
    );
  },
};
