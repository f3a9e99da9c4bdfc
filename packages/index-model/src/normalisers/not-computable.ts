import type { NotComputable } from "@cxmetrics/definition";

/** All reference values are equal, so that nothing can be told apart. */
export const constantReference: NotComputable = {
  status: "not-computable",
  reason: "constant-reference",
  message: {
    en: "All reference values are equal; the method needs at least two different ones.",
    zh: "参照值全部相等，而该方法至少需要两个不同的数值。",
  },
};

/** What the method divides by is not greater than 0. */
export function notPositive(
  what: { readonly en: string; readonly zh: string },
  value: number,
): NotComputable {
  return {
    status: "not-computable",
    reason: "reference-not-positive",
    message: {
      en: `The ${what.en} is ${value}; the method needs a value greater than 0.`,
      zh: `${what.zh}为 ${value}，而该方法要求大于 0。`,
    },
  };
}

/** The point to be reached lies on the wrong side of the data. */
export function beyondData(target: number, worst: number): NotComputable {
  return {
    status: "not-computable",
    reason: "reference-beyond-data",
    message: {
      en: `The reference ${target} is no better than the worst reference value ${worst}, so that no way leads to it.`,
      zh: `参照点 ${target} 并不优于参照总体的最差值 ${worst}，无法衡量接近程度。`,
    },
  };
}

/** The unit that serves as reference is not there, or stands in several rows. */
export function unitNotOnce(unit: string, count: number): NotComputable {
  return {
    status: "not-computable",
    reason: "reference-unit-not-once",
    message: {
      en: `The unit "${unit}" has ${count} values among the reference rows; the method needs exactly one. Name a period, or mend the unit.`,
      zh: `参照行中对象 “${unit}” 有 ${count} 个数值，而该方法需要恰好一个。请指明时期，或改正对象名称。`,
    },
  };
}

/** Values so large that a line between two of them cannot be computed. */
export const tooLarge: NotComputable = {
  status: "not-computable",
  reason: "reference-too-large",
  message: {
    en: "A reference value lies beyond ±1e150, too far out for a line between values. Use a larger unit.",
    zh: "有参照值超出 ±1e150，无法在数值之间插值。请改用更大的计量单位。",
  },
};
