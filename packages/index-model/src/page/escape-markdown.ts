const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "{": "&#123;",
  "}": "&#125;",
};

/**
 * A text from a definition as it may stand in Markdown, also inside a table: no markup, no HTML, no formula, no template
 * placeholder, no line break.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[&<>{}]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\\`*_[\]|~$#!]/g, "\\$&")
    .trim();
}

/** A web address as a Markdown link; anything that is no web address as plain text. */
export function linkMarkdown(address: string): string {
  if (!/^https?:\/\/[^\s<>`|{}\\"]+$/i.test(address)) return escapeMarkdown(address);
  return `<${address}>`;
}

/** A table; the cells are Markdown already. */
export function tableMarkdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
