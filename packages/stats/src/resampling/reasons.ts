import type { NotComputable } from "@cxmetrics/definition";

export const statisticUndefined: NotComputable = {
  status: "not-computable",
  reason: "statistic-undefined",
  message: {
    en: "The statistic does not exist for the sample itself. Check the sample.",
    zh: "统计量对样本本身不存在。请检查样本。",
  },
};

export const noReplicates: NotComputable = {
  status: "not-computable",
  reason: "no-replicates",
  message: {
    en: "The statistic exists for fewer than two of the resamples, so there is no distribution to read an interval from.",
    zh: "统计量存在的重抽样少于两次，无法由其分布得出区间。",
  },
};

export const estimateOutsideReplicates: NotComputable = {
  status: "not-computable",
  reason: "estimate-outside-replicates",
  message: {
    en: "All replicates lie on one side of the estimate, so the bias correction is infinite. Use the percentile method or more resamples.",
    zh: "所有重抽样值都位于估计值的同一侧，偏差校正为无穷大。请改用百分位法或增加重抽样次数。",
  },
};

export const noAcceleration: NotComputable = {
  status: "not-computable",
  reason: "no-acceleration",
  message: {
    en: "The acceleration does not exist: the statistic is missing for a sample without one observation, or bends too strongly. Use the percentile method.",
    zh: "无法得到加速系数：去掉一个观测值后统计量不存在，或统计量弯曲过强。请改用百分位法。",
  },
};

export const exactTooLarge: NotComputable = {
  status: "not-computable",
  reason: "exact-too-large",
  message: {
    en: "There are too many ways to divide the observations for an exact test. Use the Monte Carlo method.",
    zh: "划分观测值的方式过多，无法进行精确检验。请改用蒙特卡洛方法。",
  },
};
