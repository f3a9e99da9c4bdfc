import type { Problem } from "@cxmetrics/definition";

export const notFourSteps: Problem = {
  code: "funnel.not-four-steps",
  en: "A scene funnel has four steps; this tally has {found}. Tally by a definition of sceneFunnel.",
  zh: "场景漏斗有四个步骤，而此计数有 {found} 个。请用 sceneFunnel 的定义计数。",
};

export const badValue: Problem = {
  code: "funnel.bad-value",
  en: "{name} is a finite number{from}; found {found}. Leave it out where it is not known.",
  zh: "{name} 应为{from}有限数字；实际为 {found}。未知时请省略。",
};
