import type { Problem } from "@cxmetrics/definition";

export const noPredictors: Problem = {
  code: "drivers.no-predictors",
  en: "There is no predictor. Name at least one with its values.",
  zh: "没有任何预测变量。请至少提供一个预测变量及其取值。",
};

export const tooManyPredictors: Problem = {
  code: "drivers.too-many-predictors",
  en: "There are {found} predictors; at most {most} are allowed. Leave some out or combine them.",
  zh: "预测变量有 {found} 个，最多允许 {most} 个。请删减或合并。",
};

export const lengthMismatch: Problem = {
  code: "lists.length-mismatch",
  en: "{name} holds {found} values, but the outcome holds {expected}. Give one value per row, and null where it is missing.",
  zh: "{name} 有 {found} 个值，而结果变量有 {expected} 个。请每行给出一个值，缺失处用 null。",
};

export const badName: Problem = {
  code: "name.not-allowed",
  en: "{found} is not a name. Write a text that is not blank.",
  zh: "{found} 不是名称。请写成非空文本。",
};

export const duplicateName: Problem = {
  code: "name.duplicate",
  en: 'The name "{name}" occurs more than once. Rename one of them.',
  zh: "名称“{name}”重复出现。请改名。",
};

export const missingPolicyUnknown: Problem = {
  code: "drivers.missing-policy",
  en: 'Say how rows with missing values are treated: missing: "listwise" leaves out every row that lacks a value. Found {found}.',
  zh: '请指明如何处理含缺失值的行：missing: "listwise" 表示剔除任何含缺失值的行。此处为 {found}。',
};

export const sampleRequired: Problem = {
  code: "drivers.sample-required",
  en: "{found} predictors have too many orders to average over exactly (at most {most} predictors). Pass sample: { permutations, seed }, or choose another method.",
  zh: "{found} 个预测变量的排列过多，无法精确平均（最多 {most} 个）。请传入 sample: { permutations, seed }，或改用其他方法。",
};

export const sampleNotUsed: Problem = {
  code: "drivers.sample-not-used",
  en: 'Only the method "lmg" averages over orders; "{method}" takes no sample. Leave sample out.',
  zh: "只有 “lmg” 方法对排列求平均；“{method}” 不需要抽样。请去掉 sample。",
};

export const tooMuchWork: Problem = {
  code: "drivers.too-much-work",
  en: "These resamples, permutations and predictors together would take too long. Ask for fewer resamples or permutations, or choose the method johnson.",
  zh: "重抽样次数、排列数与预测变量合计的计算量过大。请减少重抽样或排列次数，或改用 johnson 方法。",
};

export const cutsUnknown: Problem = {
  code: "importance-performance.cuts",
  en: 'Lines run at "means", at "medians", or where { importance, performance } says; found {found}. Choose one of these.',
  zh: '分界线可取 "means"（均值）、"medians"（中位数），或由 { importance, performance } 给定；此处为 {found}。请选择其一。',
};
