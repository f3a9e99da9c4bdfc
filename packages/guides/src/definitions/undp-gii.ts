import type { IndexDefinition, IndexNode } from "@cxmetrics/index-model";

const provenance = {
  status: "published",
  source: "UNDP, Human Development Report 2021/22, Technical notes",
  clause: "Technical note 4",
  url: "https://hdr.undp.org/data-center/documentation-and-downloads",
  date: "2022",
} as const;

function share(en: string, zh: string, column: string): IndexNode {
  return {
    kind: "indicator",
    title: { en, zh },
    provenance,
    column,
    unit: "%",
    source: "statistic",
    normalise: { method: "identity" },
  };
}

const geometric = (...of: (string | number)[]) => ({ op: "power-mean", exponent: 0, of }) as const;
const arithmetic = (...of: (string | number)[]) => ({ op: "power-mean", exponent: 1, of }) as const;

/**
 * Gender Inequality Index of UNDP, method of the report 2021/22: the loss from inequality between women and men in health,
 * empowerment and the labour market. A harmonic mean of the two genders is compared with what both would reach if equal.
 *
 * $$ GII = 1 - \frac{\mathrm{HARM}(G_F, G_M)}{\bar G}, \quad G_F = \sqrt[3]{H\cdot E_F\cdot L_F}, \quad G_M = \sqrt[3]{1\cdot E_M\cdot L_M},
 * \quad \bar G = \sqrt[3]{\tfrac{H+1}{2}\cdot\tfrac{E_F+E_M}{2}\cdot\tfrac{L_F+L_M}{2}} $$
 *
 * with $H = \sqrt{(10/MMR)(1/ABR)}$. Maternal mortality is held between 10 and 1,000 per 100,000 births. Where women hold
 * less than 0.1 per cent of seats, 0.1 counts for them and 99.9 for men: without that a geometric mean would be 0.
 *
 * Columns: `maternal_mortality`, `adolescent_births`, `seats_f`, `secondary_f`, `secondary_m`, `labour_f`, `labour_m`, the last
 * five in per cent.
 *
 * @example
 * ```ts
 * undpGii.nodes.SEATS.cases[0].set.f; // => 0.1
 * ```
 */
export const undpGii: IndexDefinition = {
  formatVersion: 1,
  id: "undp.gii",
  version: "1.0.0",
  title: { en: "Gender Inequality Index (GII)", zh: "性别不平等指数（GII）" },
  provenance: {
    ...provenance,
    note: {
      en: "The published figures were not at hand: the definition follows the formulas, and no published row was compared.",
      zh: "公布数据不在手边：本定义依公式写成，未与公布的任何一行比对。",
    },
  },
  purpose: {
    en: "Loss of achievement from inequality between women and men; 0 is equality.",
    zh: "衡量两性不平等造成的成就损失；0 表示完全平等。",
  },
  scale: { lower: 0, upper: 1 },
  root: "GII",
  nodes: {
    MMR: {
      kind: "indicator",
      title: { en: "Maternal mortality", zh: "孕产妇死亡率" },
      provenance,
      column: "maternal_mortality",
      unit: "deaths per 100,000 live births",
      source: "statistic",
      transform: { op: "divide", of: [10, { op: "clamp", of: ["x"], lower: 10, upper: 1000 }] },
      normalise: { method: "identity" },
    },
    ABR: {
      kind: "indicator",
      title: { en: "Adolescent birth rate", zh: "未成年人生育率" },
      provenance,
      column: "adolescent_births",
      unit: "births per 1,000 women ages 15–19",
      source: "statistic",
      transform: { op: "divide", of: [1, "x"] },
      normalise: { method: "identity" },
    },
    SEATS_F: share("Seats in parliament held by women", "女性议席占比", "seats_f"),
    SE_F: share("Women with secondary education", "女性受中等教育比例", "secondary_f"),
    SE_M: share("Men with secondary education", "男性受中等教育比例", "secondary_m"),
    LF_F: share("Labour force participation of women", "女性劳动参与率", "labour_f"),
    LF_M: share("Labour force participation of men", "男性劳动参与率", "labour_m"),
    SEATS: {
      kind: "let",
      title: { en: "Seats of women and men, never 0", zh: "男女议席占比（不为 0）" },
      provenance,
      cases: [
        {
          title: { en: "fewer than one seat in a thousand", zh: "不足千分之一" },
          when: { compare: "<", of: ["SEATS_F", 0.1] },
          set: { f: 0.1, m: 99.9 },
        },
      ],
      default: { f: "SEATS_F", m: { op: "subtract", of: [100, "SEATS_F"] } },
    },
    H: {
      kind: "formula",
      title: { en: "Reproductive health", zh: "生殖健康" },
      provenance,
      expression: geometric("MMR", "ABR"),
    },
    E_F: {
      kind: "formula",
      title: { en: "Empowerment of women", zh: "女性赋权" },
      provenance,
      expression: geometric("SEATS.f", "SE_F"),
    },
    E_M: {
      kind: "formula",
      title: { en: "Empowerment of men", zh: "男性赋权" },
      provenance,
      expression: geometric("SEATS.m", "SE_M"),
    },
    G_F: {
      kind: "formula",
      title: { en: "Index of women", zh: "女性指数" },
      provenance,
      expression: geometric("H", "E_F", "LF_F"),
    },
    G_M: {
      kind: "formula",
      title: { en: "Index of men", zh: "男性指数" },
      provenance,
      expression: geometric(1, "E_M", "LF_M"),
    },
    HARM: {
      kind: "formula",
      title: { en: "Harmonic mean of women and men", zh: "两性指数的调和平均" },
      provenance,
      expression: { op: "power-mean", exponent: -1, of: ["G_F", "G_M"] },
    },
    G: {
      kind: "formula",
      title: { en: "Reference under equality", zh: "均等时的参照值" },
      provenance,
      expression: {
        op: "power-mean",
        exponent: 0,
        of: [arithmetic("H", 1), arithmetic("E_F", "E_M"), arithmetic("LF_F", "LF_M")],
      },
    },
    GII: {
      kind: "formula",
      title: { en: "Gender Inequality Index", zh: "性别不平等指数" },
      provenance,
      expression: { op: "subtract", of: [1, { op: "divide", of: ["HARM", "G"] }] },
    },
  },
};
