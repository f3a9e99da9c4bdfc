import type { Language } from "@cxmetrics/definition";
import { finite } from "./finite.js";

const units = [
  { ms: 86_400_000, en: "d", zh: "天" },
  { ms: 3_600_000, en: "h", zh: "小时" },
  { ms: 60_000, en: "min", zh: "分钟" },
  { ms: 1000, en: "s", zh: "秒" },
  { ms: 1, en: "ms", zh: "毫秒" },
] as const;

/** A span of time in the largest unit of which it has one, to three digits. */
export function writeSpan(spanMs: number, lang: Language): string {
  const size = Math.abs(finite(spanMs));
  const unit = units.find(({ ms }) => size >= ms) ?? units[4];
  const value = spanMs / unit.ms;
  return `${Number(value.toPrecision(3))} ${unit[lang]}`;
}
