import type { Language } from "@cxmetrics/definition";
import { chinese } from "./labels/chinese.js";
import { english } from "./labels/english.js";

/** Every word of a workbook that is not data. */
export type Labels = typeof english;

/** The words in a language. */
export function labelsIn(lang: Language): Labels {
  return lang === "zh" ? chinese : english;
}
