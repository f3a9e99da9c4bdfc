import { type FindingText, finding } from "../finding.js";
import type { Criterion } from "./criterion.js";

/** How much data there is. */
export interface SizeValues {
  readonly units: number;
  readonly indicators: number;
  /** Units with a value for every indicator. */
  readonly completeUnits: number;
}

const fewUnits: FindingText = {
  code: "audit.few-units",
  en: "There are {found} units; correlations, reliabilities and rank intervals of fewer than {least} say little.",
  zh: "评价对象只有 {found} 个；不足 {least} 个时，相关系数、信度与名次区间的意义有限。",
  remedy: {
    en: "Add units or periods, and read the statistics below as hints.",
    zh: "请增加评价对象或时期，并仅将下列统计量作为参考。",
  },
};

const moreIndicators: FindingText = {
  code: "audit.more-indicators-than-units",
  en: "{indicators} indicators stand against {found} units: correlations between so many indicators cannot be told from chance.",
  zh: "指标有 {indicators} 个，评价对象只有 {found} 个：如此多指标之间的相关无法与偶然区分。",
  remedy: {
    en: "Add units, or look at the structure of each dimension by itself.",
    zh: "请增加评价对象，或按维度分别考察结构。",
  },
};

/** Whether there are enough units for the statistics of an audit. */
export const size: Criterion<"size", SizeValues> = {
  id: "size",
  title: { en: "Size of the table", zh: "数据规模" },
  thresholds: ["units", "unitsPerIndicator"],
  examine: (context) => {
    const { table, leaves, result, thresholds } = context;
    const units = table.units.length;
    const completeUnits = table.units.filter((_, row) =>
      leaves.every((id) => typeof result.nodes[id]?.values[row] === "number"),
    ).length;
    const values = { units, indicators: leaves.length, completeUnits };
    const least = thresholds.units;
    return {
      message: {
        en: `${units} units, ${leaves.length} indicators; ${completeUnits} units have a value for every indicator.`,
        zh: `评价对象 ${units} 个，指标 ${leaves.length} 个；各指标均有数值的对象 ${completeUnits} 个。`,
      },
      findings: [
        ...(units < least ? [finding(context, "warn", fewUnits, { values: { found: units, least } })] : []),
        ...(units < thresholds.unitsPerIndicator * leaves.length
          ? [
              finding(context, "warn", moreIndicators, {
                values: { indicators: leaves.length, found: units },
              }),
            ]
          : []),
      ],
      values,
    };
  },
};
