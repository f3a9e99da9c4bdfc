import { expectNumber, expectRecord, type LocalizedText } from "@cxmetrics/definition";

/** A limit of an audit: its default, what it bounds, and where the default comes from. */
export interface AuditThreshold {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly title: LocalizedText;
  /** `convention of this package` where nothing published says so. */
  readonly source: string;
}

const jrc = "JRC Competence Centre on Composite Indicators, COIN Tool, FAQs (rule of thumb)";
const coinr = "R package COINr 1.1.14 (Becker and others), JRC practice";
const handbook = "OECD/JRC, Handbook on Constructing Composite Indicators (2008)";
const own = "convention of this package";
const share = { least: 0, most: 1 };

const limits = {
  indicatorCoverage: {
    value: 0.65,
    ...share,
    title: { en: "least share of units with a value, per indicator", zh: "每个指标有数据的对象占比下限" },
    source: jrc,
  },
  unitCoverage: {
    value: 0.65,
    ...share,
    title: {
      en: "least share of applicable indicators with a value, per unit",
      zh: "每个对象有数据的适用指标占比下限",
    },
    source: jrc,
  },
  nodeCoverage: {
    value: 0.65,
    ...share,
    title: {
      en: "least share of units with a value, per node above the indicators",
      zh: "每个上级节点有数值的对象占比下限",
    },
    source: `${own}, as for indicators`,
  },
  unitsPerIndicator: {
    value: 1,
    least: 0,
    most: 1000,
    title: { en: "least number of units for each indicator", zh: "每个指标对应的对象数下限" },
    source: "with fewer units than indicators the correlation matrix is singular",
  },
  units: {
    value: 10,
    least: 1,
    most: 1e9,
    title: {
      en: "least number of units on which a correlation can fail an index",
      zh: "相关统计可判为不通过所需的对象数下限",
    },
    source: own,
  },
  skewness: {
    value: 2,
    least: 0,
    most: 100,
    title: {
      en: "greatest absolute skewness, told together with kurtosis",
      zh: "偏度绝对值上限（与峰度同时判定）",
    },
    source: coinr,
  },
  kurtosis: {
    value: 3.5,
    least: -2,
    most: 1000,
    title: {
      en: "greatest excess kurtosis, told together with skewness",
      zh: "超额峰度上限（与偏度同时判定）",
    },
    source: coinr,
  },
  winsorisedUnits: {
    value: 5,
    least: 0,
    most: 1000,
    title: { en: "most units that winsorising may move", zh: "缩尾处理可改动的对象数上限" },
    source: coinr,
  },
  parentCorrelation: {
    value: 0,
    least: -1,
    most: 1,
    title: { en: "least correlation of a child with its parent", zh: "下级与上级相关系数下限" },
    source: `${handbook}, 2: what is added up should go in one direction`,
  },
  negativeCorrelation: {
    value: -0.4,
    least: -1,
    most: 1,
    title: {
      en: "correlation below which two parts contradict one another",
      zh: "低于此相关系数即视为相互矛盾",
    },
    source: `${coinr}: plot_corr`,
  },
  redundantCorrelation: {
    value: 0.92,
    ...share,
    title: { en: "greatest absolute correlation of two indicators", zh: "两个指标相关系数绝对值上限" },
    source: "practice of JRC statistical audits (COINr flags from 0.9)",
  },
  varianceInflation: {
    value: 10,
    least: 1,
    most: 1e9,
    title: { en: "greatest variance inflation factor", zh: "方差膨胀因子上限" },
    source: "rule of thumb, discussed by O'Brien, Quality & Quantity 41 (2007) 673–690",
  },
  alpha: {
    value: 0.7,
    ...share,
    title: { en: "least Cronbach's alpha of a dimension", zh: "维度 Cronbach α 下限" },
    source: `Nunnally, Psychometric Theory (1978), quoted in ${handbook}`,
  },
  omega: {
    value: 0.7,
    ...share,
    title: { en: "least McDonald's omega of a dimension", zh: "维度 McDonald ω 下限" },
    source: `${own}, as for alpha`,
  },
  kmo: {
    value: 0.6,
    ...share,
    title: { en: "least Kaiser–Meyer–Olkin measure", zh: "KMO 值下限" },
    source: handbook,
  },
  kmoUnacceptable: {
    value: 0.5,
    ...share,
    title: {
      en: "Kaiser–Meyer–Olkin measure below which factors are unacceptable",
      zh: "KMO 不可接受的界限",
    },
    source: "Kaiser and Rice, Educational and Psychological Measurement 34 (1974) 111–117",
  },
  bartlett: {
    value: 0.05,
    ...share,
    title: { en: "greatest p-value of Bartlett's test of sphericity", zh: "Bartlett 球形检验 p 值上限" },
    source: "Bartlett, British Journal of Psychology (Statistical Section) 3 (1950); customary level",
  },
  eigenvalue: {
    value: 1,
    least: 0,
    most: 200,
    title: { en: "eigenvalue above which a component is kept", zh: "保留主成分的特征值界限" },
    source: `Kaiser, Educational and Psychological Measurement 20 (1960); ${handbook}, 6.1`,
  },
  explained: {
    value: 0.6,
    ...share,
    title: {
      en: "least share of variance of the kept components together",
      zh: "保留主成分累计方差占比下限",
    },
    source: `${handbook}, 6.1`,
  },
  importanceRatio: {
    value: 2,
    least: 1,
    most: 1e9,
    title: {
      en: "greatest ratio of effective to nominal weight, or the other way round",
      zh: "有效权重与名义权重之比（或其倒数）上限",
    },
    source: own,
  },
  rankInterval: {
    value: 0.2,
    ...share,
    title: {
      en: "greatest width of a rank interval, as a share of the ranked units",
      zh: "名次区间宽度占参评对象数的上限",
    },
    source: own,
  },
  wideIntervals: {
    value: 0.5,
    ...share,
    title: { en: "greatest share of units with a wider rank interval", zh: "名次区间过宽的对象占比上限" },
    source: own,
  },
  rankLevel: {
    value: 0.9,
    least: 0.5,
    most: 0.999,
    title: { en: "probability of a rank interval", zh: "名次区间的概率" },
    source: "practice of JRC statistical audits",
  },
  weightVariation: {
    value: 0.25,
    least: 0,
    most: 0.99,
    title: { en: "share by which weights vary either way", zh: "权重上下浮动的比例" },
    source: "practice of JRC statistical audits",
  },
  cappedUnits: {
    value: 0.1,
    ...share,
    title: { en: "greatest share of units in which a cap binds", zh: "触及截断界限的对象占比上限" },
    source: own,
  },
  applicabilitySets: {
    value: 1,
    least: 1,
    most: 1e9,
    title: { en: "most sets of applicable indicators among the units", zh: "各对象适用指标组合数上限" },
    source: `${own}: units with different sets are measured by different things`,
  },
  illustrativeParts: {
    value: 0,
    least: 0,
    most: 1e9,
    title: {
      en: "most parts of the definition whose provenance is illustrative",
      zh: "来源为示例的组成部分数上限",
    },
    source: own,
  },
  evaluators: {
    value: 3,
    least: 1,
    most: 1e6,
    title: { en: "least number of evaluators of an expert indicator", zh: "专家指标的评价人数下限" },
    source: "three to five: Nielsen, in Usability Inspection Methods (1994), chapter 2",
  },
  consistencyRatio: {
    value: 0.1,
    ...share,
    title: { en: "greatest consistency ratio of pairwise judgements", zh: "成对比较一致性比例上限" },
    source: "Saaty, The Analytic Hierarchy Process (1980)",
  },
} as const satisfies Readonly<Record<string, AuditThreshold>>;

/** The limits of an audit by name. */
export type AuditThresholds = { readonly [Name in keyof typeof limits]: number };

/**
 * Every threshold of `auditIndex` with its default, its admissible range, what it bounds and where it comes from.
 *
 * @example
 * ```ts
 * auditThresholds.indicatorCoverage.value; // => 0.65
 * auditThresholds.skewness.source; // => "R package COINr 1.1.14 (Becker and others), JRC practice"
 * ```
 */
export const auditThresholds: Readonly<Record<keyof AuditThresholds, AuditThreshold>> = limits;

/** Thresholds with their defaults. */
export function readThresholds(value: unknown): AuditThresholds {
  const path = ["options", "thresholds"];
  const names = Object.keys(limits) as (keyof AuditThresholds)[];
  const given = value === undefined ? {} : expectRecord(value, path, [], names);
  const entries = names.map((name): [keyof AuditThresholds, number] => {
    const { value: usual, least, most } = auditThresholds[name];
    return [
      name,
      given[name] === undefined ? usual : expectNumber(given[name], [...path, name], { least, most }),
    ];
  });
  return Object.fromEntries(entries) as AuditThresholds;
}
