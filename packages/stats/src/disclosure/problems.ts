import type { Problem } from "@cxmetrics/definition";

export const notATable: Problem = {
  code: "disclosure.not-a-table",
  en: "The table must be a list of counts, or a list of rows of counts; found {found}. Pass an array.",
  zh: "表格必须是计数列表，或由计数行组成的列表；此处为 {found}。请传入数组。",
};

export const notACount: Problem = {
  code: "disclosure.not-a-count",
  en: "A cell is a whole number of people or responses, 0 or more; found {found}. Pass raw counts, not shares or weighted sums.",
  zh: "单元格必须是人数或答卷数，即大于或等于 0 的整数；此处为 {found}。请传入原始计数，而非占比或加权和。",
};

export const raggedTable: Problem = {
  code: "disclosure.ragged-table",
  en: "Row {row} has {found} cells, but the first row has {expected}. Give every row the same columns.",
  zh: "第 {row} 行有 {found} 个单元格，而第一行有 {expected} 个。请让每行列数一致。",
};

export const tableTooLarge: Problem = {
  code: "disclosure.table-too-large",
  en: "The table has {found} cells; at most {most} are allowed. Publish it in parts that share no margin.",
  zh: "表格有 {found} 个单元格，最多允许 {most} 个。请拆成互不共享合计的部分发布。",
};

export const minimumNotWhole: Problem = {
  code: "disclosure.minimum",
  en: "The minimum is the least count that may be shown, a whole number from 1 to 1000000; found {found}. Write 11 for the rule of CMS.",
  zh: "minimum 是允许公布的最小计数，须为 1 到 1000000 的整数；此处为 {found}。CMS 规则请写 11。",
};

export const zeroUndecided: Problem = {
  code: "disclosure.zero-undecided",
  en: "Say whether a zero may be shown: zeroAllowed is true or false; found {found}.",
  zh: "请指明是否允许公布 0：zeroAllowed 取 true 或 false；此处为 {found}。",
};

export const figureMissing: Problem = {
  code: "disclosure.figure-missing",
  en: "The rule {rule} looks at {name}, which the estimate lacks. Add it, or choose another rule.",
  zh: "规则 {rule} 需要 {name}，而该估计值没有提供。请补充，或改用其他规则。",
};
