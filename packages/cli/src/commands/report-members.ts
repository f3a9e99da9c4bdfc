/** Whether a value that was read from a file is an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of an object; none of anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The members of a list; none of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The records of a list. */
export function recordsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return listOf(value).filter(isRecord);
}

/** Ends and level of an interval times a factor; `null` where there is none. */
export function intervalOf(
  value: unknown,
  factor = 1,
): { lower: number; upper: number; level: number } | null {
  const { status, lower, upper, level } = recordOf(value);
  if (status !== "ok" || typeof lower !== "number" || typeof upper !== "number" || typeof level !== "number")
    return null;
  return { lower: lower * factor, upper: upper * factor, level };
}

/** A number times a factor; `null` where there is none. */
export function numberOf(value: unknown, factor = 1): number | null {
  return typeof value === "number" ? value * factor : null;
}

/** A message in a language, or a text. */
export function messageOf(value: unknown, lang: "en" | "zh"): string | undefined {
  const text = recordOf(value)[lang];
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

/** `id@version` of a definition, where an answer names one. */
export function citationOf(definition: unknown): readonly string[] {
  const { id, version } = recordOf(definition);
  return typeof id === "string" && typeof version === "string" ? [`${id}@${version}`] : [];
}

/** Package and version that computed an answer. */
export function engineOf(answer: Readonly<Record<string, unknown>>): readonly string[] {
  return typeof answer["engine"] === "string" && answer["engine"] !== "" ? [answer["engine"]] : [];
}
