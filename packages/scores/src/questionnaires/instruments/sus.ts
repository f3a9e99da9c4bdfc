import { freezeDocument } from "../../freeze-document.js";
import { itemsFrom, numberedItems } from "../numbered-items.js";
import type { Questionnaire, Subscale } from "../questionnaire.js";

const onHundred = {
  statistic: { kind: "mean" },
  rescale: [{ kind: "pomp" }],
  unit: "index",
  direction: "higher-is-better",
} as const satisfies Partial<Subscale>;

/** System Usability Scale, `sus@1.0.0`: ten items on 1–5, the even ones reversed, on 0–100. */
export const sus: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "sus",
    version: "1.0.0",
    title: { en: "System Usability Scale", zh: "系统可用性量表" },
    provenance: {
      status: "published",
      source:
        "Brooke, J. (1996), SUS: A “quick and dirty” usability scale, in Usability Evaluation in Industry, 189–194",
      note: {
        en: "Grades: Sauro & Lewis (2016), Quantifying the User Experience, 2nd ed., curved grading scale. Learnability and usability: Lewis & Sauro (2009), The Factor Structure of the System Usability Scale.",
        zh: "等级：Sauro、Lewis (2016)《Quantifying the User Experience》第 2 版曲线等级表。易学性与可用性分量表：Lewis、Sauro (2009)《The Factor Structure of the System Usability Scale》。",
      },
    },
    itemCount: 10,
    reversedCount: 5,
    items: numberedItems(10, { min: 1, max: 5 }, [2, 4, 6, 8, 10]),
    subscales: [
      {
        id: "sus",
        title: { en: "SUS", zh: "SUS 总分" },
        items: itemsFrom(1, 10),
        size: 10,
        ...onHundred,
        grades: [
          { grade: "A+", from: 84.1 },
          { grade: "A", from: 80.8 },
          { grade: "A-", from: 78.9 },
          { grade: "B+", from: 77.2 },
          { grade: "B", from: 74.1 },
          { grade: "B-", from: 72.6 },
          { grade: "C+", from: 71.1 },
          { grade: "C", from: 65 },
          { grade: "C-", from: 62.7 },
          { grade: "D", from: 51.7 },
          { grade: "F" },
        ],
      },
      {
        id: "usability",
        title: { en: "Usability", zh: "可用性" },
        items: ["1", "2", "3", "5", "6", "7", "8", "9"],
        size: 8,
        ...onHundred,
      },
      {
        id: "learnability",
        title: { en: "Learnability", zh: "易学性" },
        items: ["4", "10"],
        size: 2,
        ...onHundred,
      },
    ],
    missing: { kind: "impute-midpoint", answered: 0.5 },
    interval: { method: "t", level: 0.95 },
    licence: {
      en: "Free to use with acknowledgement of the source (Brooke). No item texts are shipped.",
      zh: "注明出处（Brooke）即可免费使用。此处不含题目文本。",
    },
    about: {
      en: "The score is no percentage. Brooke asks that the centre point stand for an item that cannot be answered; that at least half of the items be answered is our addition. The grades are for the mean of a study, not for one person. Lewis & Sauro (2017) no longer recommend the two subscales.",
      zh: "得分不是百分比。Brooke 要求无法回答的题目取中点；“至少回答一半题目”为本定义所加。等级针对一次研究的均值，不针对个人。Lewis、Sauro (2017) 已不再推荐使用两个分量表。",
    },
    examples: [
      { answers: [2, 1, 4, 1, 4, 3, 4, 2, 3, 3], scores: { sus: 67.5, usability: 65.625, learnability: 75 } },
      { answers: [5, 1, 5, 1, 5, 1, 5, 1, 5, 1], scores: { sus: 100 } },
      { answers: [1, 5, 1, 5, 1, 5, 1, 5, 1, 5], scores: { sus: 0 } },
      { answers: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], scores: { sus: 50 } },
    ],
  }))();
