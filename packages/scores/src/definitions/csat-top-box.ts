import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Customer satisfaction as the top 1 of 3, `csat.top-1-of-3@1.0.0`. */
export const csatTop1Of3: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.top-1-of-3",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, top 1 of 3",
    zh: "客户满意度（三分制首档占比）",
  },
  provenance: {
    status: "published",
    source: "Formbricks, Rating",
    clause: "How CSAT is Calculated",
    url: "https://formbricks.com/docs/xm-and-surveys/surveys/question-type/rating",
    note: {
      en: "The source rounds to a whole percentage; this definition does not round. The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源将结果取整为百分数，本定义不取整。来源未给出区间，此处选用 Wilson (1927) 区间。",
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
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "Formbricks counts as satisfied the top 1 of 3, the top 2 of 4, 5, 6 or 7, and the top 3 of 10 points. The share of points that count as satisfied changes with the scale, from 2 in 7 to 1 in 2, and the scores change with it.",
    zh: "Formbricks 把三分制的首档，四、五、六、七分制的前两档，十分制的前三档算作满意。算作满意的分值比例随量表而变（七分之二到二分之一），得分也随之改变。",
  },
  differsFrom: ["csat.top-2-of-5"],
});

/** Customer satisfaction as the top 2 of 4, `csat.top-2-of-4@1.0.0`. */
export const csatTop2Of4: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.top-2-of-4",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, top 2 of 4",
    zh: "客户满意度（四分制前两档占比）",
  },
  provenance: {
    status: "published",
    source: "Formbricks, Rating",
    clause: "How CSAT is Calculated",
    url: "https://formbricks.com/docs/xm-and-surveys/surveys/question-type/rating",
    note: {
      en: "The source rounds to a whole percentage; this definition does not round. The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源将结果取整为百分数，本定义不取整。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 4,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [3, 4],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "Formbricks counts as satisfied the top 1 of 3, the top 2 of 4, 5, 6 or 7, and the top 3 of 10 points. The share of points that count as satisfied changes with the scale, from 2 in 7 to 1 in 2, and the scores change with it. Simplesat reads its four-point scale the same way.",
    zh: "Formbricks 把三分制的首档，四、五、六、七分制的前两档，十分制的前三档算作满意。算作满意的分值比例随量表而变（七分之二到二分之一），得分也随之改变。Simplesat 对四分制的读法相同。",
  },
  differsFrom: ["csat.top-2-of-5", "csat.nsat-4"],
});

/** Customer satisfaction as the top 2 of 6, `csat.top-2-of-6@1.0.0`. */
export const csatTop2Of6: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.top-2-of-6",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, top 2 of 6",
    zh: "客户满意度（六分制前两档占比）",
  },
  provenance: {
    status: "published",
    source: "Formbricks, Rating",
    clause: "How CSAT is Calculated",
    url: "https://formbricks.com/docs/xm-and-surveys/surveys/question-type/rating",
    note: {
      en: "The source rounds to a whole percentage; this definition does not round. The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源将结果取整为百分数，本定义不取整。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 6,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [5, 6],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "Formbricks counts as satisfied the top 1 of 3, the top 2 of 4, 5, 6 or 7, and the top 3 of 10 points. The share of points that count as satisfied changes with the scale, from 2 in 7 to 1 in 2, and the scores change with it.",
    zh: "Formbricks 把三分制的首档，四、五、六、七分制的前两档，十分制的前三档算作满意。算作满意的分值比例随量表而变（七分之二到二分之一），得分也随之改变。",
  },
  differsFrom: ["csat.top-2-of-5"],
});

/** Customer satisfaction as the top 2 of 7, `csat.top-2-of-7@1.0.0`. */
export const csatTop2Of7: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.top-2-of-7",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, top 2 of 7",
    zh: "客户满意度（七分制前两档占比）",
  },
  provenance: {
    status: "published",
    source: "Formbricks, Rating",
    clause: "How CSAT is Calculated",
    url: "https://formbricks.com/docs/xm-and-surveys/surveys/question-type/rating",
    note: {
      en: "The source rounds to a whole percentage; this definition does not round. The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源将结果取整为百分数，本定义不取整。来源未给出区间，此处选用 Wilson (1927) 区间。",
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
    en: "Formbricks counts as satisfied the top 1 of 3, the top 2 of 4, 5, 6 or 7, and the top 3 of 10 points. The share of points that count as satisfied changes with the scale, from 2 in 7 to 1 in 2, and the scores change with it.",
    zh: "Formbricks 把三分制的首档，四、五、六、七分制的前两档，十分制的前三档算作满意。算作满意的分值比例随量表而变（七分之二到二分之一），得分也随之改变。",
  },
  differsFrom: ["csat.top-2-of-5", "csat.mean-7"],
});

/** Customer satisfaction as the top 3 of 10, `csat.top-3-of-10@1.0.0`. */
export const csatTop3Of10: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.top-3-of-10",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, top 3 of 10",
    zh: "客户满意度（十分制前三档占比）",
  },
  provenance: {
    status: "published",
    source: "Formbricks, Rating",
    clause: "How CSAT is Calculated",
    url: "https://formbricks.com/docs/xm-and-surveys/surveys/question-type/rating",
    note: {
      en: "The source rounds to a whole percentage; this definition does not round. The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源将结果取整为百分数，本定义不取整。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 10,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [8, 9, 10],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "Formbricks counts as satisfied the top 1 of 3, the top 2 of 4, 5, 6 or 7, and the top 3 of 10 points. The share of points that count as satisfied changes with the scale, from 2 in 7 to 1 in 2, and the scores change with it.",
    zh: "Formbricks 把三分制的首档，四、五、六、七分制的前两档，十分制的前三档算作满意。算作满意的分值比例随量表而变（七分之二到二分之一），得分也随之改变。",
  },
  differsFrom: ["csat.9-10-of-10", "csat.mean-10"],
});

/** Customer satisfaction as 9–10 of 10, `csat.9-10-of-10@1.0.0`. */
export const csat9To10Of10: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.9-10-of-10",
  version: "1.0.0",
  title: {
    en: "Customer satisfaction, 9–10 of 10",
    zh: "客户满意度（十分制 9–10 分占比）",
  },
  provenance: {
    status: "published",
    source: "Mindmesh, What is a customer satisfaction score (CSAT)?",
    clause: "The positive score method",
    url: "https://www.mindmesh.com/glossary/what-is-customer-satisfaction-score",
    note: {
      en: "The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 10,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [9, 10],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "The stricter reading of a ten-point scale: 8 is not satisfied. The same answers score lower than by csat.top-3-of-10, by exactly the share of eights.",
    zh: "十分制的较严读法：8 分不算满意。同样的回答得分低于 csat.top-3-of-10，差值恰为 8 分的占比。",
  },
  differsFrom: ["csat.top-3-of-10", "csat.mean-10", "csat.percent-of-maximum-10"],
});
