import type { NotComputable } from "@cxmetrics/definition";

export const noTrials: NotComputable = {
  status: "not-computable",
  reason: "no-trials",
  message: {
    en: "There are no trials, so there is no proportion. Collect data first.",
    zh: "没有试验次数，无法得到比例。请先收集数据。",
  },
};

export const noObservations: NotComputable = {
  status: "not-computable",
  reason: "no-observations",
  message: {
    en: "There are no observations. Collect data first.",
    zh: "没有观测值。请先收集数据。",
  },
};

export const singleObservation: NotComputable = {
  status: "not-computable",
  reason: "single-observation",
  message: {
    en: "One observation says nothing about variation. At least two are needed.",
    zh: "仅有一个观测值，无法反映变异。至少需要两个观测值。",
  },
};

export const noVariation: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "All observations are equal, so this method cannot tell how sure the figure is.",
    zh: "所有观测值相同，此方法无法判断数值的可靠程度。",
  },
};

export const countsNotWhole: NotComputable = {
  status: "not-computable",
  reason: "counts-not-whole",
  message: {
    en: "This exact method needs whole counts. For weighted data choose a method that takes effective counts.",
    zh: "此精确方法要求计数为整数。加权数据请选用支持有效样本量的方法。",
  },
};

/** The exact method would take too long for so many answers. */
export function tooManyAnswers(most: number): NotComputable {
  return {
    status: "not-computable",
    reason: "too-many-answers",
    message: {
      en: `This exact method takes at most ${most} answers. Choose an approximate method, which is as good for so many.`,
      zh: `此精确方法最多处理 ${most} 个回答。请选用近似方法；在如此大的样本量下二者相当。`,
    },
  };
}

export const noDiscordantPairs: NotComputable = {
  status: "not-computable",
  reason: "no-discordant-pairs",
  message: {
    en: "Nobody changed sides, so the test has nothing to weigh.",
    zh: "没有人改变结果，检验无从进行。",
  },
};

export const tiedObservations: NotComputable = {
  status: "not-computable",
  reason: "tied-observations",
  message: {
    en: "The exact law holds without ties only. Choose the asymptotic method, which corrects for them.",
    zh: "精确分布仅适用于没有并列值的情形。请选用对并列值作校正的渐近方法。",
  },
};

export const tooFewGroups: NotComputable = {
  status: "not-computable",
  reason: "too-few-groups",
  message: {
    en: "A comparison needs at least two groups.",
    zh: "比较至少需要两个组。",
  },
};
