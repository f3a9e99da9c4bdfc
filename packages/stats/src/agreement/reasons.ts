import type { NotComputable } from "@cxmetrics/definition";

export const sameRatings: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "All ratings are the same, so agreement beyond chance has no meaning.",
    zh: "所有评分都相同，超出随机的一致性没有意义。",
  },
};

export const unitsAlike: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "The units do not differ, so there is nothing to tell apart reliably.",
    zh: "各单元之间没有差异，无从判断区分是否可靠。",
  },
};

export const perfectAgreement: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "There is no disagreement left to measure, so the interval would shrink to a point.",
    zh: "已没有分歧可供度量，区间会收缩为一点。",
  },
};

export const noRatedUnits: NotComputable = {
  status: "not-computable",
  reason: "no-observations",
  message: {
    en: "No unit has enough ratings. Collect ratings first.",
    zh: "没有一个单元具备足够的评分。请先收集评分。",
  },
};

export const oneUnit: NotComputable = {
  status: "not-computable",
  reason: "single-observation",
  message: {
    en: "Only one unit has enough ratings. At least two are needed.",
    zh: "只有一个单元具备足够的评分。至少需要两个单元。",
  },
};

export const tooFewRaters: NotComputable = {
  status: "not-computable",
  reason: "too-few-raters",
  message: {
    en: "Agreement needs at least two raters.",
    zh: "计算一致性至少需要两名评分者。",
  },
};

export const tooFewItems: NotComputable = {
  status: "not-computable",
  reason: "too-few-items",
  message: {
    en: "Cronbach's alpha needs at least two items, McDonald's omega at least three.",
    zh: "Cronbach α 至少需要两个题项，McDonald ω 至少需要三个题项。",
  },
};

export const itemWithoutVariation: NotComputable = {
  status: "not-computable",
  reason: "item-without-variation",
  message: {
    en: "An item has the same answer from everyone, so it correlates with nothing. Leave it out.",
    zh: "某个题项的所有回答都相同，无法与其他题项相关。请剔除该题项。",
  },
};

export const factorNotIdentified: NotComputable = {
  status: "not-computable",
  reason: "factor-not-identified",
  message: {
    en: "Fewer than three items share a common factor, so its loadings are not determined.",
    zh: "具有共同因子的题项少于三个，因子载荷无法确定。",
  },
};

export const didNotConverge: NotComputable = {
  status: "not-computable",
  reason: "did-not-converge",
  message: {
    en: "The factor model did not settle. There are too few respondents, or one factor does not fit.",
    zh: "因子模型未能收敛。受访者过少，或单因子模型不适用。",
  },
};

export const noLimits: NotComputable = {
  status: "not-computable",
  reason: "limits-undefined",
  message: {
    en: "The formula of the limits has no solution for these data.",
    zh: "对这些数据，区间公式无解。",
  },
};
