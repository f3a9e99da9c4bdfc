import type { Problem } from "@cxmetrics/definition";

export const badParts: Problem = {
  code: "parts.not-allowed",
  en: "Parts of a whole come as a list of at most 10000 finite numbers from 0 upwards; found {found}. Correct it.",
  zh: "各部分应为大于等于 0 的有限数组成的列表，至多 10000 个；实际为 {found}。请更正。",
};

export const badDigits: Problem = {
  code: "digits.not-allowed",
  en: "Digits are a whole number from 0 to 6; found {found}. Correct it.",
  zh: "小数位数应为 0 到 6 的整数；实际为 {found}。请更正。",
};
