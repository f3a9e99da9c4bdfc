import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";

/** What to say of files that were written. */
export function wroteLine(files: readonly string[], { lang }: Run): string {
  return files.map((file) => say(lang, words.wrote, { file: printable(file) })).join("\n");
}
