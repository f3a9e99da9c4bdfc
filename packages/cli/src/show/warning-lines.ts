import type { Language, Warning } from "@cxmetrics/definition";
import { words } from "../messages.js";
import { printable } from "./printable.js";
import { say } from "./say.js";

/** A warning, and the group of rows that it is about where it is about one. */
export interface GroupWarning extends Warning {
  readonly group?: string;
}

/**
 * Warnings as lines. One that several groups share is told once, with their names.
 *
 * @example
 * ```js
 * const message = { en: "Few answers.", zh: "答案少。" };
 * warningLines([{ code: "few", message, group: "a" }, { code: "few", message, group: "b" }], "en"); // => ["Few answers. (in: a, b)"]
 * ```
 */
export function warningLines(warnings: readonly GroupWarning[], lang: Language): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { message, group } of warnings) {
    const named = groups.get(message[lang]) ?? [];
    if (group !== undefined) named.push(group === "" ? words.blank[lang] : group);
    groups.set(message[lang], named);
  }
  return [...groups].map(([sentence, names]) => {
    if (names.length === 0) return printable(sentence);
    const shown = names.slice(0, 6).join(", ") + (names.length > 6 ? `, … (+${names.length - 6})` : "");
    return printable(`${sentence} (${say(lang, words.inGroups, { groups: shown })})`);
  });
}
