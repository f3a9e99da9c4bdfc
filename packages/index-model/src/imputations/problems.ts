import type { Problem } from "@cxmetrics/definition";

export const timesDoNotFit: Problem = {
  code: "index.times-do-not-fit",
  en: "There are {times} times for {periods} periods, or they do not rise. Give each period its time, earlier before later.",
  zh: "共有 {periods} 个时期，却给出 {times} 个时点，或时点未递增。请按先后为每个时期给出时点。",
};

export const periodTwice: Problem = {
  code: "index.period-twice",
  en: 'The period "{period}" stands twice. Name each period once, earlier before later.',
  zh: "时期 “{period}” 出现了两次。请按先后顺序每个时期只写一次。",
};

export const moreThanColumns: Problem = {
  code: "index.more-than-columns",
  en: "{atLeast} values are wanted, but only {columns} columns are named, so that nothing would ever be filled. Lower the number or name more columns.",
  zh: "要求至少 {atLeast} 个数值，却只列出 {columns} 列，永远不会填补。请降低个数或增加列。",
};

export const columnTwice: Problem = {
  code: "index.column-twice",
  en: 'The column "{column}" stands twice. Name each column once.',
  zh: "列 “{column}” 出现了两次。请每列只写一次。",
};

export const badPooledInput: Problem = {
  code: "imputation.lengths-differ",
  en: "There are {estimates} estimates and {variances} variances. Give one variance for each completed data set.",
  zh: "共有 {estimates} 个估计值、{variances} 个方差。请为每个填补后的数据集各给出一个。",
};
