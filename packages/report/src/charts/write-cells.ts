import { fillMessage, type Language } from "@cxmetrics/definition";
import { writeCount, writeLevel } from "../numbers/write-number.js";
import { chartWords } from "./chart-words.js";
import type { ChartInterval, ChartReading } from "./reading.js";

/** The value of a reading, or why it has none. */
export function valueCell(
  { value, reason }: ChartReading,
  write: (value: number) => string,
  lang: Language,
): string {
  return value === null ? (reason ?? chartWords.noValue[lang]) : write(value);
}

/** Records in the base; a blank would look like none. */
export function countCell(n: number | null | undefined, lang: Language): string {
  return n === null || n === undefined ? chartWords.notTold[lang] : writeCount(n);
}

/** `[66.3, 73.2] 95%`. */
export function intervalCell(
  interval: ChartInterval | null | undefined,
  write: (value: number) => string,
  lang: Language,
): string {
  if (!interval) return chartWords.noInterval[lang];
  return `${brackets(interval, write)} ${writeLevel(interval.level)}`;
}

/** `[66.3, 73.2]`. */
export function brackets({ lower, upper }: ChartInterval, write: (value: number) => string): string {
  return `[${write(lower)}, ${write(upper)}]`;
}

/** Fills the places of a wording in one language. */
export function say(
  text: { readonly en: string; readonly zh: string },
  lang: Language,
  values: Readonly<Record<string, string | number>>,
): string {
  return fillMessage(text, values)[lang];
}
