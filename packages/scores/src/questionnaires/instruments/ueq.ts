import { freezeDocument } from "../../freeze-document.js";
import { itemsFrom, numberedItems } from "../numbered-items.js";
import type { Questionnaire, Subscale } from "../questionnaire.js";

/** Seven points written 1–7 are shown as −3…3. */
const centred = {
  statistic: { kind: "mean" },
  rescale: [{ kind: "linear", slope: 1, intercept: -4 }],
  unit: "mean",
  direction: "higher-is-better",
} as const satisfies Partial<Subscale>;

const licence = {
  en: "Free to use, from ueq-online.org. No item texts are shipped.",
  zh: "可在 ueq-online.org 免费获取使用。此处不含题目文本。",
};

/** User Experience Questionnaire, `ueq@1.0.0`: 26 items on 1–7 from left to right, six scales on −3…3. */
export const ueq: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "ueq",
    version: "1.0.0",
    title: { en: "User Experience Questionnaire", zh: "用户体验问卷 UEQ" },
    provenance: {
      status: "published",
      source:
        "Laugwitz, Held, Schrepp (2008), Construction and Evaluation of a User Experience Questionnaire, USAB 2008, LNCS 5298, 63–76",
      note: {
        en: "Order and ends of the 26 items: Schrepp, User Experience Questionnaire Handbook, version 11 (2023). Half of the items of each scale begin with the positive word.",
        zh: "26 题的顺序与两端用词：Schrepp《User Experience Questionnaire Handbook》第 11 版 (2023)。每个分量表有一半题目以褒义词开头。",
      },
    },
    itemCount: 26,
    reversedCount: 13,
    items: numberedItems(26, { min: 1, max: 7 }, [3, 4, 5, 9, 10, 12, 17, 18, 19, 21, 23, 24, 25]),
    subscales: [
      {
        id: "attractiveness",
        title: { en: "Attractiveness", zh: "吸引力" },
        items: ["1", "12", "14", "16", "24", "25"],
        size: 6,
        ...centred,
      },
      {
        id: "perspicuity",
        title: { en: "Perspicuity", zh: "易懂性" },
        items: ["2", "4", "13", "21"],
        size: 4,
        ...centred,
      },
      {
        id: "efficiency",
        title: { en: "Efficiency", zh: "效率" },
        items: ["9", "20", "22", "23"],
        size: 4,
        ...centred,
      },
      {
        id: "dependability",
        title: { en: "Dependability", zh: "可靠性" },
        items: ["8", "11", "17", "19"],
        size: 4,
        ...centred,
      },
      {
        id: "stimulation",
        title: { en: "Stimulation", zh: "激励性" },
        items: ["5", "6", "7", "18"],
        size: 4,
        ...centred,
      },
      {
        id: "novelty",
        title: { en: "Novelty", zh: "新颖性" },
        items: ["3", "10", "15", "26"],
        size: 4,
        ...centred,
      },
    ],
    missing: { kind: "refuse" },
    interval: { method: "t", level: 0.95 },
    licence,
    about: {
      en: "Answers are the places 1–7 from left to right, with the words at the ends as the official form has them; forms that put every negative word left need a copy without reversed items. There is no overall score: its authors say that the six scales cannot be combined without knowing their importance. Values from −0.8 to 0.8 are read as neutral.",
      zh: "回答为从左到右的位置 1–7，两端用词以官方表单为准；若表单把贬义词全部放在左侧，请另写一份没有反向题的副本。没有总分：作者指出，不知各量表的重要性便不能合并。−0.8 至 0.8 视为中性。",
    },
    examples: [
      // Leftmost everywhere: half of the items of every scale are best, half worst.
      {
        answers: Array.from({ length: 26 }, () => 1),
        scores: {
          attractiveness: 0,
          perspicuity: 0,
          efficiency: 0,
          dependability: 0,
          stimulation: 0,
          novelty: 0,
        },
      },
      // The best end of every item.
      {
        answers: [7, 7, 1, 1, 1, 7, 7, 7, 1, 1, 7, 1, 7, 7, 7, 7, 1, 1, 1, 7, 1, 7, 1, 1, 1, 7],
        scores: {
          attractiveness: 3,
          perspicuity: 3,
          efficiency: 3,
          dependability: 3,
          stimulation: 3,
          novelty: 3,
        },
      },
      // The handbook's inconsistent answers to Perspicuity: 6, 7, 5 and 6 on items 2, 4, 13 and 21.
      {
        answers: [4, 6, 4, 7, 4, 4, 4, 4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4, 4, 4, 6, 4, 4, 4, 4, 4],
        scores: { attractiveness: 0, perspicuity: -0.5 },
      },
    ],
  }))();

/** User Experience Questionnaire, short version, `ueq-s@1.0.0`: eight items, the negative word always left. */
export const ueqS: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "ueq-s",
    version: "1.0.0",
    title: { en: "User Experience Questionnaire, short version", zh: "用户体验问卷简版 UEQ-S" },
    provenance: {
      status: "published",
      source:
        "Schrepp, Hinderks, Thomaschewski (2017), Design and Evaluation of a Short Version of the User Experience Questionnaire (UEQ-S), IJIMAI 4(6), 103–108",
      url: "https://doi.org/10.9781/ijimai.2017.09.001",
    },
    itemCount: 8,
    reversedCount: 0,
    items: numberedItems(8, { min: 1, max: 7 }),
    subscales: [
      {
        id: "pragmatic",
        title: { en: "Pragmatic quality", zh: "实用质量" },
        items: itemsFrom(1, 4),
        size: 4,
        ...centred,
      },
      {
        id: "hedonic",
        title: { en: "Hedonic quality", zh: "享乐质量" },
        items: itemsFrom(5, 8),
        size: 4,
        ...centred,
      },
      { id: "overall", title: { en: "Overall", zh: "总分" }, items: itemsFrom(1, 8), size: 8, ...centred },
    ],
    missing: { kind: "refuse" },
    interval: { method: "t", level: 0.95 },
    licence,
    about: {
      en: "The overall score is the authors' own, and they warn against it: pragmatic and hedonic quality may matter differently for a product.",
      zh: "总分由作者给出，但作者提醒慎用：对具体产品而言，实用质量与享乐质量的重要性可能不同。",
    },
    examples: [
      { answers: [5, 6, 4, 7, 3, 4, 2, 5], scores: { pragmatic: 1.5, hedonic: -0.5, overall: 0.5 } },
    ],
  }))();
