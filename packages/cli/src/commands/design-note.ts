import type { Language } from "@cxmetrics/definition";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import type { DesignColumns } from "./design-columns.js";

/** How the standard errors came about, where the command line names strata or clusters; `undefined` otherwise. */
export function designNote({ strata, cluster, fpc }: DesignColumns, lang: Language): string | undefined {
  if (strata === undefined && cluster === undefined && fpc === undefined) return undefined;
  const parts = [
    ...(strata === undefined ? [] : [say(lang, words.strataNote, { columns: printable(strata) })]),
    ...(cluster === undefined ? [] : [say(lang, words.clusterNote, { columns: printable(cluster) })]),
    ...(fpc === undefined ? [] : [words.fpcNote[lang]]),
  ];
  return say(lang, words.designNote, { parts: parts.join(lang === "zh" ? "，" : ", ") });
}
