import type { NotComputable } from "@cxmetrics/definition";

export const noPlannedVariation: NotComputable = {
  status: "not-computable",
  reason: "no-planned-variation",
  message: {
    en: "With a variance of 0 everyone answers alike and any size would do. Plan with a variance above 0.",
    zh: "方差为 0 意味着所有人回答相同，任何样本量都足够。请以大于 0 的方差进行规划。",
  },
};
