import type { IntervalsData } from "../charts/intervals.js";
import type { ReportPage } from "../page/report-page.js";

/** The index of every unit with its interval. */
export function indexData({ result, lang, say, scale }: ReportPage): IntervalsData {
  return {
    scale,
    readings: result.units.map(({ id, title }) => {
      const root = result.roots[id];
      return root?.status === "ok"
        ? {
            label: title[lang],
            value: root.value,
            interval: root.interval.status === "ok" ? root.interval : null,
          }
        : { label: title[lang], value: null, reason: root?.message[lang] ?? say("notStated") };
    }),
  };
}
