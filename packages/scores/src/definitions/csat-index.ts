import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Customer satisfaction as the mean of 1–5 on 0–100, `csat.pomp-5@1.0.0`. */
export const csatPomp5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.pomp-5",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, 0–100 from the mean of 5",
    zh: "客户满意度指数（五分制均值折算 0–100）",
  },
  provenance: {
    status: "published",
    source: "Pisano, Customer Satisfaction Score (CSAT)",
    clause: "How to calculate customer satisfaction score",
    url: "https://www.pisano.com/en/knowledge-base/customer-satisfaction-score-csat",
    note: {
      en: "The source writes the points as 0, 25, 50, 75, 100 %. The method is “percent of maximum possible”: Cohen, Cohen, Aiken, West (1999), Multivariate Behavioral Research 34(3), 315–346. The source gives no interval: Student's t is our choice.",
      zh: "来源将各分值写作 0、25、50、75、100%。此法即 POMP：Cohen、Cohen、Aiken、West (1999)，Multivariate Behavioral Research 34(3)，315–346。来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "mean",
    unit: "index",
    rescale: {
      kind: "pomp",
    },
  },
  base: "valid",
  interval: {
    method: "t",
    level: 0.95,
  },
  about: {
    en: "The mean, stretched so that all ones give 0 and all fives give 100. It is not the share of satisfied customers, although both are shown as a percentage.",
    zh: "把均值线性拉伸，全为 1 分得 0，全为 5 分得 100。它不是满意客户的占比，尽管两者都以百分数显示。",
  },
  differsFrom: ["csat.top-2-of-5", "csat.percent-of-maximum-5", "csat.mean-5"],
});

/** Customer satisfaction as the sum over n × 5, `csat.percent-of-maximum-5@1.0.0`. */
export const csatPercentOfMaximum5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.percent-of-maximum-5",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, sum over n × 5",
    zh: "客户满意度（总分占 n × 5 的百分比）",
  },
  provenance: {
    status: "published",
    source: "FreeScout issue 2064, Satisfaction Rating Logic",
    clause: "Proposed Change",
    url: "https://github.com/freescout-help-desk/freescout/issues/2064",
    date: "2022-06",
    note: {
      en: "A proposal, not what FreeScout shows; it also rounds upwards, which this definition does not. The source gives no interval: Student's t is our choice.",
      zh: "这是一项提议，并非 FreeScout 实际显示的结果；提议还向上取整，本定义不取整。来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "mean",
    unit: "index",
    rescale: {
      kind: "percent-of-maximum",
    },
  },
  base: "valid",
  interval: {
    method: "t",
    level: 0.95,
  },
  about: {
    en: "The sum of ratings over the largest possible sum. Its floor is 20, not 0: if everyone answers 1, it still shows 20. The issue reports 65 by this method and 14 by the net of good and bad for one set of answers.",
    zh: "评分总和占最大可能总和的百分比。下限是 20 而非 0：即使人人打 1 分也显示 20。该议题报告同一组回答按此法得 65，按好评减差评得 14。",
  },
  differsFrom: ["csat.pomp-5", "csat.net-5", "csat.top-2-of-5"],
});

/** Customer satisfaction as the sum over n × 10, `csat.percent-of-maximum-10@1.0.0`. */
export const csatPercentOfMaximum10: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.percent-of-maximum-10",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, sum over n × 10",
    zh: "客户满意度（总分占 n × 10 的百分比）",
  },
  provenance: {
    status: "published",
    source: "ServiceRocket, How does the scale correlate with the metric scores?",
    clause: "CSAT and CES",
    url: "https://apps-docs.servicerocket.com/surveys/how-does-the-scale-correlate-with-the-metric-score",
    note: {
      en: "The source gives no interval: Student's t is our choice.",
      zh: "来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: {
    min: 1,
    max: 10,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "mean",
    unit: "index",
    rescale: {
      kind: "percent-of-maximum",
    },
  },
  base: "valid",
  interval: {
    method: "t",
    level: 0.95,
  },
  about: {
    en: "ServiceRocket's CSAT and CES on scales from 3 to 10 points; this is the one on 1–10. Its floor is 10, and on fewer points it is higher, so the same unhappy customers score better on a shorter scale.",
    zh: "ServiceRocket 在 3 至 10 分量表上的 CSAT 与 CES；此为 1–10 分版。下限是 10，分值越少下限越高，同样不满的客户在较短的量表上得分反而更高。",
  },
  differsFrom: ["csat.percent-of-maximum-5", "csat.mean-10", "csat.9-10-of-10"],
});
