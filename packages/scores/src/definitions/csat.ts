import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/**
 * Customer satisfaction as the share of 4 and 5 on the scale 1–5, `csat.top-2-of-5@1.0.0`.
 *
 * @example
 * ```ts
 * csatTop2Of5.interval.method; // => "wilson"
 * ```
 */
export const csatTop2Of5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.top-2-of-5",
  version: "1.0.0",
  title: { en: "Customer satisfaction, top 2 of 5", zh: "客户满意度（五分制前两档占比）" },
  provenance: {
    status: "published",
    source: "Delighted, CSAT Surveys",
    clause: "How is the CSAT score calculated?",
    url: "https://help.delighted.com/article/533-csat-surveys",
    note: {
      en: "The source rounds to a whole percentage; this definition does not round. It gives no interval: Wilson (1927) is our choice.",
      zh: "来源将结果取整为百分数，本定义不取整。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: { min: 1, max: 5 },
  direction: "higher-is-better",
  statistic: { kind: "share", band: [4, 5], unit: "share" },
  base: "valid",
  interval: { method: "wilson", level: 0.95 },
});

/**
 * Customer satisfaction as the mean of ratings on the scale 1–5, `csat.mean-5@1.0.0`.
 *
 * @example
 * ```ts
 * csatMean5.statistic.unit; // => "mean"
 * ```
 */
export const csatMean5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.mean-5",
  version: "1.0.0",
  title: { en: "Customer satisfaction, mean of 5", zh: "客户满意度（五分制均值）" },
  provenance: {
    status: "published",
    source: "Nicereply, How is CSAT calculated?",
    clause: "CSAT score and average CSAT",
    url: "https://support.nicereply.com/article/271-how-is-csat-calculated",
    note: {
      en: "A mean takes the distances between neighbouring points as equal. The source gives no interval: Student's t is our choice.",
      zh: "均值假定相邻分值之间的距离相等。来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: { min: 1, max: 5 },
  direction: "higher-is-better",
  statistic: { kind: "mean", unit: "mean" },
  base: "valid",
  interval: { method: "t", level: 0.95 },
});
