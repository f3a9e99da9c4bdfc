import type { NotComputable } from "@cxmetrics/definition";

/** The reference column holds too few values for a fit. */
export function tooFewReferenceValues(n: number, least: number): NotComputable {
  return {
    status: "not-computable",
    reason: "too-few-reference-values",
    message: {
      en: `The reference table holds ${n} values of this indicator; the method needs at least ${least}.`,
      zh: `参照表中该指标只有 ${n} 个数值，而该方法至少需要 ${least} 个。`,
    },
  };
}
