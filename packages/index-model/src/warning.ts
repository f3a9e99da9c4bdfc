import { fillMessage, type LocalizedText, type Warning } from "@cxmetrics/definition";

/** A warning with its sentence filled in. */
export function warning(
  code: string,
  text: LocalizedText,
  values: Readonly<Record<string, string | number>>,
): Warning {
  return { code, message: fillMessage(text, values), values };
}
