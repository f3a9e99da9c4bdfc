import type { NotComputable } from "@cxmetrics/definition";

export const singleUnitStratum: NotComputable = {
  status: "not-computable",
  reason: "single-unit-stratum",
  message: {
    en: "A stratum has a single sampling unit, so its variance is unknown. Join strata, or name a policy: singleUnit.",
    zh: "有的层只有一个抽样单元，方差无法估计。请合并层，或指定处理方式 singleUnit。",
  },
};

export const noDegreesOfFreedom: NotComputable = {
  status: "not-computable",
  reason: "no-degrees-of-freedom",
  message: {
    en: "There are no more sampling units than strata, so nothing tells how sure the figure is.",
    zh: "抽样单元数不多于层数，无法判断数值的可靠程度。",
  },
};

export const noVariation: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "The sampling units do not differ, so nothing tells how sure the figure is.",
    zh: "各抽样单元没有差异，无法判断数值的可靠程度。",
  },
};

export const noJointAnswers: NotComputable = {
  status: "not-computable",
  reason: "no-joint-answers",
  message: {
    en: "No record with a weight has an answer to both questions in the base.",
    zh: "没有带权重且两题回答均属于基数的记录。",
  },
};

export const noWeightInBase: NotComputable = {
  status: "not-computable",
  reason: "no-weight-in-base",
  message: {
    en: "One of the scores has no answer with a weight in its base.",
    zh: "其中一个得分的基数中没有带权重的回答。",
  },
};

export const covarianceTooLarge: NotComputable = {
  status: "not-computable",
  reason: "covariance-above-variances",
  message: {
    en: "The covariance of the overlap is larger than the variances of the waves allow. The overlap is too small to estimate it.",
    zh: "重叠部分的协方差超过两期方差所允许的范围：重叠样本过小，无法估计。",
  },
};
