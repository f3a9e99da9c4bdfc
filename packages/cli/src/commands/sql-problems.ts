import type { Problem } from "@cxmetrics/definition";

export const unknownAnywhere: Problem = {
  code: "definition.unknown",
  en: 'No score or index definition has the id "{name}".{hint} cx definitions lists those of scores; a file of your own is named by its path.',
  zh: "没有 id 为“{name}”的得分或指数定义。{hint}cx definitions 列出得分定义；自有文件请给出路径。",
};

export const notForDefinition: Problem = {
  code: "usage.not-for-definition",
  en: "{option} belongs to the SQL of a {other}, and this is a {kind}. Leave it out.",
  zh: "{option} 用于 {other} 的 SQL，而此定义是 {kind}。请去掉该选项。",
};

export const missingTexts: Problem = {
  code: "usage.codes-only",
  en: '--missing "{found}" holds texts, and the column of a database holds numbers. Write codes such as 11,99.',
  zh: "--missing 的“{found}”含有文本，而数据库列存放数字。请写编码，如 11,99。",
};
