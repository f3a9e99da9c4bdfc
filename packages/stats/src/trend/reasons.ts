import type { NotComputable } from "@cxmetrics/definition";

export const sameTime: NotComputable = {
  status: "not-computable",
  reason: "same-time",
  message: {
    en: "All points lie at the same x, so there is no slope.",
    zh: "所有点的 x 相同，因此没有斜率。",
  },
};

export const twoPoints: NotComputable = {
  status: "not-computable",
  reason: "two-points",
  message: {
    en: "A line through two points leaves nothing over from which to tell how sure it is. At least three are needed.",
    zh: "过两点的直线没有剩余信息可用以判断其可靠程度。至少需要三个点。",
  },
};

export const perfectFit: NotComputable = {
  status: "not-computable",
  reason: "perfect-fit",
  message: {
    en: "All points lie on the line, so this method cannot tell how sure the slope is.",
    zh: "所有点都落在直线上，此方法无法判断斜率的可靠程度。",
  },
};
