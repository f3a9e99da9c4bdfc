import type { IndexDefinition } from "@cxmetrics/index-model";

const provenance = {
  status: "published",
  source: "UNDP, Human Development Report 2021/22, Technical notes",
  clause: "Technical note 1",
  url: "https://hdr.undp.org/data-center/documentation-and-downloads",
  date: "2022",
} as const;

/** The leaves and means of the Human Development Index, which the planetary pressures–adjusted index contains whole. */
export const hdiNodes = {
  LE: {
    kind: "indicator",
    title: { en: "Life expectancy index", zh: "预期寿命指数" },
    provenance,
    column: "life_expectancy",
    unit: "years",
    source: "statistic",
    normalise: { method: "goalposts", worst: 20, best: 85, cap: "best" },
  },
  EYS: {
    kind: "indicator",
    title: { en: "Expected years of schooling index", zh: "预期受教育年限指数" },
    provenance,
    column: "expected_schooling",
    unit: "years",
    source: "statistic",
    normalise: { method: "goalposts", worst: 0, best: 18, cap: "best" },
  },
  MYS: {
    kind: "indicator",
    title: { en: "Mean years of schooling index", zh: "平均受教育年限指数" },
    provenance,
    column: "mean_schooling",
    unit: "years",
    source: "statistic",
    normalise: { method: "goalposts", worst: 0, best: 15, cap: "best" },
  },
  EI: {
    kind: "aggregate",
    title: { en: "Education index", zh: "教育指数" },
    provenance,
    method: "arithmetic-mean",
    children: [
      { node: "EYS", weight: "1/2" },
      { node: "MYS", weight: "1/2" },
    ],
    missing: { policy: "propagate" },
  },
  GNI: {
    kind: "indicator",
    title: { en: "Income index", zh: "收入指数" },
    provenance,
    column: "gni_pc_ppp",
    unit: "2017 PPP $ per capita",
    source: "statistic",
    normalise: { method: "log-goalposts", worst: 100, best: 75000, cap: "best" },
  },
  HDI: {
    kind: "aggregate",
    title: { en: "Human Development Index", zh: "人类发展指数" },
    provenance,
    method: "geometric-mean",
    children: [
      { node: "LE", weight: "1/3" },
      { node: "EI", weight: "1/3" },
      { node: "GNI", weight: "1/3" },
    ],
    missing: { policy: "propagate" },
    note: {
      en: "Unrounded. UNDP publishes three decimals, halves rounded up.",
      zh: "未修约。UNDP 公布三位小数，四舍五入。",
    },
  },
} as const satisfies IndexDefinition["nodes"];

/**
 * Human Development Index of UNDP, method of the report 2021/22: geometric mean of the life expectancy, education and income
 * indices. Values beyond the best goalposts are capped; no lower cap is published.
 *
 * $$ HDI = \sqrt[3]{I_{LE}\cdot\frac{I_{EYS}+I_{MYS}}{2}\cdot I_{GNI}} $$
 *
 * Columns: `life_expectancy`, `expected_schooling`, `mean_schooling`, `gni_pc_ppp`.
 *
 * @example
 * ```ts
 * undpHdi.nodes.GNI.normalise.best; // => 75000
 * ```
 */
export const undpHdi = {
  formatVersion: 1,
  id: "undp.hdi",
  version: "1.0.0",
  title: { en: "Human Development Index (HDI)", zh: "人类发展指数（HDI）" },
  provenance,
  purpose: {
    en: "Average achievement in a long and healthy life, knowledge and a decent standard of living.",
    zh: "衡量健康长寿、知识获取和体面生活水平三个方面的平均成就。",
  },
  scale: { lower: 0, upper: 1 },
  root: "HDI",
  nodes: hdiNodes,
} as const satisfies IndexDefinition;
