import type { Problem } from "@cxmetrics/definition";

export const notRatings: Problem = {
  code: "qualitative.not-a-table",
  en: "{name} must be a list of rows of equal length, one row for each unit; found {found}. Give every unit the same columns, null where there is nothing.",
  zh: "{name} 应为长度相同的行的列表，每个评价对象一行；实际为{found}。请使每行列数一致，没有则填 null。",
};

export const trimNotAsked: Problem = {
  code: "qualitative.trim",
  en: '"trim" belongs to "trimmed-mean", which needs it. Add or remove it.',
  zh: "trim 只用于 trimmed-mean，且为其必填。请补充或删除。",
};

export const unknownCode: Problem = {
  code: "qualitative.unknown-code",
  en: 'The code "{code}" is not in the codebook {codebook}.{hint} Mend the code, or raise the version of the codebook and add it.',
  zh: "编码 “{code}” 不在编码簿 {codebook} 中。{hint}请改正编码，或升级编码簿版本后加入。",
};

export const itemWeights: Problem = {
  code: "qualitative.item-weights",
  en: "There are {weights} weights for {items} items, or all are 0. Give each item one weight, at least one of them positive.",
  zh: "共有 {items} 项，却给出 {weights} 个权重，或权重全部为 0。请为每项各给出一个权重，且至少一个为正。",
};

export const sourceOnBothSides: Problem = {
  code: "qualitative.source-on-both-sides",
  en: 'The source "{source}" stands on both sides. Keep it on one.',
  zh: "来源 “{source}” 同时列入两侧。请只保留在一侧。",
};
