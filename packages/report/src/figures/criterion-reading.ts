import type { ChartReading } from "../charts/reading.js";
import type { ReportPage } from "../page/report-page.js";

/** A criterion of a unit as it is shown: its estimate times its factor. */
export function criterionReading(page: ReportPage, id: string, unit: string, label: string): ChartReading {
  const outcome = page.result.criteria[id]?.[unit];
  if (outcome?.status !== "ok")
    return { label, value: null, reason: outcome?.message[page.lang] ?? page.say("notStated") };
  const factor = page.formOf(id, unit)?.factor ?? 1;
  const { value, n, interval } = outcome;
  const known =
    interval.status === "ok"
      ? { lower: interval.lower * factor, upper: interval.upper * factor, level: interval.level }
      : null;
  return { label, value: value * factor, n, interval: known };
}
