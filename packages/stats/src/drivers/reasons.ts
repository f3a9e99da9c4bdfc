import { fillMessage, type NotComputable, type Warning } from "@cxmetrics/definition";

export function tooFewRows(n: number, least: number): NotComputable {
  return {
    status: "not-computable",
    reason: "too-few-observations",
    message: fillMessage(
      {
        en: "{n} complete rows are too few for this many predictors. At least {least} are needed.",
        zh: "完整的行仅有 {n} 个，相对预测变量个数过少。至少需要 {least} 行。",
      },
      { n, least },
    ),
  };
}

export function constantPredictors(names: readonly string[]): NotComputable {
  return {
    status: "not-computable",
    reason: "constant-predictor",
    message: fillMessage(
      {
        en: "These predictors have one and the same value in every row: {names}. Leave them out.",
        zh: "以下预测变量在所有行中取值相同：{names}。请将其剔除。",
      },
      { names: names.join(", ") },
    ),
  };
}

export function collinearPredictors(names: readonly string[]): NotComputable {
  return {
    status: "not-computable",
    reason: "collinear-predictors",
    message: fillMessage(
      {
        en: "These predictors follow exactly from those named before them: {names}. Leave them out or combine them.",
        zh: "以下预测变量可由排在其前的变量完全推出：{names}。请剔除或合并。",
      },
      { names: names.join(", ") },
    ),
  };
}

export const constantOutcome: NotComputable = {
  status: "not-computable",
  reason: "constant-outcome",
  message: {
    en: "The outcome has one and the same value in every row, so there is nothing to explain.",
    zh: "结果变量在所有行中取值相同，没有可解释的变异。",
  },
};

export const resamplesFailed: NotComputable = {
  status: "not-computable",
  reason: "resamples-failed",
  message: {
    en: "More than one resample in ten could not be computed, so its interval would mislead. Collect more rows.",
    zh: "超过十分之一的重抽样无法计算，区间会产生误导。请收集更多数据。",
  },
};

export const negativeImportance: Warning = {
  code: "drivers.negative-importance",
  message: {
    en: "Some importances are negative: coefficient and correlation differ in sign there, and shares of R² have no meaning.",
    zh: "部分重要性为负：其系数与相关系数符号相反，此时 R² 的份额没有意义。",
  },
};
