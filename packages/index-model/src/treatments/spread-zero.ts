import type { NotComputable } from "@cxmetrics/definition";

/** The reference values have no spread by the measure of the method. */
export const spreadZero: NotComputable = {
  status: "not-computable",
  reason: "spread-zero",
  message: {
    en: "At least half of the reference values are equal, so that their median absolute deviation is 0. Use percentile fences or no treatment.",
    zh: "至少半数参照值相同，绝对中位差为 0。请改用百分位截尾或不做处理。",
  },
};
