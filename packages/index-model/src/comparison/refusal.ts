import {
  fillMessage,
  type LocalizedText,
  type NotComputable,
  type ProblemValues,
} from "@cxmetrics/definition";

/** One reason why figures cannot be compared. */
export interface RefusalReason {
  readonly reason: string;
  readonly message: LocalizedText;
}

/** Figures that cannot be compared, with every reason; the first one stands in front. */
export interface ComparisonRefused extends NotComputable {
  readonly reasons: readonly RefusalReason[];
}

const texts = {
  "another-index": {
    en: 'These are two indices, "{a}" and "{b}".',
    zh: "这是两个不同的指数：“{a}”与“{b}”。",
  },
  "definition-changed": {
    en: "Version {b} differs from {a} in {count} ways that can change a score, first: {first} Link the two over a period scored with both.",
    zh: "版本 {b} 与 {a} 有 {count} 处可能改变得分的差异，首先是：{first}请用两个版本同时计分的时期进行链接。",
  },
  "calibration-differs": {
    en: "The two were calibrated on different reference populations. Score both with one calibration, or link them over an overlap.",
    zh: "两者的标定参照群体不同。请用同一标定重新计分，或通过重叠时期链接。",
  },
  "not-comparable-before": {
    en: "The earlier scores depend on the units scored with them (batch or cohort methods). Fit the definition and score again.",
    zh: "前期得分取决于同批评价对象（批内或群体方法）。请先标定定义再重新计分。",
  },
  "not-comparable-after": {
    en: "The later scores depend on the units scored with them (batch or cohort methods). Fit the definition and score again.",
    zh: "后期得分取决于同批评价对象（批内或群体方法）。请先标定定义再重新计分。",
  },
  "mixed-series": {
    en: "A series holds results of more than one definition. Give one series for each definition.",
    zh: "一个序列中混有多个定义的结果。请按定义分开。",
  },
  "no-overlap": {
    en: "No period was scored with both definitions. Score one period with both.",
    zh: "没有任何时期同时用两个定义计分。请对至少一个时期同时计分。",
  },
  "no-common-unit": {
    en: "No unit stands in both.",
    zh: "没有共同的评价对象。",
  },
  "nothing-to-link": {
    en: "No unit has what a {method} link needs in the overlap ({needs}).",
    zh: "重叠期内没有对象满足 {method} 链接的要求（{needs}）。",
  },
} as const satisfies Record<string, LocalizedText>;

/** A reason with its sentence. */
export function reasonFor(reason: keyof typeof texts, values: ProblemValues = {}): RefusalReason {
  return { reason, message: fillMessage(texts[reason], values) };
}

/** The refusal for reasons of which there is at least one. */
export function refused(reasons: readonly [RefusalReason, ...RefusalReason[]]): ComparisonRefused {
  return { status: "not-computable", ...reasons[0], reasons };
}
