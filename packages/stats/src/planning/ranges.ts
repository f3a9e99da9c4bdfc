import type { ParameterRange } from "../expect/in-range.js";

export const proportionMargin: ParameterRange = {
  holds: (value) => value > 0 && value < 1,
  en: "strictly between 0 and 1 (0.05 for 5 percentage points)",
  zh: "严格介于 0 与 1 之间（5 个百分点写作 0.05）",
};

export const netShareMargin: ParameterRange = {
  holds: (value) => value > 0 && value < 2,
  en: "strictly between 0 and 2, on the scale −1…1 (0.05 for 5 points)",
  zh: "严格介于 0 与 2 之间，按 −1…1 计（5 分写作 0.05）",
};

export const netShareVarianceRange: ParameterRange = {
  holds: (value) => value >= 0 && value <= 1,
  en: "between 0 and 1, the largest variance of answers scored −1, 0 and +1",
  zh: "介于 0 与 1 之间；1 是计为 −1、0、+1 的回答的最大方差",
};

export const populationSize: ParameterRange = {
  holds: (value) => value >= 1,
  en: "at least 1",
  zh: "大于或等于 1",
};

export const designEffectRange: ParameterRange = {
  holds: (value) => value >= 0.01 && value <= 1000,
  en: "between 0.01 and 1000",
  zh: "介于 0.01 与 1000 之间",
};

export const notZero: ParameterRange = {
  holds: (value) => value !== 0,
  en: "other than 0",
  zh: "不为 0",
};
