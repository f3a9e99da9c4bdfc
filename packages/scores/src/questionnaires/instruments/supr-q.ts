import { freezeDocument } from "../../freeze-document.js";
import type { Questionnaire, Subscale } from "../questionnaire.js";

const five = { min: 1, max: 5 };
const plainMean = {
  size: 2,
  statistic: { kind: "mean" },
  unit: "mean",
  direction: "higher-is-better",
} as const satisfies Partial<Subscale>;

/** SUPR-Q raw scores, `supr-q.raw@1.0.0`: seven items on 1–5 and the likelihood to recommend, 0–10, halved. */
export const suprQ: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "supr-q.raw",
    version: "1.0.0",
    title: { en: "SUPR-Q, raw scores", zh: "SUPR-Q（原始分）" },
    provenance: {
      status: "published",
      source:
        "Sauro, J. (2015), SUPR-Q: A Comprehensive Measure of the Quality of the Website User Experience, Journal of Usability Studies 10(2), 68–86",
    },
    itemCount: 8,
    reversedCount: 0,
    items: [
      { id: "usability-1", scale: five },
      { id: "usability-2", scale: five },
      { id: "trust-1", scale: five },
      { id: "trust-2", scale: five },
      { id: "loyalty-recommend", scale: { min: 0, max: 10 }, factor: 0.5 },
      { id: "loyalty-return", scale: five },
      { id: "appearance-1", scale: five },
      { id: "appearance-2", scale: five },
    ],
    subscales: [
      {
        id: "supr-q",
        title: { en: "SUPR-Q", zh: "SUPR-Q 总分" },
        items: [
          "usability-1",
          "usability-2",
          "trust-1",
          "trust-2",
          "loyalty-recommend",
          "loyalty-return",
          "appearance-1",
          "appearance-2",
        ],
        ...plainMean,
        size: 8,
      },
      {
        id: "usability",
        title: { en: "Usability", zh: "可用性" },
        items: ["usability-1", "usability-2"],
        ...plainMean,
      },
      { id: "trust", title: { en: "Trust", zh: "信任" }, items: ["trust-1", "trust-2"], ...plainMean },
      {
        id: "loyalty",
        title: { en: "Loyalty", zh: "忠诚" },
        items: ["loyalty-recommend", "loyalty-return"],
        ...plainMean,
      },
      {
        id: "appearance",
        title: { en: "Appearance", zh: "外观" },
        items: ["appearance-1", "appearance-2"],
        ...plainMean,
      },
    ],
    missing: { kind: "refuse" },
    interval: { method: "t", level: 0.95 },
    licence: {
      en: "SUPR-Q is a mark of MeasuringU. Scoring only: no item texts, and the percentile norms are proprietary.",
      zh: "SUPR-Q 是 MeasuringU 的商标。仅含计分方法，不含题目文本；百分位常模为其专有。",
    },
    about: {
      en: "Halving 0–10 gives 0…5, so the raw score runs from 0.875, not 1, to 5. Publications order the items differently: name them.",
      zh: "0–10 减半为 0…5，因此原始分的范围是 0.875（而非 1）到 5。各出版物的题目顺序不一：请按名称给出回答。",
    },
    examples: [
      { answers: [1, 1, 1, 1, 0, 1, 1, 1], scores: { "supr-q": 0.875 } },
      {
        answers: [5, 4, 4, 4, 9, 5, 3, 4],
        scores: { "supr-q": 4.1875, usability: 4.5, trust: 4, loyalty: 4.75, appearance: 3.5 },
      },
    ],
  }))();
