import type { NotComputable } from "@cxmetrics/definition";

export const everyResponse: NotComputable = {
  status: "not-computable",
  reason: "every-response-has-theme",
  message: {
    en: "Every response has the theme, so there is no score without it.",
    zh: "所有回答都涉及该主题，不存在剔除该主题后的得分。",
  },
};

export const noResponse: NotComputable = {
  status: "not-computable",
  reason: "no-response-has-theme",
  message: { en: "No response has the theme.", zh: "没有回答涉及该主题。" },
};

export const noScore: NotComputable = {
  status: "not-computable",
  reason: "no-score",
  message: {
    en: "No response has a rating in the base of the score.",
    zh: "没有回答的评分属于该得分的基数。",
  },
};
