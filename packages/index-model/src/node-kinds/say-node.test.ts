import { expect, test } from "vitest";
import { index, leaf, provenance, score, title } from "../../fixtures/one-index.js";
import { renderFormulaPage } from "../index.js";

const named = (en: string, zh: string) => ({ en, zh });
const nodes = {
  rated: leaf({
    title: named("Clarity", "清晰度"),
    evidence: {
      conditions: [{ column: "alpha", title: named("agreement", "一致性"), atLeast: 0.667 }],
      stated: ["codebook"],
    },
  }),
  ease: leaf({ title: named("Ease", "易用") }),
  late: leaf({ title: named("Late cases", "超时件数") }),
  marks: {
    kind: "points",
    title: named("Marks", "得分"),
    maximum: 100,
    children: [
      { node: "rated", maximum: 60, given: "points" },
      { node: "ease", maximum: 40, given: "points" },
    ],
    notApplicable: "prorated",
    missing: { policy: "propagate" },
    outOfRange: "cap",
  },
  less: {
    kind: "deduction",
    title: named("After deduction", "扣分后"),
    from: "marks",
    items: [{ id: "late", title: named("Late", "超时"), of: "late", each: 2 }],
    atMost: 5,
    limits: { lower: 0 },
  },
  gated: {
    kind: "gate",
    title: named("After veto", "否决后"),
    of: "less",
    when: {
      any: [
        { compare: "<", of: ["ease", 10] },
        { compare: ">", of: ["@incidents", 0] },
      ],
    },
    effect: { do: "cap", at: 59 },
    notAssessed: "missing",
  },
};
const more = {
  constants: { goal: { title: named("Goal", "目标"), value: 80, provenance } },
  rollups: {
    banks: {
      title: named("Banks", "机构"),
      provenance,
      by: "bank",
      method: "arithmetic-mean",
      weights: { method: "attribute", attribute: "channel", values: { app: "2/3", web: "1/3" } },
      missing: { policy: "propagate" },
    },
  },
  grades: {
    of: "gated",
    boundary: "upper-included",
    onFailedCondition: "band-that-fits",
    bands: [
      { id: "A", title, from: 60, quota: "1/4", conditions: [{ node: "ease", raw: true, atMost: 39 }] },
      { id: "B", title },
    ],
    quotaTies: "lower",
  },
};
const columns = { rated: [50, 50], ease: [30, 9], late: [4, 0], alpha: [0.7, 0.7], incidents: [0, null] };
const attributes = { codebook: ["v1", "v1"], bank: ["X", "X"], channel: ["app", "web"] };
const result = score(nodes, columns, "gated", more, attributes);

test.each([
  [
    "en",
    [
      "Counts only with agreement ≥ 0.667 and codebook stated; otherwise, and where nobody looked, it is missing.",
      "Full marks 100: Clarity 60, Ease 40. What is not applicable is prorated. One missing part leaves no score. Points out of range are set to the bound.",
      "Taken off Marks: Late: 2 each (Late cases). Together at most 5. Afterwards kept at least 0.",
      "Lets After deduction through unless Ease is less than 10 or the column incidents is greater than 0; then the value is at most 59. Where this was not assessed, the value is missing.",
      "a band includes its upper bound",
      "raw value of Ease ≤ 39",
      "at most 25 % of the graded units",
      "After veto of the units, gathered by bank: arithmetic mean, weights by channel (app 2/3, web 1/3).",
      "**After veto** = 59 (triggered)",
    ],
  ],
  [
    "zh",
    [
      "证据门槛：一致性 ≥ 0.667，且已注明 codebook；未达到或未核查时按缺失处理。",
      "满分 100 分：清晰度 60、易用 40。不适用的子项按比例折算。任一子项缺失则无得分。超出范围的得分按边界计。",
      "在得分基础上扣分：超时每单位 2 分（超时件数）。合计最多 5 分。其后不低于 0。",
      "则取值不超过 59。未核查时按缺失处理。",
      "等级含上限。",
      "易用的原始值 ≤ 39",
      "至多占参评对象的 25 %",
      "将各对象的否决后按 bank 汇总：算术平均，按 channel 设权重（app 2/3、web 1/3）。",
      "（触发）",
    ],
  ],
] as const)("the page says every rule, %s", (lang, sentences) => {
  const page = renderFormulaPage(result.document, { lang, result, unit: 1 });
  for (const sentence of sentences) expect(page.replaceAll("\\", "")).toContain(sentence);
});

test("titles from outside cannot add markup to these sentences", () => {
  const hostile = { ...nodes, late: leaf({ title: named("<b>*x*</b>", "<b>*x*</b>") }) };
  const page = renderFormulaPage(index({ ...hostile }, "gated", {}), { lang: "en" });
  expect(page).not.toContain("<b>");
});
