/** Makes untrusted text safe in a Markdown table: no cell breaks, no line breaks, no tags. */
export function escapeCell(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, " ")
    .replaceAll("\\|", "|")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;");
}
