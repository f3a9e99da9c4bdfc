import type { Problem } from "@cxmetrics/definition";

export const choiceNotBoolean: Problem = {
  code: "option.not-boolean",
  en: "{name} must be true or false; found {found}.",
  zh: "{name} 必须为 true 或 false；此处为 {found}。",
};
