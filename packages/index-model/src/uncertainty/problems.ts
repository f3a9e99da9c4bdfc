import type { Problem } from "@cxmetrics/definition";

export const unknownColumn: Problem = {
  code: "uncertainty.unknown-column",
  en: 'No indicator of the index reads the column "{column}".{hint} Name a column that an indicator reads.',
  zh: "指数中没有指标读取列 “{column}”。{hint}请填写某个指标所读取的列。",
};

export const inferenceRequired: Problem = {
  code: "uncertainty.inference-required",
  en: 'The estimate of "{column}" for "{unit}" does not say what its error stands for. Set inference to sample (people were drawn), process (a whole population seen as one outcome of a process) or none (a plain fact).',
  zh: "“{unit}” 的 “{column}” 未说明误差的含义。请将 inference 设为 sample（抽样）、process（全量数据视为某一过程的一次实现）或 none（确定的事实）。",
};

export const errorWithoutInference: Problem = {
  code: "uncertainty.error-without-inference",
  en: 'The estimate of "{column}" for "{unit}" declares inference none but carries an error. Leave the error out, or declare sample or process.',
  zh: "“{unit}” 的 “{column}” 声明 inference 为 none，却带有误差。请去掉误差，或改为 sample 或 process。",
};

export const valueMismatch: Problem = {
  code: "uncertainty.value-mismatch",
  en: 'The estimate of "{column}" for "{unit}" is {value}, but the table says {cell}. Score the table that holds the estimates.',
  zh: "“{unit}” 的 “{column}” 估计值为 {value}，数据表中却是 {cell}。请使用与估计值一致的数据表。",
};

export const listLength: Problem = {
  code: "uncertainty.list-length",
  en: "{part} has {found} entries, the table has {expected} units. Give one entry for each unit, null where there is none.",
  zh: "{part} 有 {found} 项，而评价对象有 {expected} 个。请为每个对象给出一项，没有则填 null。",
};

export const badCounts: Problem = {
  code: "uncertainty.bad-counts",
  en: 'The counts of "{column}" for "{unit}" need one count of at least 0 for each of two or more different values, and at least one answer.',
  zh: "“{unit}” 的 “{column}” 的计数有误：至少要有两个不同取值，每个取值对应一个不小于 0 的计数，且总数大于 0。",
};

export const emptyInterval: Problem = {
  code: "uncertainty.empty-interval",
  en: 'The interval of "{column}" for "{unit}" runs from {lower} to {upper}. The lower limit must not be the greater one.',
  zh: "“{unit}” 的 “{column}” 的区间为 {lower} 至 {upper}，下限不能大于上限。",
};

export const covarianceMalformed: Problem = {
  code: "uncertainty.covariance-malformed",
  en: 'The covariance matrix of "{unit}" must have one row and one column for each of its {size} different columns and be symmetric.',
  zh: "“{unit}” 的协方差矩阵应对其 {size} 个互不相同的列各有一行一列，且必须对称。",
};

export const covarianceDiagonal: Problem = {
  code: "uncertainty.covariance-diagonal",
  en: 'The covariance matrix of "{unit}" gives "{column}" the variance {variance}, its estimate {expected}. Make them agree, or leave one out.',
  zh: "“{unit}” 的协方差矩阵中 “{column}” 的方差为 {variance}，其估计的方差为 {expected}。请使两者一致，或只给其中一个。",
};

export const covarianceWithoutEstimate: Problem = {
  code: "uncertainty.covariance-without-estimate",
  en: 'The covariance matrix of "{unit}" names "{column}", which has no estimate with an error there. Add the estimate or take the column out.',
  zh: "“{unit}” 的协方差矩阵包含 “{column}”，但该列在此没有带误差的估计。请补充估计，或去掉该列。",
};

export const covarianceNotPositive: Problem = {
  code: "uncertainty.covariance-not-positive",
  en: 'The covariance matrix of "{unit}" is not positive semi-definite: at "{column}" a variance would be {pivot}. Compute all its entries from the same answers.',
  zh: "“{unit}” 的协方差矩阵不是半正定的：在 “{column}” 处方差将为 {pivot}。请用同一批应答计算全部元素。",
};

export const declaredTwice: Problem = {
  code: "uncertainty.declared-twice",
  en: "independent and sharedRespondents cannot both be declared. Keep the one that is true.",
  zh: "不能同时声明 independent 与 sharedRespondents，请保留符合事实的一个。",
};

export const tooLarge: Problem = {
  code: "uncertainty.too-large",
  en: "{part} would take {found} cells, {most} are allowed. Name fewer nodes in options.nodes, or fewer units.",
  zh: "{part} 需要 {found} 个单元，最多允许 {most} 个。请在 options.nodes 中减少节点，或减少评价对象。",
};

export const onlyTrue: Problem = {
  code: "uncertainty.only-true",
  en: '"{part}" is {found}. Write true, or leave it out.',
  zh: "“{part}” 是{found}。请写 true，或省略。",
};
