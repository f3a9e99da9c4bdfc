/** Members that name or cite and never enter a score, where their value has the shape of a text or a source. */
const textKeys = new Set(["title", "note", "purpose", "description", "reason"]);

/** Whether a member of a document is wording: a text in two languages, or a provenance. */
export function isWording(key: string, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (key === "provenance") return "status" in value && "source" in value;
  return textKeys.has(key) && "en" in value && "zh" in value;
}

/** Plain data without its wording, at any depth. */
export function withoutWording(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutWording);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !isWording(key, member))
      .map(([key, member]) => [key, withoutWording(member)]),
  );
}
