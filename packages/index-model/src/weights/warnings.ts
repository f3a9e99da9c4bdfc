import type { Warning } from "@cxmetrics/definition";

/** The indicator gets weight 0 because it does not vary. */
export const constantColumn = (id: string): Warning => ({
  code: "weights.constant-indicator",
  message: {
    en: `The indicator "${id}" does not differ between units and gets weight 0.`,
    zh: `指标 “${id}” 在各对象间没有差异，权重为 0。`,
  },
  values: { id },
});

/** Correlations of more indicators than units are mostly noise. */
export const fewUnits = (units: number, indicators: number): Warning => ({
  code: "weights.few-units",
  message: {
    en: `${indicators} indicators, but only ${units} units: the weights mostly reflect chance.`,
    zh: `指标有 ${indicators} 个，对象仅 ${units} 个：权重主要反映偶然性。`,
  },
  values: { units, indicators },
});

/** An indicator runs against the component. */
export const negativeLoadingOf = (id: string, value: number): Warning => ({
  code: "weights.negative-loading",
  message: {
    en: `The indicator "${id}" loads against the component (${value.toFixed(3)}); check its direction.`,
    zh: `指标 “${id}” 与主成分反向（载荷 ${value.toFixed(3)}），请检查其方向。`,
  },
  values: { id, value },
});

/** The kept factors explain less than the rule asks. */
export const littleExplained = (explained: number, asked: number): Warning => ({
  code: "weights.little-explained",
  message: {
    en: `The kept factors explain ${(100 * explained).toFixed(1)} % of the variance, less than ${100 * asked} %.`,
    zh: `保留的因子只解释了方差的 ${(100 * explained).toFixed(1)} %，低于 ${100 * asked} %。`,
  },
  values: { explained, asked },
});

/** Judgements contradict each other more than the threshold allows. */
export const inconsistent = (ratio: number, threshold: number): Warning => ({
  code: "weights.inconsistent",
  message: {
    en: `The consistency ratio ${ratio.toFixed(4)} is not below ${threshold}; the judgements should be looked at again.`,
    zh: `一致性比例 ${ratio.toFixed(4)} 未低于 ${threshold}，应重新审视判断。`,
  },
  values: { ratio, threshold },
});

/** Judgements leave the scale of 1/9 to 9. */
export const beyondNine = (largest: number): Warning => ({
  code: "weights.beyond-nine",
  message: {
    en: `A judgement of ${largest} leaves the scale of 1/9 to 9, for which the random indices were drawn.`,
    zh: `判断值 ${largest} 超出 1/9 到 9 的标度，随机一致性指标正是按该标度得出的。`,
  },
  values: { largest },
});

/** The fitted line of random eigenvalues is used beyond the sizes that tables cover. */
export const extrapolatedIndex = (size: number): Warning => ({
  code: "weights.extrapolated-random-index",
  message: {
    en: `The line of Alonso and Lamata is drawn out to ${size} indicators, beyond the usual 15.`,
    zh: `Alonso 与 Lamata 的拟合直线被外推到 ${size} 阶，超出通常的 15 阶。`,
  },
  values: { size },
});

/** Experts were left out of the group. */
export const excludedExperts = (ids: readonly string[]): Warning => ({
  code: "weights.excluded-experts",
  message: {
    en: `Left out by the consistency rule: ${ids.join(", ")}.`,
    zh: `按一致性规则排除：${ids.join("、")}。`,
  },
  values: { excluded: ids.length },
});

/** Negative importances were taken as 0. */
export const negativeAsZero = (count: number): Warning => ({
  code: "weights.negative-as-zero",
  message: {
    en: `${count} negative importance(s) count as 0.`,
    zh: `${count} 个负的重要性按 0 处理。`,
  },
  values: { count },
});
