import type { Reason } from "./not-computable.js";

export const noRows: Reason = {
  code: "no-rows",
  en: 'No row of "{source}" belongs to "{unit}".',
  zh: "数据源 “{source}” 中没有属于 “{unit}” 的记录。",
};

export const noValidRows: Reason = {
  code: "no-valid-rows",
  en: "None of the {rows} rows holds a usable value.",
  zh: "{rows} 条记录均无可用取值。",
};

export const noMeasure: Reason = {
  code: "no-measure",
  en: 'The plan names no measure for "{unit}".',
  zh: "方案没有为 “{unit}” 指定度量。",
};

export const notApplicable: Reason = {
  code: "not-applicable",
  en: "The indicator does not apply to this unit.",
  zh: "该指标不适用于此对象。",
};

export const noneEntered: Reason = {
  code: "no-entries",
  en: "Nobody reached the first step, so there is no conversion.",
  zh: "没有人到达第一步，无法计算转化率。",
};

export const tooManyOpenCases: Reason = {
  code: "too-many-open-cases",
  en: "{open} of {cases} cases are still open, so the {percentile} percentile is not known yet.",
  zh: "{cases} 件中有 {open} 件尚未办结，{percentile} 分位数还无法确定。",
};

export const openAbove: Reason = {
  code: "interval-open-above",
  en: "The upper limit falls among the open cases.",
  zh: "区间上限落在未办结的案件中。",
};

export const tooFewCases: Reason = {
  code: "too-few-cases",
  en: "{cases} cases are too few for a two-sided interval of order statistics.",
  zh: "{cases} 件太少，无法给出次序统计量的双侧区间。",
};

export const tooFewRaters: Reason = {
  code: "too-few-raters",
  en: "{raters} independent raters, where {minimum} are needed.",
  zh: "独立评分者 {raters} 名，少于所需的 {minimum} 名。",
};

export const givenMissing: Reason = {
  code: "given-missing",
  en: "No figure is given for this unit ({basis}).",
  zh: "未给出该对象的数值（{basis}）。",
};

export const givenValue: Reason = {
  code: "given-value",
  en: "The figure is given, not estimated: {basis}.",
  zh: "该数值为给定值，并非估计所得：{basis}。",
};

export const noSamplingModel: Reason = {
  code: "no-sampling-model",
  en: "A ratio of two totals carries no interval without a model of how the records arise. Write inference: sample or process on the source, if that is so.",
  zh: "两个总量之比在缺少抽样模型时没有置信区间。如属实，请在数据源上写明 inference: sample 或 process。",
};

export const plainFacts: Reason = {
  code: "plain-facts",
  en: "The plan takes the rows of this source for plain facts (inference: none).",
  zh: "方案将该数据源的记录视为确定的事实（inference: none）。",
};

export const zeroDenominator: Reason = {
  code: "zero-denominator",
  en: 'The sum of "{column}" is 0.',
  zh: "“{column}” 的合计为 0。",
};

export const tooFewRecords: Reason = {
  code: "below-minimum-n",
  en: "{n} records, where the plan asks for at least {minimum}.",
  zh: "仅 {n} 条记录，少于方案要求的 {minimum} 条。",
};

export const noIndexValue: Reason = {
  code: "no-index-value",
  en: "The index has no value for this unit.",
  zh: "该对象没有指数值。",
};

export const sideMissing: Reason = {
  code: "side-not-computable",
  en: "One side has no estimate.",
  zh: "其中一侧没有估计值。",
};

export const overlappingRows: Reason = {
  code: "rows-may-overlap",
  en: "The same row may belong to both units, and their covariance is not tallied.",
  zh: "同一条记录可能同时属于两个对象，而其协方差未统计。",
};

export const noStandardError: Reason = {
  code: "no-standard-error",
  en: "One side has no standard error.",
  zh: "其中一侧没有标准误。",
};

export const noCases: Reason = {
  code: "no-cases",
  en: "There is no case.",
  zh: "没有任何案件。",
};
