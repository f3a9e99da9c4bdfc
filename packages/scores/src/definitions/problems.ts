import type { Problem } from "@cxmetrics/definition";

export const npsNeeds0To10: Problem = {
  code: "score.nps-needs-0-10",
  en: "NPS needs the eleven points 0–10; this scale is {scale}. Its bands 0–6, 7–8 and 9–10 have no counterpart there: without 0 or 10, or with fewer points, the same customers give another number. Ask on 0–10, or name another score, for example a top box.",
  zh: "NPS 需要 0–10 共十一个分值；此量表为 {scale}。其 0–6、7–8、9–10 三档在该量表上没有对应：缺少 0 或 10，或分值更少时，同样的客户会得出不同的数字。请改用 0–10 提问，或选用其他评分，例如首档占比。",
};

export const rescaleBelowZero: Problem = {
  code: "score.rescale-below-zero",
  en: "A percentage of the maximum has no meaning on the scale {scale}, which goes below 0. Use pomp.",
  zh: "量表 {scale} 含有负分值，“占最高分百分比”没有意义。请改用 pomp。",
};
