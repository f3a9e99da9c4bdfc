import type { Problem } from "@cxmetrics/definition";

export const notAColumn: Problem = {
  code: "cohort.not-a-column",
  en: '"{name}" must be a list with one number per unit (null where there is none); found {found}. Pass an array or a typed array.',
  zh: "“{name}” 应为每个评价对象一个数的列表（缺失填 null），实际为{found}。请传入数组或类型化数组。",
};

export const badValue: Problem = {
  code: "cohort.bad-value",
  en: '"{name}", row {row}: {found} cannot be used. Write a number from -{most} to {most}, or null where the value is missing.',
  zh: "“{name}” 第 {row} 行：{found} 无法使用。请填写 -{most} 到 {most} 之间的数，缺失时填 null。",
};

export const columnLengths: Problem = {
  code: "cohort.column-length",
  en: '"{name}" has {found} rows, the first column has {expected}. Give every column one value per unit.',
  zh: "“{name}” 有 {found} 行，而第一列有 {expected} 行。请使每列都与评价对象一一对应。",
};

export const wrongCount: Problem = {
  code: "cohort.wrong-count",
  en: '"{name}" has {found} numbers, but there are {expected} columns. Give one number per column.',
  zh: "“{name}” 有 {found} 个数，而列有 {expected} 个。请为每列给出一个数。",
};

export const weightsSumToZero: Problem = {
  code: "cohort.weights-sum-to-zero",
  en: 'All numbers of "{name}" are 0. Give at least one column a positive one.',
  zh: "“{name}” 全部为 0。请至少给一列设置正数。",
};

export const tooManyUnits: Problem = {
  code: "cohort.too-many-units",
  en: "{found} units are too many for this method, which compares every pair: {most} at most. Compare within groups, or use a method that ranks each column.",
  zh: "该方法要比较每一对评价对象，{found} 个过多，最多 {most} 个。请分组比较，或改用逐列排序的方法。",
};

export const boundsImpossible: Problem = {
  code: "cohort.bounds-impossible",
  en: "The bounds leave no shares that sum to 1: the lower ones sum to {lower}, the upper ones to {upper}. Lower the former, raise the latter.",
  zh: "上下限不允许各份额之和为 1：下限之和为 {lower}，上限之和为 {upper}。请降低下限或提高上限。",
};

export const boundsCrossed: Problem = {
  code: "cohort.bounds-crossed",
  en: "The lower bound {lower} exceeds the upper bound {upper}. Exchange or mend them.",
  zh: "下限 {lower} 大于上限 {upper}。请互换或修正。",
};

export const cutsNotAscending: Problem = {
  code: "cohort.cuts-not-ascending",
  en: 'The cut from {found} does not lie above the one before it. List cuts by ascending "from".',
  zh: "起点为 {found} 的档位没有高于前一档。请按 from 从小到大排列。",
};

export const sharesTooLarge: Problem = {
  code: "cohort.shares-too-large",
  en: "The shares sum to {sum}, more than 1. Lower them; the last grade takes the rest.",
  zh: "各等级占比之和为 {sum}，超过 1。请调低；最后一个等级取其余部分。",
};

export const duplicateGrade: Problem = {
  code: "cohort.duplicate-grade",
  en: 'Two grades have the id "{id}". Give each its own.',
  zh: "有两个等级的标识都是 “{id}”，请使其各不相同。",
};

export const idealsCrossed: Problem = {
  code: "cohort.ideals-crossed",
  en: "Column {column}: the best value {best} does not exceed the worst value {worst}. More must be better: turn the column round or exchange the two.",
  zh: "第 {column} 列：最优值 {best} 没有大于最劣值 {worst}。数值应越大越好：请反转该列，或互换两者。",
};

export const notARanking: Problem = {
  code: "cohort.not-a-ranking",
  en: '"{name}", row {row}: {found} is no rank. Ranks are 1 or more; to compare scores say given: "values".',
  zh: "“{name}” 第 {row} 行：{found} 不是名次。名次不小于 1；若要比较得分，请填写 given: “values”。",
};

export const tooManyColumns: Problem = {
  code: "cohort.too-many-columns",
  en: "{found} columns are too many for this method: {most} at most. Combine related columns first.",
  zh: "该方法最多处理 {most} 列，现有 {found} 列。请先合并相关的列。",
};
