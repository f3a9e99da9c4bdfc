import type { IndexDefinition, IndexNode } from "@cxmetrics/index-model";

const provenance = {
  status: "published",
  source: "UNDP, Human Development Report 2021/22, Technical notes",
  clause: "Technical note 3",
  url: "https://hdr.undp.org/data-center/documentation-and-downloads",
  date: "2022",
} as const;

interface Gender {
  /** Ending of ids and columns. */
  readonly of: "f" | "m";
  readonly en: string;
  readonly zh: string;
  /** Women live longer, so their goalposts of life expectancy stand five years higher. */
  readonly years: { readonly worst: number; readonly best: number };
}

/** The root is a ratio and its scale ends at 2; what is below it lies between 0 and 1. */
const onto = { lower: 0, upper: 1 } as const;

function hdiOf({ of, en, zh, years }: Gender): Record<string, IndexNode> {
  const leaf = (
    title: { readonly en: string; readonly zh: string },
    column: string,
    unit: string,
    normalise: Extract<IndexNode, { kind: "indicator" }>["normalise"],
  ): IndexNode => ({
    kind: "indicator",
    title: { en: `${title.en}, ${en}`, zh: `${zh}${title.zh}` },
    provenance,
    column: `${column}_${of}`,
    unit,
    source: "statistic",
    normalise,
  });
  return {
    [`LE_${of}`]: leaf({ en: "Life expectancy index", zh: "预期寿命指数" }, "life_expectancy", "years", {
      method: "goalposts",
      ...years,
      cap: "best",
      onto,
    }),
    [`EYS_${of}`]: leaf(
      { en: "Expected years of schooling index", zh: "预期受教育年限指数" },
      "expected_schooling",
      "years",
      { method: "goalposts", worst: 0, best: 18, cap: "best", onto },
    ),
    [`MYS_${of}`]: leaf(
      { en: "Mean years of schooling index", zh: "平均受教育年限指数" },
      "mean_schooling",
      "years",
      { method: "goalposts", worst: 0, best: 15, cap: "best", onto },
    ),
    [`EI_${of}`]: {
      kind: "aggregate",
      title: { en: `Education index, ${en}`, zh: `${zh}教育指数` },
      provenance,
      method: "arithmetic-mean",
      children: [
        { node: `EYS_${of}`, weight: "1/2" },
        { node: `MYS_${of}`, weight: "1/2" },
      ],
      missing: { policy: "propagate" },
    },
    [`GNI_${of}`]: leaf({ en: "Income index", zh: "收入指数" }, "gni_pc_ppp", "2017 PPP $ per capita", {
      method: "log-goalposts",
      worst: 100,
      best: 75000,
      cap: "best",
      onto,
    }),
    [`HDI_${of}`]: {
      kind: "aggregate",
      title: { en: `Human Development Index, ${en}`, zh: `${zh}人类发展指数` },
      provenance,
      method: "geometric-mean",
      children: [
        { node: `LE_${of}`, weight: "1/3" },
        { node: `EI_${of}`, weight: "1/3" },
        { node: `GNI_${of}`, weight: "1/3" },
      ],
      missing: { policy: "propagate" },
    },
  };
}

/**
 * Gender Development Index of UNDP, method of the report 2021/22: the HDI of women divided by the HDI of men, neither of them
 * rounded.
 *
 * $$ GDI = \frac{HDI_f}{HDI_m} $$
 *
 * Columns, each with the ending `_f` and `_m`: `life_expectancy`, `expected_schooling`, `mean_schooling`, `gni_pc_ppp`. The
 * income of each gender is an estimate from wage ratio and shares of the labour force, made before (same note).
 *
 * @example
 * ```ts
 * undpGdi.nodes.LE_f.normalise.best; // => 87.5
 * ```
 */
export const undpGdi: IndexDefinition = {
  formatVersion: 1,
  id: "undp.gdi",
  version: "1.0.0",
  title: { en: "Gender Development Index (GDI)", zh: "性别发展指数（GDI）" },
  provenance: {
    ...provenance,
    note: {
      en: "The published figures were not at hand: the definition follows the formulas, and no published row was compared.",
      zh: "公布数据不在手边：本定义依公式写成，未与公布的任何一行比对。",
    },
  },
  purpose: {
    en: "How far women lag behind men, or lead, in human development.",
    zh: "衡量女性与男性在人类发展成就上的差距。",
  },
  scale: { lower: 0, upper: 2 },
  root: "GDI",
  outputs: ["DEV"],
  nodes: {
    ...hdiOf({ of: "f", en: "women", zh: "女性", years: { worst: 22.5, best: 87.5 } }),
    ...hdiOf({ of: "m", en: "men", zh: "男性", years: { worst: 17.5, best: 82.5 } }),
    GDI: {
      kind: "formula",
      title: { en: "Gender Development Index", zh: "性别发展指数" },
      provenance,
      expression: { op: "divide", of: ["HDI_f", "HDI_m"] },
    },
    DEV: {
      kind: "formula",
      title: { en: "Absolute deviation from parity, %", zh: "与性别均等的绝对偏差（%）" },
      provenance,
      expression: { op: "multiply", of: [100, { op: "absolute", of: [{ op: "subtract", of: ["GDI", 1] }] }] },
    },
  },
};
