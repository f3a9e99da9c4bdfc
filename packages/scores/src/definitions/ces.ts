import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/**
 * Customer Effort Score 2.0 as a mean, `ces.2-mean@1.0.0`: agreement with “made it easy for me to handle my issue”, 1–7, where
 * higher is better.
 *
 * @example
 * ```ts
 * ces2Mean.scale; // => { min: 1, max: 7 }
 * ```
 */
export const ces2Mean: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "ces.2-mean",
  version: "1.0.0",
  title: { en: "Customer Effort Score 2.0, mean", zh: "客户费力度 2.0（七分制均值）" },
  provenance: {
    status: "published",
    source: "Nicereply, How is CES calculated?",
    url: "https://support.nicereply.com/article/267-how-is-ces-calculated",
    note: {
      en: "Question and scale: Dixon, Toman, DeLisi, The Effortless Experience (2013). Unlike CES 1.0 (2010), a high value means little effort. The source gives no interval: Student's t is our choice.",
      zh: "问题与量表出自 Dixon、Toman、DeLisi《The Effortless Experience》(2013)。与 CES 1.0 (2010) 相反，分值越高表示越省力。来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: { min: 1, max: 7 },
  direction: "higher-is-better",
  statistic: { kind: "mean", unit: "mean" },
  base: "valid",
  interval: { method: "t", level: 0.95 },
});

/**
 * Customer Effort Score 2.0 as the share that at least somewhat agrees, `ces.2-share-5-7@1.0.0`: 5, 6 or 7 on the scale 1–7.
 *
 * @example
 * ```ts
 * ces2Share5To7.statistic; // => { kind: "share", band: [5, 6, 7], unit: "share" }
 * ```
 */
export const ces2Share5To7: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "ces.2-share-5-7",
  version: "1.0.0",
  title: { en: "Customer Effort Score 2.0, share of 5–7", zh: "客户费力度 2.0（5–7 分占比）" },
  provenance: {
    status: "published",
    source: "Simplesat, What is CES (Customer Effort Score)?",
    clause: "Calculating CES",
    url: "https://help.simplesat.io/en/articles/5626051-what-is-ces-customer-effort-score",
    note: {
      en: "The source calls it an adaptation of Gartner's formula. It gives no interval: Wilson (1927) is our choice.",
      zh: "来源称其改编自 Gartner 的公式。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: { min: 1, max: 7 },
  direction: "higher-is-better",
  statistic: { kind: "share", band: [5, 6, 7], unit: "share" },
  base: "valid",
  interval: { method: "wilson", level: 0.95 },
});
