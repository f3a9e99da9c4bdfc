import type { Language } from "@cxmetrics/definition";
import { writeLevel } from "../numbers/write-number.js";
import { chartWords } from "./chart-words.js";
import type { ChartInterval } from "./reading.js";
import { say } from "./write-cells.js";

/** The confidence levels that the whiskers of a chart stand for, or nothing where there are no whiskers. */
export function levelNote(
  readings: readonly { readonly interval?: ChartInterval | null }[],
  lang: Language,
): string | undefined {
  const levels = new Set(readings.flatMap(({ interval }) => (interval ? [writeLevel(interval.level)] : [])));
  if (levels.size === 0) return undefined;
  return `${chartWords.value[lang]}${lang === "zh" ? "，" : ", "}${say(chartWords.level, lang, { level: [...levels].join(" / ") })}`;
}
