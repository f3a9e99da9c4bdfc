import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Net satisfaction on 1–5, `csat.net-5@1.0.0`. */
export const csatNet5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.net-5",
  version: "1.0.0",
  title: {
    en: "Net satisfaction, 4–5 minus 1–2",
    zh: "净满意度（4–5 分减 1–2 分）",
  },
  provenance: {
    status: "published",
    source: "SurveyLab, NSAT (Net Satisfaction)",
    clause: "Classic method",
    url: "https://www.surveylab.com/blog/nsat-net-satisfaction",
    note: {
      en: "FreeScout computes good minus bad the same way and rounds upwards (issue 2064). The source gives no interval: Tango's (1998) score interval is our choice.",
      zh: "FreeScout 以同样方式计算好评减差评，并向上取整（议题 2064）。来源未给出区间，此处选用 Tango (1998) 得分区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "net-share",
    upper: [4, 5],
    lower: [1, 2],
    unit: "points",
  },
  base: "valid",
  interval: {
    method: "nps-score",
    level: 0.95,
  },
  about: {
    en: "Satisfied minus dissatisfied, in points from −100 to 100; 3 counts for neither side. 65 % satisfied and 14 points net can be the same answers.",
    zh: "满意减不满意，单位为点，−100 至 100；3 分不计入任何一侧。65% 满意与净值 14 点可能来自同一组回答。",
  },
  differsFrom: ["csat.top-2-of-5", "csat.percent-of-maximum-5", "csat.nsat-4"],
});

/** Microsoft's net satisfaction on four points, without the 100 that it adds, `csat.nsat-4@1.0.0`. */
export const csatNsat4: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "csat.nsat-4",
  version: "1.0.0",
  title: {
    en: "Net satisfaction (NSAT), 4 minus 1–2 of 4",
    zh: "净满意度 NSAT（四分制 4 分减 1–2 分）",
  },
  provenance: {
    status: "published",
    source: "MeasuringU (Sauro), 10 Things to Know about the Microsoft NSAT Score",
    url: "https://measuringu.com/microsoft-nsat/",
    note: {
      en: "Microsoft adds 100 to avoid negative numbers and rounds to a whole number; this definition does neither: add 100 to compare. The source gives no interval: Tango's (1998) score interval is our choice.",
      zh: "Microsoft 为避免负数加 100 并取整；本定义两者都不做：比较时请加 100。来源未给出区间，此处选用 Tango (1998) 得分区间。",
    },
  },
  scale: {
    min: 1,
    max: 4,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "net-share",
    upper: [4],
    lower: [1, 2],
    unit: "points",
  },
  base: "valid",
  interval: {
    method: "nps-score",
    level: 0.95,
  },
  about: {
    en: "Very satisfied (4) minus somewhat and very dissatisfied (2, 1) on four points without a middle; somewhat satisfied (3) counts for neither side. Don't know is missing, never in the base.",
    zh: "四分制、无中间档：非常满意 (4) 减较不满意与很不满意 (2、1)；较满意 (3) 不计入任何一侧。“不知道”按缺失处理，不进入基数。",
  },
  differsFrom: ["csat.net-5", "csat.top-2-of-4"],
});
