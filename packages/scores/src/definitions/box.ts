import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";

/** Share of 5 on 1–5, `top-box.5@1.0.0`. */
export const topBox5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "top-box.5",
  version: "1.0.0",
  title: {
    en: "Top box of 5",
    zh: "首档占比（五分制）",
  },
  provenance: {
    status: "published",
    source: "MeasuringU (Sauro), Top-Box Scoring of Rating Scale Data",
    url: "https://measuringu.com/blog/top-box.php",
    date: "2010-12-14",
    note: {
      en: "The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [5],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "The share of the most favourable answer only. A family for any rating question, whatever it is called.",
    zh: "仅最有利一档的占比。适用于任何评分题，不论名称。",
  },
  differsFrom: ["csat.top-2-of-5", "bottom-box.5"],
});

/** Share of 7 on 1–7, `top-box.7@1.0.0`. */
export const topBox7: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "top-box.7",
  version: "1.0.0",
  title: {
    en: "Top box of 7",
    zh: "首档占比（七分制）",
  },
  provenance: {
    status: "published",
    source: "MeasuringU (Sauro), Top-Box Scoring of Rating Scale Data",
    url: "https://measuringu.com/blog/top-box.php",
    date: "2010-12-14",
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
    band: [7],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "The share of the most favourable answer only; 1 of 7 points, where top-box.5 takes 1 of 5.",
    zh: "仅最有利一档的占比；七个分值取其一，而 top-box.5 是五取一。",
  },
  differsFrom: ["csat.top-2-of-7", "top-box.5"],
});

/** Share of 1 on 1–5, `bottom-box.5@1.0.0`. */
export const bottomBox5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "bottom-box.5",
  version: "1.0.0",
  title: {
    en: "Bottom box of 5",
    zh: "末档占比（五分制）",
  },
  provenance: {
    status: "published",
    source: "MeasuringU (Sauro, Lewis), Top Box, Top-Two Box, Bottom Box, or Net Box?",
    url: "https://measuringu.com/top-top-two-bottom-net-box",
    note: {
      en: "The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [1],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "The share of the least favourable answer only. A lower share is better.",
    zh: "仅最不利一档的占比。占比越低越好。",
  },
  differsFrom: ["top-box.5", "bottom-2-box.5"],
});

/** Share of 1–2 on 1–5, `bottom-2-box.5@1.0.0`. */
export const bottom2Box5: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "bottom-2-box.5",
  version: "1.0.0",
  title: {
    en: "Bottom two boxes of 5",
    zh: "末两档占比（五分制）",
  },
  provenance: {
    status: "published",
    source: "MeasuringU (Sauro, Lewis), Top Box, Top-Two Box, Bottom Box, or Net Box?",
    url: "https://measuringu.com/top-top-two-bottom-net-box",
    note: {
      en: "The source gives no interval: Wilson (1927) is our choice.",
      zh: "来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 1,
    max: 5,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [1, 2],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "The share of the two least favourable answers. It is not 1 minus csat.top-2-of-5: the middle belongs to neither. A lower share is better.",
    zh: "最不利两档的占比。它不等于 1 减 csat.top-2-of-5：中间一档两边都不属于。占比越低越好。",
  },
  differsFrom: ["bottom-box.5", "csat.top-2-of-5"],
});

/** Share of 1 on 1–7, `bottom-box.7@1.0.0`. */
export const bottomBox7: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "bottom-box.7",
  version: "1.0.0",
  title: {
    en: "Bottom box of 7",
    zh: "末档占比（七分制）",
  },
  provenance: {
    status: "published",
    source: "MeasuringU (Sauro, Lewis), Top Box, Top-Two Box, Bottom Box, or Net Box?",
    url: "https://measuringu.com/top-top-two-bottom-net-box",
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
    band: [1],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "The share of the least favourable answer only. A lower share is better.",
    zh: "仅最不利一档的占比。占比越低越好。",
  },
  differsFrom: ["top-box.7", "bottom-2-box.7"],
});

/** Share of 1–2 on 1–7, `bottom-2-box.7@1.0.0`. */
export const bottom2Box7: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "bottom-2-box.7",
  version: "1.0.0",
  title: {
    en: "Bottom two boxes of 7",
    zh: "末两档占比（七分制）",
  },
  provenance: {
    status: "published",
    source: "MeasuringU (Sauro, Lewis), Top Box, Top-Two Box, Bottom Box, or Net Box?",
    url: "https://measuringu.com/top-top-two-bottom-net-box",
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
    band: [1, 2],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "The share of the two least favourable answers. A lower share is better.",
    zh: "最不利两档的占比。占比越低越好。",
  },
  differsFrom: ["bottom-box.7", "csat.top-2-of-7"],
});

/** Share of 9–10 on 0–10, `top-box.hcahps-rating@1.0.0`. */
export const topBoxHcahps: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "top-box.hcahps-rating",
  version: "1.0.0",
  title: {
    en: "HCAHPS overall rating, top box",
    zh: "HCAHPS 总体评分首档占比",
  },
  provenance: {
    status: "published",
    source: "HCAHPS On-Line, Summary Analyses",
    clause: "A Note About HCAHPS “Boxes”",
    url: "https://hcahpsonline.org/en/summary-analyses",
    note: {
      en: "Published hospital scores are then adjusted for patient mix and survey mode; this definition is the score before that. The source gives no interval: Wilson (1927) is our choice.",
      zh: "公布的医院得分还按患者构成与调查方式校正；本定义为校正前的得分。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 0,
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
    en: "9 or 10 on 0–10. The band is that of NPS promoters, but the question asks for a rating, not a recommendation, and nothing is subtracted.",
    zh: "0–10 分中的 9 或 10。该档与 NPS 推荐者相同，但问的是评分而非推荐意愿，且不作相减。",
  },
  differsFrom: ["nps", "bottom-box.hcahps-rating", "csat.9-10-of-10"],
});

/** Share of 0–6 on 0–10, `bottom-box.hcahps-rating@1.0.0`. */
export const bottomBoxHcahps: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  id: "bottom-box.hcahps-rating",
  version: "1.0.0",
  title: {
    en: "HCAHPS overall rating, bottom box",
    zh: "HCAHPS 总体评分末档占比",
  },
  provenance: {
    status: "published",
    source: "HCAHPS On-Line, Summary Analyses",
    clause: "A Note About HCAHPS “Boxes”",
    url: "https://hcahpsonline.org/en/summary-analyses",
    note: {
      en: "Published hospital scores are then adjusted for patient mix and survey mode; this definition is the score before that. The source gives no interval: Wilson (1927) is our choice.",
      zh: "公布的医院得分还按患者构成与调查方式校正；本定义为校正前的得分。来源未给出区间，此处选用 Wilson (1927) 区间。",
    },
  },
  scale: {
    min: 0,
    max: 10,
  },
  direction: "higher-is-better",
  statistic: {
    kind: "share",
    band: [0, 1, 2, 3, 4, 5, 6],
    unit: "share",
  },
  base: "valid",
  interval: {
    method: "wilson",
    level: 0.95,
  },
  about: {
    en: "0 to 6 on 0–10; 7 and 8 are the middle box. A lower share is better.",
    zh: "0–10 分中的 0 至 6；7、8 为中档。占比越低越好。",
  },
  differsFrom: ["nps", "top-box.hcahps-rating"],
});
