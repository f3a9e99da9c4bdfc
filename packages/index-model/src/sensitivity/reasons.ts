import { fillMessage, type NotComputable } from "@cxmetrics/definition";

export const constantOutput: NotComputable = {
  status: "not-computable",
  reason: "constant-output",
  message: {
    en: "The output is the same in all samples, so there is no variance to share out.",
    zh: "该输出在所有样本中相同，没有方差可以分解。",
  },
};

export const outputUndefined = (count: number): NotComputable => ({
  status: "not-computable",
  reason: "output-undefined",
  message: fillMessage(
    {
      en: "The output has no value in {count} of the samples. Narrow the factors, or choose a missing policy that keeps it computable.",
      zh: "该输出在 {count} 个样本中没有数值。请收窄因素范围，或选用能保证可计算的缺失策略。",
    },
    { count },
  ),
});

export const tooFewUnits: NotComputable = {
  status: "not-computable",
  reason: "too-few-units",
  message: {
    en: "Importance is told from differences between units; fewer than three have values.",
    zh: "重要性取决于对象之间的差异，而有数值的对象不足三个。",
  },
};

export const constantAcrossUnits: NotComputable = {
  status: "not-computable",
  reason: "constant-across-units",
  message: {
    en: "The index is the same for all units, so nothing can be important.",
    zh: "所有对象的指数相同，无从判断重要性。",
  },
};

export const notLeftOut = (parent: string): NotComputable => ({
  status: "not-computable",
  reason: "needed",
  message: fillMessage(
    {
      en: 'It cannot be left out: "{parent}" needs it.',
      zh: "无法剔除：“{parent}” 需要它。",
    },
    { parent },
  ),
});
