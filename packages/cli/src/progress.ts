import type { Language } from "@cxmetrics/definition";
import type { CxIo } from "./cx-io.js";
import { words } from "./messages.js";
import { printable } from "./show/printable.js";
import { say } from "./show/say.js";
import { showCount } from "./show/show-value.js";

/** Tells a person that work goes on. */
export interface Progress {
  rows(file: string, rows: number): void;
  /** Removes what was told, before anything else is printed. */
  clear(): void;
}

/** Short work needs no progress, and a terminal no more than a few lines a second. */
const patience = 700;
const pace = 200;

/** Progress on standard error, only on a terminal and only after some waiting. */
export function progressOn(io: CxIo, lang: Language): Progress {
  if (!io.isTerminal) return { rows() {}, clear() {} };
  const begin = Date.now();
  let last = 0;
  let shown = false;
  return {
    rows(file, rows) {
      const now = Date.now();
      if (now - begin < patience || now - last < pace) return;
      last = now;
      shown = true;
      const line = say(lang, words.reading, { file: printable(file), rows: showCount(rows) });
      io.stderr.write(`\r\u001b[K${line}`);
    },
    clear() {
      if (shown) io.stderr.write("\r\u001b[K");
      shown = false;
    },
  };
}
