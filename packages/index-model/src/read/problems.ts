import type { Problem } from "@cxmetrics/definition";

export const mergeKey: Problem = {
  code: "index.merge-key",
  en: '"<<" is a merge key of YAML 1.1, which YAML 1.2 does not have: nothing would be merged. Write the members out, give whole values by alias (title: *title), or state what is shared as a template.',
  zh: "“<<” 是 YAML 1.1 的合并键，YAML 1.2 中没有，不会发生合并。请逐项写出各成员，用别名引用整个值（如 title: *title），或将共有部分写成模板。",
};

export const viewOverPoints: Problem = {
  code: "index.view-over-points",
  en: 'The view "{view}" cannot gather "{node}": it counts in points of "{points}", which are no values on the scale of the index. Take the tag off, or state the part as a mean of scores.',
  zh: "视图 “{view}” 无法汇总 “{node}”：它以 “{points}” 的得分计入，不是指数量表上的值。请去掉该标签，或将该部分改写为得分的均值。",
};
