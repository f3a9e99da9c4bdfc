import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Customer Effort Score 2.0 as the share of 6–7, `ces.2-share-6-7@1.0.0`. */
export const ces2Share6To7: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "ces.2-share-6-7",
  version: "1.0.0",
  title: {
    en: "Customer Effort Score 2.0, share of 6–7",
    zh: "客户费力度 2.0（6–7 分占比）",
  },
  provenance: {
    status: "published",
    source: "Decagon, Customer effort score (CES)",
    clause: "How customer effort score is calculated",
    url: "https://decagon.ai/glossary/customer-effort-score-ces",
    note: {
      en: "The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 7,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [6, 7],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "The top two of seven. ces.2-share-5-7 also counts “somewhat agree” and is higher by the share of fives.",
    zh: "七分制前两档。ces.2-share-5-7 还计入“比较同意”，高出 5 分的占比。",
  },
  differsFrom: ["ces.2-share-5-7", "ces.2-mean", "ces.net-6-7-minus-1-3"],
});

/** Customer Effort Score on 1–5 as the share of 4–5, `ces.5-share-4-5@1.0.0`. */
export const ces5Share4To5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "ces.5-share-4-5",
  version: "1.0.0",
  title: {
    en: "Customer Effort Score on 1–5, share of 4–5",
    zh: "客户费力度（五分制 4–5 分占比）",
  },
  provenance: {
    status: "published",
    source: "Delighted, CES Surveys",
    clause: "How is the CES score calculated?",
    url: "https://help.delighted.com/article/534-ces-surveys",
    note: {
      en: "The source rounds to a whole percentage; this definition does not round. The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源将结果取整为百分数，本定义不取整。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [4, 5],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "Agreement with “made it easy”, five points: higher is better, unlike CES 1.0, which also runs from 1 to 5.",
    zh: "对“让我轻松办成”的同意程度，五分制：越高越好；CES 1.0 同为 1–5 分但方向相反。",
  },
  differsFrom: ["ces.1-mean", "ces.2-share-5-7"],
});
