import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Customer Effort Score of 2010 as a mean of 1–5, lower is better, `ces.1-mean@1.0.0`. */
export const ces1Mean: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "ces.1-mean",
  version: "1.0.0",
  title: {
    en: "Customer Effort Score 1.0, mean",
    zh: "客户费力度 1.0（五分制均值）",
  },
  provenance: {
    status: "published",
    source:
      "Dixon, Freeman, Toman, Stop Trying to Delight Your Customers, Harvard Business Review 88(7/8), 116–122",
    url: "https://hbr.org/2010/07/stop-trying-to-delight-your-customers",
    date: "2010-07",
    note: {
      en: "The source gives no interval: Student's t is our choice.",
      zh: "来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "lower-is-better",
  statistic: {
    kind: "mean",
    unit: "mean",
  },
  base: "valid",
  interval: {
    method: "t",
    level: 0.95,
  },
  about: {
    en: "Asks how much effort the customer had to put in, from 1 (very low) to 5 (very high): lower is better, the reverse of CES 2.0. A CES of 2 of 5 is good here and bad there.",
    zh: "询问客户为办成事情付出了多少努力，1 为很少，5 为很多：越低越好，与 CES 2.0 方向相反。同为 2 分，在这里是好，在那里是差。",
  },
  differsFrom: ["ces.2-mean", "ces.5-share-4-5"],
});
