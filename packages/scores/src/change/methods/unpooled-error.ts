import type { NotComputable } from "@cxmetrics/definition";
import type { ComparisonMatter } from "./comparison-method.js";

export const singleAnswer: NotComputable = {
  status: "not-computable",
  reason: "single-answer",
  message: { en: "One side has a single answer.", zh: "其中一侧只有一个回答。" },
};

/** Unpooled standard error of a difference, or `null` where a side has a single answer. */
export function unpooledError({ a, b }: ComparisonMatter): number | null {
  const { standardError: left } = a.estimate;
  const { standardError: right } = b.estimate;
  return left === null || right === null ? null : Math.hypot(left, right);
}
