import { fillMessage, type LocalizedText, type NotComputable, type Warning } from "@cxmetrics/definition";

/** Why a node of a unit has no uncertainty. */
function noUncertainty(
  reason: string,
  text: LocalizedText,
  values: Readonly<Record<string, string | number>> = {},
): NotComputable {
  return { status: "not-computable", reason, message: fillMessage(text, values) };
}

/** Something the reader of an uncertainty must know. */
export function caveat(
  code: string,
  text: LocalizedText,
  values: Readonly<Record<string, string | number>>,
): Warning {
  return { code, message: fillMessage(text, values), values };
}

export const noValue = (fault: string): NotComputable =>
  noUncertainty(
    "no-value",
    {
      en: "The node itself has no value here ({fault}).",
      zh: "该节点在此没有数值（{fault}）。",
    },
    { fault },
  );

export const covarianceNeeded = (a: string, b: string): NotComputable =>
  noUncertainty(
    "covariance-needed",
    {
      en: '"{a}" and "{b}" may rest on the same people and their covariance is not given. Give it, or declare independent or sharedRespondents.',
      zh: "“{a}” 与 “{b}” 可能来自同一批受访者，但未给出协方差。请给出协方差，或声明 independent 或 sharedRespondents。",
    },
    { a, b },
  );

export const errorUnknown = (column: string): NotComputable =>
  noUncertainty(
    "standard-error-unknown",
    {
      en: 'The error of "{column}" is not known: its estimate has neither a positive standard error, nor counts, nor an interval. A sample in which all answers agree needs its counts.',
      zh: "“{column}” 的误差未知：其估计既没有正的标准误，也没有计数或区间。所有应答一致的样本需要给出计数。",
    },
    { column },
  );

export const looksSideways: NotComputable = noUncertainty("looks-sideways", {
  en: "The value depends on the other units too, so it cannot be linearised unit by unit. Use the method monte-carlo.",
  zh: "该数值还取决于其他评价对象，无法逐个对象线性化。请使用 monte-carlo 方法。",
});

export const drawsNotComputable = (share: number): NotComputable =>
  noUncertainty(
    "draws-not-computable",
    {
      en: "The node had no value in {percent} % of the draws, so their spread says little.",
      zh: "在 {percent}% 的抽样中该节点没有数值，其离散程度没有意义。",
    },
    { percent: Math.round(share * 1000) / 10 },
  );

export const notRepresentable: NotComputable = noUncertainty("not-representable", {
  en: "The numbers are too large to be told.",
  zh: "数值过大，无法表示。",
});

export const rollupNotCarried = (method: string): NotComputable =>
  noUncertainty(
    "rollup-method-not-carried",
    {
      en: 'Errors are carried through gathering by the arithmetic mean alone, not by "{method}".',
      zh: "误差只能经算术平均的汇总传递，不能经 “{method}” 传递。",
    },
    { method },
  );

export const memberErrorUnknown: NotComputable = noUncertainty("member-error-unknown", {
  en: "The error of a member that counts is not known, so the error of the whole is not.",
  zh: "有计入的成员误差未知，因此整体的误差未知。",
});

export const gradesNotCarried: NotComputable = noUncertainty("grades-not-carried", {
  en: "Probabilities of grades are not told: conditions, gates, vetoes and quotas act beside the score. Read the interval of the graded node against its bands.",
  zh: "不给出各等级的概率：条件、门槛、否决与配额在得分之外起作用。请将被评级节点的区间与等级界限对照。",
});
