import type { Rubric } from "@cxmetrics/domain";

/**
 * Rubric R1 of the illustrative bank profile: how clear the interface and its information are (indicator A1).
 *
 * @example
 * ```ts
 * bankClarityRubric.levels.map(({ score }) => score); // => [0, 25, 50, 75, 100]
 * ```
 */
export const bankClarityRubric: Rubric = {
  id: "cx.bank-clarity",
  version: "0.1.0",
  title: { en: "Interface and information clarity", zh: "界面与信息清晰度" },
  levels: [
    { level: 1, score: 0, anchor: { en: "Key facts missing or misleading", zh: "关键信息缺失或误导" } },
    {
      level: 2,
      score: 25,
      anchor: { en: "Jargon in many places, no hierarchy", zh: "多处术语难懂、主次不清" },
    },
    {
      level: 3,
      score: 50,
      anchor: { en: "Understood after going back or asking", zh: "可理解，但需返回或求助" },
    },
    {
      level: 4,
      score: 75,
      anchor: { en: "Understood at once, few inconsistencies", zh: "一次看懂，少量不一致" },
    },
    {
      level: 5,
      score: 100,
      anchor: { en: "Understood at once and prevents errors", zh: "一次看懂且主动防错" },
    },
  ],
};
