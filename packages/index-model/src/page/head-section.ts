import { digestDefinition, type Provenance } from "@cxmetrics/definition";
import { escapeMarkdown, linkMarkdown } from "./escape-markdown.js";
import type { PageContext } from "./page-context.js";

/** Title, id, digest, purpose, source and scale. */
export function headSection(page: PageContext): string {
  const { document, words, say } = page;
  const { lower, upper } = document.scale;
  return [
    `# ${say(document.title)}`,
    "",
    `- ${words.definition}${words.colon}\`${document.id}@${document.version}\``,
    `- ${words.digest}${words.colon}\`${digestDefinition(document)}\``,
    ...(document.purpose ? [`- ${words.purpose}${words.colon}${say(document.purpose)}`] : []),
    `- ${words.source}${words.colon}${sourceOf(page, document.provenance)}`,
    `- ${words.scale}${words.colon}${lower} … ${upper}`,
  ].join("\n");
}

/** A provenance on one line: status, source, clause, date, address, note. */
export function sourceOf({ words, say }: PageContext, provenance: Provenance): string {
  const { status, source, clause, date, url, note } = provenance;
  const parts = [
    `${words.status[status]}${words.colon}${escapeMarkdown(source)}`,
    ...[clause, date].flatMap((text) => (text === undefined ? [] : [escapeMarkdown(text)])),
    ...(url === undefined ? [] : [linkMarkdown(url)]),
  ];
  return `${parts.join(words.semicolon)}${note ? words.aside(say(note)) : ""}`;
}
