import type { LocalizedText } from "@cxmetrics/definition";
import type { Field, GroupField } from "./field.js";

const text = (en: string, zh: string): Field => ({ kind: "text", about: { en, zh } });
const maybe = (en: string, zh: string): Field => ({ kind: "text", about: { en, zh }, optional: true });
const plain = (en: string, zh: string): Field => ({ kind: "plain", about: { en, zh } });
const number = (least: number, most: number, en: string, zh: string): Field => ({
  kind: "number",
  least,
  most,
  about: { en, zh },
});
const whole = (least: number, most: number, en: string, zh: string): Field => ({
  kind: "number",
  least,
  most,
  integer: true,
  about: { en, zh },
});
const group = (fields: Readonly<Record<string, Field>>, en: string, zh: string): GroupField => ({
  kind: "group",
  fields,
  about: { en, zh },
});
const optional = <F extends Field>(field: F): F => ({ ...field, optional: true });

const period = text("over which time the figure is counted", "统计周期");
const applicability = text(
  "to which objects it applies and what happens where it does not",
  "适用范围及不适用时的处理",
);
const minimumN = whole(1, 1e9, "fewest records on which the figure may rest", "数值所需的最少记录数");

/** Fields of one indicator. What `common` says for all may be left out here. */
export const indicatorFields = group(
  {
    caliber: text(
      "what exactly is counted: numerator, denominator, what is left out",
      "统计口径：分子、分母、剔除规则",
    ),
    dataSource: text("system, survey or person from which the records come", "数据来源：系统、问卷或人员"),
    period: optional(period),
    applicability: optional(applicability),
    minimumN: optional(minimumN),
  },
  "what an indicator counts, from which source",
  "指标的口径与来源",
);

/** Fields that `common` may state once for every indicator. */
export const commonFields = ["period", "applicability", "minimumN"] as const;

const evaluatorGroup = group(
  {
    name: text("who rates", "评价者名称"),
    indicators: {
      kind: "list",
      least: 1,
      of: plain("id of an indicator", "指标编号"),
      about: { en: "ids of the indicators that this group rates", zh: "该组评价的指标编号" },
    },
    k: whole(1, 1000, "number of evaluators for each object", "每一对象的评价者人数 k"),
    qualification: text("who may be an evaluator", "评价者资格"),
    independence: text(
      "how it is ensured that nobody knows the others' ratings",
      "独立性：如何保证互不知晓评分",
    ),
    scale: {
      kind: "choice",
      of: ["nominal", "ordinal", "interval", "ratio"],
      about: { en: "level of measurement of the ratings", zh: "评分的测量水平" },
    },
    leastAgreement: number(
      -1,
      1,
      "least agreement (Krippendorff's alpha) accepted",
      "可接受的最低一致性（Krippendorff α）",
    ),
    notAssessed: maybe(
      "why no agreement is told, where no ratings are passed",
      "未提供评分数据时，说明为何不报告一致性",
    ),
  },
  "a group of evaluators",
  "一组评价者",
);

const weightFields = group(
  {
    decidedBy: text("who decided the weights", "权重由谁确定"),
    date: plain("when: YYYY, YYYY-MM or YYYY-MM-DD", "确定日期：YYYY、YYYY-MM 或 YYYY-MM-DD"),
    reason: text("why these weights", "权重的理由"),
    panel: {
      kind: "panel",
      optional: true,
      about: {
        en: "judgements: judgement (ratings, budget, matrix), fullScore, total, rounds, as cx index panel reads them",
        zh: "判断数据：judgement（ratings、budget、matrix）、fullScore、total、rounds，写法同 cx index panel",
      },
    },
    noJudgements: maybe(
      "why there are no judgements, where panel is left out",
      "省略 panel 时，说明为何没有判断数据",
    ),
  },
  "how the weights of one mean came about",
  "一个均值的权重来由",
);

/** Every field of the supplement below its head. */
export const supplementFields: GroupField = group(
  {
    definition: plain("the definition it was written for: id@version", "所针对的定义：id@version"),
    scope: text("what the standard covers", "标准的范围"),
    object: text("what is evaluated: the unit of evaluation", "评价对象"),
    common: optional(
      group(
        { period: optional(period), applicability: optional(applicability), minimumN: optional(minimumN) },
        "what holds for every indicator that does not say otherwise",
        "未另行说明的指标的共同约定",
      ),
    ),
    indicators: {
      kind: "by-id",
      of: indicatorFields,
      about: { en: "every indicator of the definition by id", zh: "定义中的每个指标，按编号" },
    },
    rounding: group(
      {
        where: text("where figures are rounded, once", "在何处修约，且只修约一次"),
        decimals: whole(0, 10, "decimals of the published score", "公布得分的小数位数"),
        mode: {
          kind: "choice",
          of: ["half-even", "half-up"],
          about: {
            en: "half-even (GB/T 8170) or half-up",
            zh: "half-even（四舍六入五成双，GB/T 8170）或 half-up（四舍五入）",
          },
        },
        workedDecimals: whole(
          2,
          12,
          "decimals with which the worked example prints what stands in between",
          "算例中间值的小数位数",
        ),
      },
      "the rounding clause",
      "数值修约条款",
    ),
    sampling: group(
      {
        method: text("how respondents are drawn", "抽样方法"),
        level: number(0.5, 0.9999, "confidence level", "置信水平"),
        power: number(0.01, 0.9999, "chance to find a real change", "检验功效"),
        expectedShare: number(
          0.001,
          0.999,
          "expected share, 0.5 being the most demanding",
          "预期比例，0.5 时所需样本最多",
        ),
        npsVariance: number(
          0.001,
          1,
          "expected variance of one NPS answer scored −1, 0, +1",
          "NPS 单个回答（−1、0、+1）的预期方差",
        ),
        designEffect: number(0.01, 1000, "design effect", "设计效应 deff"),
        designEffectBasis: text("where the design effect comes from", "设计效应的依据"),
      },
      "sampling",
      "抽样",
    ),
    evaluators: {
      kind: "list",
      of: evaluatorGroup,
      least: 0,
      about: {
        en: "groups of evaluators; an empty list where nobody rates",
        zh: "评价者组；无人评分时为空列表",
      },
    },
    weights: {
      kind: "by-id",
      of: weightFields,
      about: { en: "every mean with several parts by id", zh: "每个含多个组成部分的均值，按编号" },
    },
    trial: group(
      {
        description: text("when, where and on which objects the trial was held", "试用的时间、地点与对象"),
        criteria: {
          kind: "list",
          least: 1,
          of: group(
            {
              column: plain("column of the trial data", "试用数据中的列名"),
              title: text("name of the measure", "度量名称"),
              outside: text("why it stands outside the index", "为何独立于指数之外"),
            },
            "a measure outside the index",
            "指数之外的度量",
          ),
          about: { en: "measures outside the index, NPS or CSAT", zh: "指数之外的校标，如 NPS、CSAT" },
        },
        notHeld: maybe(
          "why no trial was held; the other fields of trial may then stay empty",
          "未进行试用的原因；填写后其余字段可留空",
        ),
      },
      "the trial",
      "试用",
    ),
    signatures: {
      kind: "list",
      least: 1,
      of: text("role of someone who signs a report", "报告签字人的角色"),
      about: { en: "who signs a report", zh: "报告签字人" },
    },
  },
  "the supplement of a standard",
  "标准的补充文件",
);

/** Titles of the head of the supplement in the template. */
export const headAbout: LocalizedText = {
  en: "id and version of this document, its title, and where it comes from",
  zh: "本文件的编号、版本、标题与出处",
};
