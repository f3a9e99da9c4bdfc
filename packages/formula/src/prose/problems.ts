import type { Problem } from "@cxmetrics/definition";

export const notAPart: Problem = {
  code: "prose.not-a-text",
  en: "A part of a sentence is {found}. Give texts.",
  zh: "句子的组成部分为 {found}。请给出文本。",
};
