import type { IndexDefinition, IndexNode } from "@cxmetrics/index-model";
import { hdiNodes } from "./undp-hdi.js";

const provenance = {
  status: "published",
  source: "UNDP, Human Development Report 2021/22, Technical notes",
  clause: "Technical note 2",
  url: "https://hdr.undp.org/data-center/documentation-and-downloads",
  date: "2022",
} as const;

function inequality(en: string, zh: string, column: string): IndexNode {
  return {
    kind: "indicator",
    title: { en: `Inequality in ${en} (Atkinson)`, zh: `${zh}不平等（Atkinson）` },
    provenance,
    column,
    unit: "%",
    source: "statistic",
    normalise: { method: "goalposts", worst: 100, best: 0, cap: "none" },
  };
}

/** Three decimals, halves up, as UNDP prints. */
const rounded = (id: string) => ({ op: "round", of: [id], digits: 3, mode: "half-up" }) as const;

/**
 * Inequality-adjusted Human Development Index of UNDP, method of the report 2021/22: the unrounded HDI times the geometric mean
 * of what inequality leaves of each dimension. The loss in per cent is told from the rounded values, as printed.
 *
 * $$ IHDI = HDI\cdot\sqrt[3]{(1-A_{LE})(1-A_{EI})(1-A_{GNI})} $$
 *
 * Columns: those of the HDI, and `inequality_le`, `inequality_edu`, `inequality_inc`, the Atkinson measures in per cent.
 *
 * @example
 * ```ts
 * undpIhdi.nodes.A_LE.normalise.best - undpIhdi.nodes.A_LE.normalise.worst; // => -100
 * ```
 */
export const undpIhdi: IndexDefinition = {
  formatVersion: 1,
  id: "undp.ihdi",
  version: "1.0.0",
  title: {
    en: "Inequality-adjusted Human Development Index (IHDI)",
    zh: "经不平等调整的人类发展指数（IHDI）",
  },
  provenance: {
    ...provenance,
    note: {
      en: "The published figures were not at hand: the definition follows the formulas, and no published row was compared.",
      zh: "公布数据不在手边：本定义依公式写成，未与公布的任何一行比对。",
    },
  },
  purpose: {
    en: "The level of human development when inequality within a country is taken off.",
    zh: "扣除国内不平等之后的人类发展水平。",
  },
  scale: { lower: 0, upper: 1 },
  root: "IHDI",
  outputs: ["LOSS", "COEF"],
  nodes: {
    ...hdiNodes,
    A_LE: inequality("life expectancy", "预期寿命", "inequality_le"),
    A_EI: inequality("education", "教育", "inequality_edu"),
    A_GNI: inequality("income", "收入", "inequality_inc"),
    KEPT: {
      kind: "aggregate",
      title: { en: "What inequality leaves", zh: "不平等调整系数" },
      provenance,
      method: "geometric-mean",
      children: [
        { node: "A_LE", weight: "1/3" },
        { node: "A_EI", weight: "1/3" },
        { node: "A_GNI", weight: "1/3" },
      ],
      missing: { policy: "propagate" },
    },
    IHDI: {
      kind: "formula",
      title: { en: "Inequality-adjusted HDI", zh: "经不平等调整的人类发展指数" },
      provenance,
      expression: { op: "multiply", of: ["HDI", "KEPT"] },
    },
    LOSS: {
      kind: "formula",
      title: { en: "Overall loss, %", zh: "总体损失（%）" },
      provenance,
      expression: {
        op: "multiply",
        of: [100, { op: "subtract", of: [1, { op: "divide", of: [rounded("IHDI"), rounded("HDI")] }] }],
      },
    },
    COEF: {
      kind: "formula",
      title: { en: "Coefficient of human inequality, %", zh: "人类不平等系数（%）" },
      provenance,
      expression: { op: "power-mean", exponent: 1, of: ["A_LE.raw", "A_EI.raw", "A_GNI.raw"] },
    },
  },
};
