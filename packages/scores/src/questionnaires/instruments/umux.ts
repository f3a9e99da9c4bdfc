import { freezeDocument } from "../../freeze-document.js";
import { itemsFrom, numberedItems } from "../numbered-items.js";
import type { Questionnaire } from "../questionnaire.js";

/** Usability Metric for User Experience, `umux@1.0.0`: four items on 1–7, the even ones reversed, on 0–100. */
export const umux: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "umux",
    version: "1.0.0",
    title: { en: "Usability Metric for User Experience", zh: "用户体验可用性指标 UMUX" },
    provenance: {
      status: "published",
      source:
        "Finstad, K. (2010), The Usability Metric for User Experience, Interacting with Computers 22(5), 323–327",
      url: "https://doi.org/10.1016/j.intcom.2010.04.004",
    },
    itemCount: 4,
    reversedCount: 2,
    items: numberedItems(4, { min: 1, max: 7 }, [2, 4]),
    subscales: [
      {
        id: "umux",
        title: { en: "UMUX", zh: "UMUX 总分" },
        items: itemsFrom(1, 4),
        size: 4,
        statistic: { kind: "mean" },
        rescale: [{ kind: "pomp" }],
        unit: "index",
        direction: "higher-is-better",
      },
    ],
    missing: { kind: "refuse" },
    interval: { method: "t", level: 0.95 },
    licence: { en: "Free to use. No item texts are shipped.", zh: "可免费使用。此处不含题目文本。" },
    about: {
      en: "Even items count 7 − x, because the scale has seven points; public code that takes 5 − x from SUS gives other scores.",
      zh: "量表为七分制，偶数题取 7 − x；照搬 SUS 的 5 − x 的公开代码会得出不同的得分。",
    },
    examples: [{ answers: [6, 2, 6, 3], scores: { umux: 79.16666666666667 } }],
  }))();
