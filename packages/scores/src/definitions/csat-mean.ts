import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Customer satisfaction as the mean of 1–7, `csat.mean-7@1.0.0`. */
export const csatMean7: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.mean-7",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, mean of 7",
    zh: "客户满意度（七分制均值）",
  },
  provenance: {
    status: "published",
    source: "MeasuringU (Sauro, Lewis), Top Box, Top-Two Box, Bottom Box, or Net Box?",
    url: "https://measuringu.com/top-top-two-bottom-net-box",
    note: {
      en: "The source shows mean and box scores of one seven-point item side by side. The source gives no interval: Student's t is our choice.",
      zh: "来源对同一道七分题并列展示了均值与各档占比。来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: {
    min: 1,
    max: 7,
  },
  direction: "higher-is-better",
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
    en: "The mean of a seven-point item. A mean of 5.6 of 7 and one of 4.0 of 5 cannot be compared without an assumption; csat.pomp-5 names that assumption.",
    zh: "七分题的均值。七分制的 5.6 与五分制的 4.0 不作假定便不能比较；csat.pomp-5 写明了该假定。",
  },
  differsFrom: ["csat.mean-5", "csat.mean-10", "csat.top-2-of-7"],
});

/** Customer satisfaction as the mean of 1–10, `csat.mean-10@1.0.0`. */
export const csatMean10: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.mean-10",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, mean of 10",
    zh: "客户满意度（十分制均值）",
  },
  provenance: {
    status: "published",
    source: "CYS, Customer Satisfaction Score: 10-point scale to European standards",
    url: "https://support.cys.group/support/solutions/articles/3000095560-customer-satisfaction-score-10-point-scale-to-european-standards",
    note: {
      en: "The source's example adds up to 6865 over 1000 answers, which is 6.865; it prints 6.89. The source gives no interval: Student's t is our choice.",
      zh: "来源示例 1000 个回答合计 6865，即 6.865，原文印作 6.89。来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: {
    min: 1,
    max: 10,
  },
  direction: "higher-is-better",
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
    en: "Called the European way by its source, against top boxes. It uses every point and moves slowly.",
    zh: "来源称之为欧洲做法，与首档占比相对。它用到每个分值，变动较慢。",
  },
  differsFrom: ["csat.mean-5", "csat.top-3-of-10", "csat.9-10-of-10"],
});

/** Five-star rating that is shown with one decimal, `csat.five-star-1-decimal@1.0.0`. */
export const csatFiveStar: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.five-star-1-decimal",
  version: "1.0.0",
  title: {
    en: "Five-star rating, one decimal",
    zh: "五星评分（一位小数）",
  },
  provenance: {
    status: "published",
    source: "Delighted, 5-Star Surveys",
    clause: "How is the 5-star score calculated?",
    url: "https://help.delighted.com/article/532-5-star-surveys",
    note: {
      en: "The source rounds to the nearest tenth and does not say where a half goes; half-up is our reading. The source gives no interval: Student's t is our choice.",
      zh: "来源四舍五入到一位小数，未说明恰为一半时如何处理；此处按“五入”理解。来源未给出区间，此处选用 t 区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "mean",
    unit: "mean",
  },
  base: "valid",
  interval: {
    method: "t",
    level: 0.95,
  },
  display: {
    digits: 1,
    mode: "half-up",
  },
  about: {
    en: "The mean of 1–5 as csat.mean-5; only what is shown is rounded, so that two shown scores may be equal while the values differ.",
    zh: "与 csat.mean-5 相同的一至五分均值；只有显示值取整，因此两个显示值可能相同而实际值不同。",
  },
  differsFrom: ["csat.top-2-of-5", "csat.pomp-5"],
});
