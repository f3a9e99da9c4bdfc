import type { Language, LocalizedText } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { escapeMarkdown } from "./escape-markdown.js";
import { type Labels, labels } from "./labels.js";

/** What the sections of a formula page share. */
export interface PageContext {
  readonly document: IndexDefinition;
  readonly lang: Language;
  readonly words: Labels;
  /** A text of the definition, safe for Markdown. */
  readonly say: (text: LocalizedText) => string;
  /** Title of a node, safe for Markdown. */
  readonly titleOf: (id: string) => string;
}

/** Prepares the sections of a formula page. */
export function pageContext(document: IndexDefinition, lang: Language): PageContext {
  const say = (text: LocalizedText) => escapeMarkdown(text[lang]);
  return { document, lang, words: labels[lang], say, titleOf: (id) => say(nodeAt(document, id).title) };
}
