import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Customer satisfaction as good of rated on 1–5, `csat.good-of-rated@1.0.0`. */
export const csatGoodOfRated: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.good-of-rated",
  version: "1.0.0",
  title: {
    en: "Good share of rated tickets, 1–5",
    zh: "已评价工单好评率（五分制）",
  },
  provenance: {
    status: "published",
    source: "eesel AI, Zendesk CSAT: good vs bad rating",
    clause: "How different scales map to good and bad",
    url: "https://www.eesel.ai/blog/zendesk-csat-good-vs-bad-rating",
    note: {
      en: "Read from a third party that cites Zendesk Support; the formula good/(good + bad), unrated tickets ignored, is also told by Scorebuddy, Satisfaction metrics. The source gives no interval: Wilson (1927) is our choice.",
      zh: "转引自引用 Zendesk Support 的第三方；“好评/(好评 + 差评)、忽略未评价工单”的公式另见 Scorebuddy《Satisfaction metrics》。来源未给出区间，此处选用 Wilson (1927) 区间。",
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
  base: {
    points: [1, 2, 3, 4, 5],
  },
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "Zendesk's reading of a five-point survey: every rating is good or bad, and 3 is bad. The base lists the five points to say that offered but unrated surveys do not count. The number equals csat.top-2-of-5; the wording “bad” for 3 is what differs.",
    zh: "Zendesk 对五分制调查的读法：每个评分非好即坏，3 分算差评。基数列出全部五个分值，表示已发送而未评价的调查不计入。数值与 csat.top-2-of-5 相同，区别在于把 3 分称作差评。",
  },
  differsFrom: ["csat.net-5", "csat.mean-5", "csat.percent-of-maximum-5"],
});

/** Customer satisfaction as good of rated on 1–3, `csat.good-of-rated-3@1.0.0`. */
export const csatGoodOfRated3: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.good-of-rated-3",
  version: "1.0.0",
  title: {
    en: "Good share of rated tickets, 1–3",
    zh: "已评价工单好评率（三分制）",
  },
  provenance: {
    status: "published",
    source: "eesel AI, Zendesk CSAT: good vs bad rating",
    clause: "How different scales map to good and bad",
    url: "https://www.eesel.ai/blog/zendesk-csat-good-vs-bad-rating",
    note: {
      en: "Read from a third party that cites Zendesk Support; the formula good/(good + bad), unrated tickets ignored, is also told by Scorebuddy, Satisfaction metrics. The source gives no interval: Wilson (1927) is our choice.",
      zh: "转引自引用 Zendesk Support 的第三方；“好评/(好评 + 差评)、忽略未评价工单”的公式另见 Scorebuddy《Satisfaction metrics》。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 3,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [3],
    unit: "share",
  },
  base: {
    points: [1, 2, 3],
  },
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "Zendesk's reading of a three-point survey: only 3 is good, and the middle is bad.",
    zh: "Zendesk 对三分制调查的读法：仅 3 分为好评，中间一档算差评。",
  },
  differsFrom: ["csat.good-of-rated", "csat.good-of-rated-2"],
});

/** Customer satisfaction as good of rated on 1–2, `csat.good-of-rated-2@1.0.0`. */
export const csatGoodOfRated2: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.good-of-rated-2",
  version: "1.0.0",
  title: {
    en: "Good share of rated tickets, thumbs up or down",
    zh: "已评价工单好评率（赞/踩）",
  },
  provenance: {
    status: "published",
    source: "eesel AI, Zendesk CSAT: good vs bad rating",
    clause: "How different scales map to good and bad",
    url: "https://www.eesel.ai/blog/zendesk-csat-good-vs-bad-rating",
    note: {
      en: "Read from a third party that cites Zendesk Support; the formula good/(good + bad), unrated tickets ignored, is also told by Scorebuddy, Satisfaction metrics. The source gives no interval: Wilson (1927) is our choice.",
      zh: "转引自引用 Zendesk Support 的第三方；“好评/(好评 + 差评)、忽略未评价工单”的公式另见 Scorebuddy《Satisfaction metrics》。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 2,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [2],
    unit: "share",
  },
  base: {
    points: [1, 2],
  },
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "Thumbs up (2) or down (1). There is no middle, so people who would have chosen it are spread over both sides: do not set it beside a five-point score.",
    zh: "赞 (2) 或踩 (1)。没有中间档，本会选中间档的人分散到两侧：不要与五分制得分并列比较。",
  },
  differsFrom: ["csat.good-of-rated", "csat.top-1-of-3"],
});
