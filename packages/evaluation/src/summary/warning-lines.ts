import type { Language } from "@cxmetrics/definition";
import type { EvaluationResult } from "../evaluation-result.js";
import { escapeCell } from "./escape-cell.js";

/** Warnings, equal ones once, with the measures and units that they are about. */
export function warningLines(result: EvaluationResult, lang: Language): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { code, message, values } of result.warnings) {
    const text = `${message[lang]} (${code})`;
    const { measure, unit } = values ?? {};
    const place = typeof measure === "string" && typeof unit === "string" ? [`${measure}/${unit}`] : [];
    places.set(text, [...(places.get(text) ?? []), ...place]);
  }
  return [...places].map(
    ([text, list]) => `- ${escapeCell(list.length === 0 ? text : `${text} — ${list.join(", ")}`)}`,
  );
}
