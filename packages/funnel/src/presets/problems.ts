import type { Problem } from "@cxmetrics/definition";

export const unknownPreset: Problem = {
  code: "funnel.unknown-preset",
  en: 'No preset is called "{found}".{hint} Choose one of {presets}.',
  zh: "没有名为“{found}”的预设。{hint}请从以下选择：{presets}。",
};

export const plainStepsOnly: Problem = {
  code: "funnel.plain-steps-only",
  en: 'The preset "{preset}" knows no optional and no first-ever steps. Leave them out, or use a definition.',
  zh: "预设“{preset}”不支持可选步骤或首次事件步骤。请去掉，或改用漏斗定义。",
};
