import type { Problem } from "@cxmetrics/definition";

export const badKanoAnswer: Problem = {
  code: "kano.answer-not-allowed",
  en: "{name}: a Kano answer is 1 (like), 2 (must be), 3 (neutral), 4 (live with) or 5 (dislike); found {found}. Recode it, with 1 as the most favourable.",
  zh: "{name}：Kano 回答应为 1（喜欢）、2（理所当然）、3（无所谓）、4（能忍受）或 5（不喜欢）；实际为 {found}。请重新编码，1 为最有利。",
};

export const badKanoCount: Problem = {
  code: "kano.count-not-allowed",
  en: "{name}: expected a whole number of answers from 0 upwards, found {found}. Give counts as classifyKano names them.",
  zh: "{name}：应为大于等于 0 的整数回答数，实际为 {found}。请按 classifyKano 的类别名给出计数。",
};
