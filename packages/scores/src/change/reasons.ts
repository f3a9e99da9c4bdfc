import type { NotComputable } from "@cxmetrics/definition";

export const tooFewGroups: NotComputable = {
  status: "not-computable",
  reason: "too-few-groups",
  message: { en: "Fewer than two groups have a score.", zh: "有得分的分组不足两个。" },
};

export const singleAnswerGroup: NotComputable = {
  status: "not-computable",
  reason: "single-answer",
  message: {
    en: "A group has a single answer, so it gives no variance to weigh it by.",
    zh: "有分组只有一个回答，没有可用于加权的方差。",
  },
};

export const groupWithoutVariation: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "In a group all answers count the same, so it gives no variance to weigh it by.",
    zh: "有分组的回答取值全部相同，没有可用于加权的方差。",
  },
};

export const sideNotComputable: NotComputable = {
  status: "not-computable",
  reason: "side-not-computable",
  message: { en: "One side has no score to compare.", zh: "其中一侧没有可比较的得分。" },
};

export const noStandardError: NotComputable = {
  status: "not-computable",
  reason: "single-answer",
  message: {
    en: "A single answer says nothing about variation.",
    zh: "单个回答无法反映变异。",
  },
};

export const noSpread: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "The answers have no spread from which to tell how sure the figure is.",
    zh: "回答没有差异，无法判断数值的可靠程度。",
  },
};

export const weightsTooUnequal: NotComputable = {
  status: "not-computable",
  reason: "weights-too-unequal",
  message: {
    en: "The weights differ by too many orders of magnitude to tell how sure the figure is.",
    zh: "权重相差的数量级过大，无法判断数值的可靠程度。",
  },
};
