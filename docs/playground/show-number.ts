import { isCxMetricsError, type Language, messageIn } from "@cxmetrics/definition";

/** A number for reading: significant digits, no trailing zeros, a real minus sign; a dash where there is none. */
export function showNumber(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const rounded = Number(value.toPrecision(digits));
  const text =
    Math.abs(rounded) >= 1e15
      ? String(rounded)
      : rounded.toLocaleString("en", { maximumFractionDigits: 12, useGrouping: false });
  return text.replace("-", "−");
}

/** A share as per cent. */
export function showPercent(share: number | null | undefined, digits = 3): string {
  return share === null || share === undefined ? "–" : `${showNumber(share * 100, digits)}%`;
}

/** The sentence of whatever was thrown. */
export function sentenceOf(thrown: unknown, lang: Language): string {
  if (isCxMetricsError(thrown)) {
    const place = thrown.path.length > 0 ? `${thrown.path.join(".")}: ` : "";
    return place + messageIn(lang, thrown);
  }
  return thrown instanceof Error ? thrown.message : String(thrown);
}
