import type { Problem } from "@cxmetrics/definition";

export const invalidDocument: Problem = {
  code: "document.invalid",
  en: "At {place}: {problem}.{more} Mend it there.",
  zh: "{place}：{problem}。{more}请在该处改正。",
};

export const notASchema: Problem = {
  code: "schema.unknown",
  en: "The first argument is no zod schema. Pass one, for example ResponseSchema.",
  zh: "第一个参数不是 zod 模式。请传入一个模式，例如 ResponseSchema。",
};
