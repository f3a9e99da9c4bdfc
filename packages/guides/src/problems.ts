import type { Problem } from "@cxmetrics/definition";

export const unknownDefinition: Problem = {
  code: "definition.unknown",
  en: 'There is no index definition "{name}".{hint} Shipped: {known}.',
  zh: "没有名为 “{name}” 的指数定义。{hint}现有定义：{known}。",
};
