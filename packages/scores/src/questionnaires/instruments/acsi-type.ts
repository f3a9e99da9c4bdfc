import { freezeDocument } from "../../freeze-document.js";
import type { Questionnaire, SubscaleStatistic } from "../questionnaire.js";

const ten = { min: 1, max: 10 };
const shared = (statistic: SubscaleStatistic): Omit<Questionnaire, "id" | "title" | "provenance"> => ({
  formatVersion: 1,
  version: "1.0.0",
  itemCount: 3,
  reversedCount: 0,
  items: [
    { id: "satisfaction", scale: ten },
    { id: "expectations", scale: ten },
    { id: "ideal", scale: ten },
  ],
  subscales: [
    {
      id: "index",
      title: { en: "Satisfaction index", zh: "满意度指数" },
      items: ["satisfaction", "expectations", "ideal"],
      size: 3,
      statistic,
      rescale: [{ kind: "pomp" }],
      unit: "index",
      direction: "higher-is-better",
    },
  ],
  missing: { kind: "refuse" },
  interval: { method: "t", level: 0.95 },
  licence: {
    en: "ACSI is a mark of American Customer Satisfaction Index LLC, whose model and weights are proprietary. This is an index of its public form and no ACSI score.",
    zh: "ACSI 是 American Customer Satisfaction Index LLC 的商标，其模型与权重为专有。此处为其公开形式的指数，并非 ACSI 得分。",
  },
});

/** Satisfaction index of the ACSI's public form with equal weights, `acsi-type.equal@1.0.0`. */
export const acsiTypeEqual: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    ...shared({ kind: "mean" }),
    id: "acsi-type.equal",
    title: { en: "Satisfaction index of ACSI type, equal weights", zh: "ACSI 式满意度指数（等权）" },
    provenance: {
      status: "published",
      source: "Verint, American Customer Satisfaction Index: score and its calculation",
      url: "https://www.verint.com/blog/acsi-american-customer-satisfaction-index-score-its-calculation/",
      note: {
        en: "(S + E + P − 3)/27 · 100, for those who have no weights.",
        zh: "(S + E + P − 3)/27 · 100，供没有权重者使用。",
      },
    },
    examples: [{ answers: [8, 7, 9], scores: { index: 77.77777777777777 } }],
  }))();

/** Satisfaction index of the ACSI's public form with the weights published for the State of Ohio, `acsi-type.ohio@1.0.0`. */
export const acsiTypeOhio: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    ...shared({
      kind: "weighted-mean",
      weights: { satisfaction: 0.3885, expectations: 0.319, ideal: 0.2925 },
    }),
    id: "acsi-type.ohio",
    title: {
      en: "Satisfaction index of ACSI type, weights of the State of Ohio",
      zh: "ACSI 式满意度指数（俄亥俄州权重）",
    },
    provenance: {
      status: "published",
      source: "Liquisearch, American Customer Satisfaction Index: ACSI score calculation",
      url: "https://www.liquisearch.com/american_customer_satisfaction_index/acsi_score_calculation",
      note: {
        en: "Standardised PLS weights of one study; they hold for no other organisation. Write a copy with your own.",
        zh: "某一项研究的标准化 PLS 权重，不适用于其他机构。请另写一份带有自己权重的副本。",
      },
    },
    examples: [{ answers: [8, 7, 9], scores: { index: 77.4833333333333 } }],
  }))();
