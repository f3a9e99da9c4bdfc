import type { Language } from "@cxmetrics/definition";
import type { GradeResult } from "@cxmetrics/index-model";
import type { Comparability, RootOutcome } from "../evaluation-result.js";

type OkRoot = Extract<RootOutcome, { readonly status: "ok" }>;

/** The words of the summary. */
export interface Wording {
  readonly purpose: string;
  readonly plan: string;
  readonly definition: string;
  readonly unitOfEvaluation: string;
  readonly evaluatedOn: string;
  readonly engines: string;
  readonly index: string;
  readonly unit: string;
  readonly indexColumn: string;
  readonly grade: string;
  readonly estimates: string;
  readonly indicator: string;
  readonly criterion: string;
  readonly value: string;
  readonly n: string;
  readonly interval: string;
  readonly criteria: string;
  readonly criteriaNote: string;
  readonly changes: string;
  readonly change: string;
  readonly comparability: string;
  readonly gaps: string;
  readonly noValue: string;
  readonly noInterval: string;
  readonly vetoNotAssessed: string;
  readonly warnings: string;
  readonly evidence: string;
  readonly source: string;
  readonly file: string;
  readonly rows: string;
  readonly columns: string;
  readonly digest: string;
  readonly reading: string;
  readonly howToRead: readonly string[];
  readonly colon: string;
  readonly comparable: Readonly<Record<Comparability["status"], string>>;
  readonly uncertainty: string;
  readonly carriedColumn: string;
  readonly carried: Readonly<Record<NonNullable<OkRoot["method"]>, string>>;
  readonly largestSources: string;
  readonly largestIndicators: string;
  readonly standardError: string;
  readonly comma: string;
  readonly gradeStatus: Readonly<Record<GradeResult["status"], string>>;
}

export const wording: Readonly<Record<Language, Wording>> = {
  en: {
    purpose: "Purpose",
    plan: "Plan",
    definition: "Index definition",
    unitOfEvaluation: "Unit of evaluation",
    evaluatedOn: "Evaluated on",
    engines: "Computed by",
    index: "Index",
    unit: "Unit",
    indexColumn: "Index",
    grade: "Grade",
    estimates: "Estimates",
    indicator: "Indicator",
    criterion: "Criterion",
    value: "Value",
    n: "n",
    interval: "Interval",
    criteria: "Criteria outside the index",
    criteriaNote: "Measured beside the index, to check it against; they have no weight in it.",
    changes: "Changes",
    change: "From → to",
    comparability: "Comparability",
    gaps: "What is not computable, and why",
    noValue: "No value",
    noInterval: "No interval",
    vetoNotAssessed: "veto not assessed",
    warnings: "Warnings",
    evidence: "Sources",
    source: "Source",
    file: "File",
    rows: "Rows",
    columns: "Columns read",
    digest: "Digest",
    reading: "How to read this",
    howToRead: [
      "Index and dimensions are on the scale of the definition; a dash means that there is no value, never zero.",
      "n counts records in the base; in parentheses stands the effective n where weights make it smaller.",
      "An interval says how far chance in a simple random sample can move the value; it says nothing about bias, and answers that come in clusters (flights, branches) make it too narrow.",
      "The interval of a difference takes both sides for different people.",
      "The interval of the index carries the errors of its indicators; those that share rows or raters go together as their data say, different sources count as different people unless the plan says otherwise, and given figures count as exact. Where there is none, do not read small differences as real.",
      "Figures are rounded for display only; the result as JSON holds them in full, with the trace of every node.",
    ],
    colon: ": ",
    comparable: { comparable: "comparable", limited: "limited" },
    uncertainty: "How sure the index is",
    carriedColumn: "Method",
    carried: { exact: "exact", linearised: "linearised", "monte-carlo": "simulated" },
    largestSources: "Largest sources of variance",
    largestIndicators: "Largest indicators",
    standardError: "Standard error",
    comma: ", ",
    gradeStatus: {
      ok: "all conditions met",
      lowered: "lowered: a condition failed",
      capped: "capped by a gate",
      "lowered-by-quota": "lowered: the quota of the better grade is full",
      "withheld-by-veto": "withheld by veto",
      "withheld-by-gate": "withheld by a gate",
      "not-computable": "not computable",
    },
  },
  zh: {
    purpose: "目的",
    plan: "方案",
    definition: "指数定义",
    unitOfEvaluation: "评价对象类型",
    evaluatedOn: "评价日期",
    engines: "计算组件",
    index: "指数",
    unit: "对象",
    indexColumn: "指数",
    grade: "等级",
    estimates: "估计值",
    indicator: "指标",
    criterion: "校标",
    value: "数值",
    n: "n",
    interval: "区间",
    criteria: "指数之外的校标",
    criteriaNote: "与指数并列测量，用于检验指数；在指数中没有权重。",
    changes: "变化",
    change: "从 → 到",
    comparability: "可比性",
    gaps: "无法计算的项目及原因",
    noValue: "无数值",
    noInterval: "无区间",
    vetoNotAssessed: "未核查一票否决",
    warnings: "警告",
    evidence: "数据来源",
    source: "数据源",
    file: "文件",
    rows: "行数",
    columns: "读取的列",
    digest: "摘要",
    reading: "如何阅读",
    howToRead: [
      "指数与维度得分采用定义中的刻度；“—” 表示没有数值，绝不等于零。",
      "n 为基数中的记录数；加权使有效样本量变小时，括号内为有效 n。",
      "区间表示简单随机抽样下偶然性可能带来的偏离，不反映系统性偏差；若回答成群出现（如同一航班、同一网点），区间会偏窄。",
      "差异的区间假定两侧为不同的人群。",
      "指数的区间由各指标的误差传递而来：共用记录或评分者的指标按数据中的协方差计入；除非方案另有说明，不同数据源视为不同人群；给定数值视为确定值。没有区间时，请勿把微小差异当作真实差异。",
      "此处数字仅为显示而取整；JSON 结果保留完整数值及每个节点的计算过程。",
    ],
    colon: "：",
    comparable: { comparable: "可比", limited: "受限" },
    uncertainty: "指数的不确定性",
    carriedColumn: "方法",
    carried: { exact: "确定值", linearised: "线性化", "monte-carlo": "模拟" },
    largestSources: "方差主要来源",
    largestIndicators: "方差最大的指标",
    standardError: "标准误",
    comma: "，",
    gradeStatus: {
      ok: "条件均满足",
      lowered: "因条件未满足下调",
      capped: "因门槛条件封顶",
      "lowered-by-quota": "因上一等级名额已满下调",
      "withheld-by-veto": "一票否决，不予评级",
      "withheld-by-gate": "因门槛条件不予评级",
      "not-computable": "无法计算",
    },
  },
};
