import { judged, notAssessed, type QualityRule } from "../quality-rule.js";
import { relativeSpeed } from "../relative-speed.js";

export const relativeSpeedRule: QualityRule<"relativeSpeed"> = {
  id: "relativeSpeed",
  message: {
    en: "{measured} times as fast as the median; {limit} or more is flagged.",
    zh: "作答速度为中位速度的 {measured} 倍；达到 {limit} 倍即标记。",
  },
  assess(rows, setting) {
    const durations = rows.map((row) => row.durationMs ?? null);
    const found = relativeSpeed(durations, setting);
    if (found.status !== "ok") return found;
    return found.rows.map((row) =>
      row === null ? notAssessed : judged(row.flagged, row.index, found.flagAt),
    );
  },
};
