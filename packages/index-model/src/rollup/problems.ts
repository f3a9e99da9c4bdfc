import type { Problem } from "@cxmetrics/definition";

export const unknownRollup: Problem = {
  code: "index.unknown-rollup",
  en: 'There is no rollup "{rollup}".{hint} Define it under rollups or mend the name.',
  zh: "不存在汇总 “{rollup}”。{hint}请在 rollups 中定义它，或改正名称。",
};

export const rollupCycle: Problem = {
  code: "index.rollup-cycle",
  en: "The rollups go round in a circle: {cycle}. Remove one of these links.",
  zh: "汇总之间循环引用：{cycle}。请去掉其中一个引用。",
};

export const rollupNodeNotGathered: Problem = {
  code: "index.rollup-node-not-gathered",
  en: 'The rollup "{rollup}" gathers "{node}", which "{from}" does not hold. Add it to "of" of "{from}".',
  zh: "汇总 “{rollup}” 要汇总 “{node}”，但 “{from}” 中没有它。请将其加入 “{from}” 的 of。",
};

export const rollupUnitNotPlaced: Problem = {
  code: "table.unit-not-placed",
  en: 'The unit "{unit}" (row {row}) does not state "{attribute}", so the rollup "{rollup}" cannot place it. State the attribute.',
  zh: "对象 “{unit}”（第 {row} 行）未注明 “{attribute}”，汇总 “{rollup}” 无法归类。请填写该属性。",
};

export const rollupAttributeVaries: Problem = {
  code: "table.attribute-varies",
  en: 'The members of "{unit}" differ in "{attribute}", so the rollup "{rollup}" cannot tell which holds for it. Make them agree.',
  zh: "“{unit}” 的成员在 “{attribute}” 上取值不一，汇总 “{rollup}” 无法确定其取值。请使其一致。",
};

export const rollupWeight: Problem = {
  code: "table.no-weight",
  en: 'The unit "{unit}" (row {row}) has no weight for the rollup "{rollup}": found {found}. Give a number from 0 to 1e15.',
  zh: "对象 “{unit}”（第 {row} 行）没有用于汇总 “{rollup}” 的权重：实为{found}。请给出 0 到 1e15 之间的数。",
};

export const rollupColumnMissing: Problem = {
  code: "table.missing-weight-column",
  en: 'The rollup "{rollup}" takes its weights from the column "{column}", which the table lacks.{hint} Add the column or mend its name.',
  zh: "汇总 “{rollup}” 的权重取自列 “{column}”，但数据表中没有该列。{hint}请添加该列，或改正列名。",
};
