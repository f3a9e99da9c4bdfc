import { freezeDocument } from "../../freeze-document.js";
import { itemsFrom, numberedItems } from "../numbered-items.js";
import type { Questionnaire } from "../questionnaire.js";

/** UMUX-Lite, `umux-lite@1.0.0`: two items on 1–7 on 0–100, and the regression that estimates SUS. */
export const umuxLite: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    formatVersion: 1,
    id: "umux-lite",
    version: "1.0.0",
    title: { en: "UMUX-Lite", zh: "UMUX-Lite" },
    provenance: {
      status: "published",
      source: "Lewis, Utesch, Maher (2013), UMUX-LITE: When There’s No Time for the SUS, CHI 2013, 2099–2102",
      url: "https://doi.org/10.1145/2470654.2481287",
    },
    itemCount: 2,
    reversedCount: 0,
    items: numberedItems(2, { min: 1, max: 7 }),
    subscales: [
      {
        id: "umux-lite",
        title: { en: "UMUX-Lite", zh: "UMUX-Lite 总分" },
        items: itemsFrom(1, 2),
        size: 2,
        statistic: { kind: "mean" },
        rescale: [{ kind: "pomp" }],
        unit: "index",
        direction: "higher-is-better",
      },
      {
        id: "sus-equivalent",
        title: { en: "SUS estimated from UMUX-Lite", zh: "由 UMUX-Lite 估计的 SUS" },
        items: itemsFrom(1, 2),
        size: 2,
        statistic: { kind: "mean" },
        rescale: [{ kind: "pomp" }, { kind: "linear", slope: 0.65, intercept: 22.9 }],
        unit: "index",
        direction: "higher-is-better",
      },
    ],
    missing: { kind: "refuse" },
    interval: { method: "t", level: 0.95 },
    licence: { en: "Free to use. No item texts are shipped.", zh: "可免费使用。此处不含题目文本。" },
    about: {
      en: "The regression was fitted on seven points and cannot leave 22.9…87.9; later work by its authors prefers the plain score. Its interval tells of the respondents only, not of the fit.",
      zh: "回归式按七分制拟合，取值只能在 22.9…87.9 之间；作者后来的研究倾向于使用原始得分。其区间只反映受访者抽样，不含拟合误差。",
    },
    examples: [
      { answers: [6, 6], scores: { "umux-lite": 83.33333333333333, "sus-equivalent": 77.06666666666666 } },
      { answers: [1, 1], scores: { "umux-lite": 0, "sus-equivalent": 22.9 } },
      { answers: [7, 7], scores: { "umux-lite": 100, "sus-equivalent": 87.9 } },
    ],
  }))();
