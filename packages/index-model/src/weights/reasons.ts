import { fillMessage, type NotComputable, type ProblemValues } from "@cxmetrics/definition";

const reason = (code: string, en: string, zh: string): NotComputable => ({
  status: "not-computable",
  reason: code,
  message: { en, zh },
});

/** The reason with the values in its sentence. */
export function withValues(reason: NotComputable, values: ProblemValues): NotComputable {
  return { ...reason, message: fillMessage(reason.message, values) };
}

export const noUnits = reason(
  "no-units",
  "No unit has a value for every indicator.",
  "没有任何对象的各项指标都有数值。",
);
export const oneUnit = reason(
  "single-unit",
  "One unit alone shows no spread, so the data say nothing about weights.",
  "只有一个对象，无法体现差异，数据不能给出权重。",
);
export const oneIndicator = reason(
  "single-indicator",
  "One indicator has no other to be compared with.",
  "只有一个指标，无从与其他指标比较。",
);
export const allConstant = reason(
  "all-constant",
  "No indicator differs between units, so the data say nothing about weights.",
  "所有指标在各对象间都没有差异，数据不能给出权重。",
);
export const constantIndicator = reason(
  "constant-indicator",
  'The indicator "{id}" does not differ between units, so its weight is undefined. Leave it out.',
  "指标 “{id}” 在各对象间没有差异，其权重无定义。请将其剔除。",
);
export const negativeValue = reason(
  "negative-value",
  'The indicator "{id}" has the value {value}; shares of a sum need values of at least 0. Normalise first.',
  "指标 “{id}” 含有值 {value}；占比计算要求数值不小于 0。请先做标准化。",
);
export const notPositive = reason(
  "not-positive",
  'The indicator "{id}" has the value {value}; the method needs values above 0. Normalise first.',
  "指标 “{id}” 含有值 {value}；该方法要求数值大于 0。请先做标准化。",
);
export const zeroColumn = reason(
  "zero-indicator",
  'The indicator "{id}" is 0 for every unit, so shares of its sum are undefined. Leave it out.',
  "指标 “{id}” 在所有对象上均为 0，占比无定义。请将其剔除。",
);
export const meanNotPositive = reason(
  "mean-not-positive",
  'The mean of "{id}" is {value}; a coefficient of variation needs one above 0.',
  "“{id}” 的均值为 {value}；变异系数要求均值大于 0。",
);
export const noConflict = reason(
  "no-conflict",
  "All indicators rise and fall together, so none says more than another.",
  "所有指标同升同降，彼此没有冲突性，无法区分权重。",
);
export const tiedComponents = reason(
  "tied-components",
  "Two components explain equally much ({eigenvalue}), so neither comes first. Give weights by another method.",
  "有两个主成分的方差贡献相同（{eigenvalue}），无法确定先后。请改用其他赋权方法。",
);
export const tiedLoadings = reason(
  "tied-loadings",
  'The indicator "{id}" belongs equally to two factors, so its weight depends on a toss. Keep another number of factors.',
  "指标 “{id}” 同等程度地属于两个因子，其权重无法确定。请改变保留的因子数。",
);
export const negativeLoading = reason(
  "negative-loading",
  'The indicator "{id}" loads against the component ({value}), so it would get a negative weight. Check its direction.',
  "指标 “{id}” 与主成分反向（载荷 {value}），会得到负权重。请检查其方向。",
);
export const noFactor = reason(
  "no-factor",
  "No factor meets the rule of retention; the largest eigenvalue is {largest}.",
  "没有因子满足保留规则；最大特征值为 {largest}。",
);
export const noSign = reason(
  "no-sign",
  "The loadings sum to 0, so the component has no direction.",
  "各载荷之和为 0，主成分没有确定的方向。",
);
export const noExperts = reason(
  "no-experts",
  "No expert is left: {excluded} of {total} were excluded.",
  "没有可用的专家：{total} 位中有 {excluded} 位被排除。",
);
export const noRatings = reason(
  "no-ratings",
  "Indicator {indicator} has no rating in round {round}.",
  "第 {round} 轮中指标 {indicator} 没有任何评分。",
);
export const nothingImportant = reason(
  "all-zero",
  "Every value is 0, so nothing can be shared out.",
  "所有值均为 0，无法分配权重。",
);
export const negativeImportance = reason(
  "negative-importance",
  'The importance of {driver} is {value}. Use a method that cannot go below 0, or set negative to "zero".',
  "{driver} 的重要性为 {value}。请使用不会为负的方法，或将 negative 设为 “zero”。",
);
export const disjointWeights = reason(
  "disjoint-weights",
  "No indicator has a positive weight in every source, so the product is 0 everywhere.",
  "没有任何指标在各来源中权重都为正，乘积处处为 0。",
);
export const unsolved = reason(
  "unsolved",
  "The linear program has not been solved; look at the comparisons again.",
  "线性规划未能求解，请检查各比较值。",
);
