import { freezeDocument } from "../../freeze-document.js";
import type { Questionnaire, Subscale } from "../questionnaire.js";

const demands = ["mental", "physical", "temporal", "performance", "effort", "frustration"] as const;
const rating = { min: 0, max: 100 };
const onHundred = {
  size: 6,
  unit: "index",
  direction: "lower-is-better",
} as const satisfies Partial<Subscale>;
const licence = {
  en: "Work of the United States government, free to use. No item texts are shipped.",
  zh: "美国政府作品，可免费使用。此处不含题目文本。",
};
const scaleNote = {
  en: "Ratings are 0–100; a form with 21 marks gives 5 · (mark − 1). High performance means failure on the original form, so that every high rating is load.",
  zh: "评分为 0–100；21 格表单取 5 ·（格数 − 1）。原表单上“绩效”分高表示失败，因此每一项分高都表示负荷大。",
};

/** NASA Task Load Index without weights, `nasa-tlx.raw@1.0.0`: the mean of six ratings. */
export const nasaTlxRaw: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "nasa-tlx.raw",
    version: "1.0.0",
    title: { en: "NASA Task Load Index, raw", zh: "NASA 任务负荷指数（原始）" },
    provenance: {
      status: "published",
      source:
        "Hart, S. G. (2006), NASA-Task Load Index (NASA-TLX); 20 Years Later, Proceedings of the HFES 50, 904–908",
    },
    itemCount: 6,
    reversedCount: 0,
    items: demands.map((id) => ({ id, scale: rating })),
    subscales: [
      {
        id: "workload",
        title: { en: "Workload", zh: "工作负荷" },
        items: demands,
        statistic: { kind: "mean" },
        ...onHundred,
      },
    ],
    missing: { kind: "refuse" },
    interval: { method: "t", level: 0.95 },
    licence,
    about: scaleNote,
    examples: [{ answers: [70, 20, 60, 35, 65, 50], scores: { workload: 50 } }],
  }))();

/** NASA Task Load Index with each respondent's weights from 15 comparisons, `nasa-tlx.weighted@1.0.0`. */
export const nasaTlxWeighted: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "nasa-tlx.weighted",
    version: "1.0.0",
    title: { en: "NASA Task Load Index, weighted", zh: "NASA 任务负荷指数（加权）" },
    provenance: {
      status: "published",
      source:
        "Hart, S. G., Staveland, L. E. (1988), Development of NASA-TLX (Task Load Index), in Human Mental Workload, Advances in Psychology 52, 139–183",
      url: "https://doi.org/10.1016/S0166-4115(08)62386-9",
    },
    itemCount: 12,
    reversedCount: 0,
    items: [
      ...demands.map((id) => ({ id, scale: rating })),
      ...demands.map((id) => ({ id: `weight-${id}`, scale: { min: 0, max: 5 } })),
    ],
    subscales: [
      {
        id: "workload",
        title: { en: "Workload", zh: "工作负荷" },
        items: demands,
        statistic: {
          kind: "respondent-weighted-mean",
          weightItems: Object.fromEntries(demands.map((id) => [id, `weight-${id}`])),
          total: 15,
        },
        ...onHundred,
      },
    ],
    missing: { kind: "refuse" },
    interval: { method: "t", level: 0.95 },
    licence,
    about: {
      en: `${scaleNote.en} A weight is how often its demand was chosen in the 15 pairs, 0–5; the six add up to 15.`,
      zh: `${scaleNote.zh}权重为该项在 15 对比较中被选中的次数，0–5；六项合计 15。`,
    },
    examples: [
      { answers: [70, 20, 60, 35, 65, 50, 5, 0, 3, 2, 4, 1], scores: { workload: 60.666666666666664 } },
    ],
  }))();
