import { freezeDocument } from "../../freeze-document.js";
import { itemsFrom, numberedItems } from "../numbered-items.js";
import type { Questionnaire, Subscale } from "../questionnaire.js";

const plainMean = {
  statistic: { kind: "mean" },
  unit: "mean",
  direction: "lower-is-better",
} as const satisfies Partial<Subscale>;

/** What PSSUQ and CSUQ have in common: they differ in the tense of their items. */
const shared = (): Omit<Questionnaire, "id" | "title" | "provenance"> => ({
  formatVersion: 1,
  version: "1.0.0",
  itemCount: 16,
  reversedCount: 0,
  items: numberedItems(16, { min: 1, max: 7 }),
  subscales: [
    { id: "overall", title: { en: "Overall", zh: "总分" }, items: itemsFrom(1, 16), size: 16, ...plainMean },
    {
      id: "sysuse",
      title: { en: "System usefulness", zh: "系统有用性" },
      items: itemsFrom(1, 6),
      size: 6,
      ...plainMean,
    },
    {
      id: "infoqual",
      title: { en: "Information quality", zh: "信息质量" },
      items: itemsFrom(7, 12),
      size: 6,
      ...plainMean,
    },
    {
      id: "intqual",
      title: { en: "Interface quality", zh: "界面质量" },
      items: itemsFrom(13, 15),
      size: 3,
      ...plainMean,
    },
  ],
  missing: { kind: "mean-of-answered", answered: 0.5 },
  interval: { method: "t", level: 0.95 },
  licence: {
    en: "Free to use with acknowledgement of the source (Lewis). No item texts are shipped.",
    zh: "注明出处（Lewis）即可免费使用。此处不含题目文本。",
  },
  about: {
    en: "1 is strongly agree, so lower is better. If the form runs the other way, write a copy with direction higher-is-better. N/A is left out of the mean; that at least half of the items be answered is our addition. Item 16 counts in the overall score only.",
    zh: "1 表示非常同意，因此越低越好。若表单方向相反，请另写一份 direction 为 higher-is-better 的副本。“不适用”不计入均值；“至少回答一半题目”为本定义所加。第 16 题仅计入总分。",
  },
  examples: [
    {
      answers: [1, 2, 1, 2, 3, 3, 4, 4, 5, 3, 2, 6, 1, 1, 3, 7],
      scores: { overall: 3, sysuse: 2, infoqual: 4, intqual: 1.6666666666666667 },
    },
  ],
});

/** Post-Study System Usability Questionnaire, version 3, `pssuq@1.0.0`: sixteen items on 1–7, lower is better. */
export const pssuq: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    ...shared(),
    id: "pssuq",
    title: { en: "PSSUQ, version 3", zh: "研究后系统可用性问卷 PSSUQ（第 3 版）" },
    provenance: {
      status: "published",
      source:
        "Lewis, J. R. (2002), Psychometric Evaluation of the PSSUQ Using Data from Five Years of Usability Studies, International Journal of Human–Computer Interaction 14(3–4), 463–488",
    },
  }))();

/** Computer System Usability Questionnaire, short version, `csuq@1.0.0`: as PSSUQ, in the present tense. */
export const csuq: Questionnaire = /* @__PURE__ */ (() =>
  freezeDocument({
    ...shared(),
    id: "csuq",
    title: { en: "CSUQ, version 3", zh: "计算机系统可用性问卷 CSUQ（第 3 版）" },
    provenance: {
      status: "published",
      source: "MeasuringU (Sauro), 10 Things to Know About the Post Study System Usability Questionnaire",
      url: "https://measuringu.com/pssuq/",
      note: {
        en: "The source says that CSUQ has the same sixteen items as PSSUQ in another tense. Original: Lewis (1995), International Journal of Human–Computer Interaction 7(1), 57–78.",
        zh: "来源说明 CSUQ 与 PSSUQ 为同样十六题，仅时态不同。原始文献：Lewis (1995)，International Journal of Human–Computer Interaction 7(1)，57–78。",
      },
    },
  }))();
