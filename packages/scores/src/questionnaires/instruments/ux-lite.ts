import { freezeDocument } from "../../freeze-document.js";
import type { Questionnaire, Subscale } from "../questionnaire.js";

const onHundred = {
  statistic: { kind: "mean" },
  rescale: [{ kind: "pomp" }],
  unit: "index",
  direction: "higher-is-better",
} as const satisfies Partial<Subscale>;

/** UX-Lite, `ux-lite@1.0.0`: ease and usefulness on 1–5, on 0–100. */
export const uxLite: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "ux-lite",
    version: "1.0.0",
    title: { en: "UX-Lite", zh: "UX-Lite" },
    provenance: {
      status: "published",
      source: "MeasuringU (Lewis, Sauro), How to Score and Interpret the UX-Lite",
      url: "https://measuringu.com/how-to-score-and-interpret-the-ux-lite/",
    },
    itemCount: 2,
    reversedCount: 0,
    items: [
      { id: "ease", scale: { min: 1, max: 5 } },
      { id: "usefulness", scale: { min: 1, max: 5 } },
    ],
    subscales: [
      {
        id: "ux-lite",
        title: { en: "UX-Lite", zh: "UX-Lite 总分" },
        items: ["ease", "usefulness"],
        size: 2,
        ...onHundred,
      },
      { id: "ease", title: { en: "Ease", zh: "易用" }, items: ["ease"], size: 1, ...onHundred },
      {
        id: "usefulness",
        title: { en: "Usefulness", zh: "有用" },
        items: ["usefulness"],
        size: 1,
        ...onHundred,
      },
    ],
    missing: { kind: "refuse" },
    interval: { method: "t", level: 0.95 },
    licence: {
      en: "UX-Lite is a mark of MeasuringU. Scoring only: no item texts, no norms.",
      zh: "UX-Lite 是 MeasuringU 的商标。仅含计分方法，不含题目文本与常模。",
    },
    about: {
      en: "Five points, where UMUX-Lite has seven: the SUS regression of UMUX-Lite does not carry over.",
      zh: "五分制，而 UMUX-Lite 为七分制：UMUX-Lite 的 SUS 回归式不能套用。",
    },
    examples: [{ answers: [4, 5], scores: { "ux-lite": 87.5, ease: 75, usefulness: 100 } }],
  }))();
