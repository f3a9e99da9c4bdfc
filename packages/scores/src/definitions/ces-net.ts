import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Net effort score of 6–7 minus 1–3, `ces.net-6-7-minus-1-3@1.0.0`. */
export const cesNet67Minus13: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "ces.net-6-7-minus-1-3",
  version: "1.0.0",
  title: {
    en: "Net effort score, 6–7 minus 1–3",
    zh: "净费力度（6–7 分减 1–3 分）",
  },
  provenance: {
    status: "published",
    source: "CYS, Customer Effort Score: 7-point scale to index",
    url: "https://support.cys.group/support/solutions/articles/3000095531-customer-effort-score-7-point-scale-to-index",
    note: {
      en: "The source gives no interval: Tango's (1998) score interval is our choice.",
      zh: "来源未给出区间，此处选用 Tango (1998) 得分区间。",
    },
  },
  scale: {
    min: 1,
    max: 7,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "net-share",
    upper: [6, 7],
    lower: [1, 2, 3],
    unit: "points",
  },
  base: "valid",
  interval: {
    method: "nps-score",
    level: 0.95,
  },
  about: {
    en: "Easy minus difficult on 1 (extremely difficult) to 7 (extremely easy); 4 and 5 count for neither side. Also met as Net Easy Score. Some firms run the scale the other way, where 1 is easy: turn the answers first.",
    zh: "1（极难）到 7（极易）上的“容易”减“困难”；4、5 分不计入任何一侧。亦称 Net Easy Score。有的机构把 1 定为容易：请先翻转回答。",
  },
  differsFrom: ["ces.net-5-7-minus-1-3", "ces.2-share-6-7", "ces.2-mean"],
});

/** Net effort score of 5–7 minus 1–3, `ces.net-5-7-minus-1-3@1.0.0`. */
export const cesNet57Minus13: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "ces.net-5-7-minus-1-3",
  version: "1.0.0",
  title: {
    en: "Net effort score, 5–7 minus 1–3",
    zh: "净费力度（5–7 分减 1–3 分）",
  },
  provenance: {
    status: "published",
    source: "SoluCX, @solucx/indicators 1.1.0",
    clause: "CES.js",
    url: "https://socket.dev/npm/package/@solucx/indicators/diff/1.1.0",
    note: {
      en: "The source gives no interval: Tango's (1998) score interval is our choice.",
      zh: "来源未给出区间，此处选用 Tango (1998) 得分区间。",
    },
  },
  scale: {
    min: 1,
    max: 7,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "net-share",
    upper: [5, 6, 7],
    lower: [1, 2, 3],
    unit: "points",
  },
  base: "valid",
  interval: {
    method: "nps-score",
    level: 0.95,
  },
  about: {
    en: "As ces.net-6-7-minus-1-3, but 5 counts as easy and only 4 is neutral: higher by the share of fives.",
    zh: "同 ces.net-6-7-minus-1-3，但 5 分算容易，仅 4 分为中性：高出 5 分的占比。",
  },
  differsFrom: ["ces.net-6-7-minus-1-3", "ces.2-share-5-7"],
});
