import type { IndexDefinition } from "@cxmetrics/index-model";
import { hdiNodes } from "./undp-hdi.js";

const provenance = {
  status: "published",
  source: "UNDP, Human Development Report 2021/22, Technical notes",
  clause: "Technical note 6",
  url: "https://hdr.undp.org/data-center/documentation-and-downloads",
  date: "2022",
} as const;

/**
 * Planetary pressures–adjusted Human Development Index of UNDP, 2021/22: the HDI, rounded to three decimals, times an
 * adjustment factor, the mean of the distances from the greatest pressure ever observed. The rounding is part of the method:
 * with the unrounded HDI the published figures do not come out.
 *
 * $$ PHDI = \mathrm{round}(HDI, 3)\cdot\left(1-\tfrac12\left(\tfrac{CO_2}{68.72}+\tfrac{MF}{107.42}\right)\right) $$
 *
 * Columns: those of the HDI, `co2_per_capita_t`, `material_footprint_t`.
 *
 * @example
 * ```ts
 * undpPhdi.nodes.CO2.normalise.worst; // => 68.72
 * ```
 */
export const undpPhdi = {
  formatVersion: 1,
  id: "undp.phdi",
  version: "1.0.0",
  title: {
    en: "Planetary pressures–adjusted Human Development Index (PHDI)",
    zh: "经星球压力调整的人类发展指数（PHDI）",
  },
  provenance,
  purpose: {
    en: "The level of human development, discounted for pressures on the planet.",
    zh: "在人类发展水平中扣除对地球造成的压力。",
  },
  scale: { lower: 0, upper: 1 },
  root: "PHDI",
  nodes: {
    ...hdiNodes,
    HDI3: {
      kind: "formula",
      title: { en: "Published HDI", zh: "公布的人类发展指数" },
      provenance,
      expression: { op: "round", of: ["HDI"], digits: 3, mode: "half-up" },
    },
    CO2: {
      kind: "indicator",
      title: { en: "CO₂ emissions index", zh: "二氧化碳排放指数" },
      provenance,
      column: "co2_per_capita_t",
      unit: "t per capita (production)",
      source: "statistic",
      normalise: { method: "goalposts", worst: 68.72, best: 0, cap: "none" },
    },
    MF: {
      kind: "indicator",
      title: { en: "Material footprint index", zh: "物质足迹指数" },
      provenance,
      column: "material_footprint_t",
      unit: "t per capita",
      source: "statistic",
      normalise: { method: "goalposts", worst: 107.42, best: 0, cap: "none" },
    },
    A: {
      kind: "aggregate",
      title: { en: "Adjustment factor for planetary pressures", zh: "星球压力调整系数" },
      provenance,
      method: "arithmetic-mean",
      children: [
        { node: "CO2", weight: "1/2" },
        { node: "MF", weight: "1/2" },
      ],
      missing: { policy: "propagate" },
    },
    PHDI: {
      kind: "formula",
      title: { en: "Planetary pressures–adjusted HDI", zh: "经星球压力调整的人类发展指数" },
      provenance,
      expression: { op: "multiply", of: ["HDI3", "A"] },
    },
  },
} as const satisfies IndexDefinition;
