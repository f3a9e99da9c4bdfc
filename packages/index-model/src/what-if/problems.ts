import type { Problem } from "@cxmetrics/definition";

export const unknownColumn: Problem = {
  code: "what-if.unknown-column",
  en: 'No indicator is called "{name}" or reads a column of that name.{hint} Name an indicator or its column.',
  zh: "没有名为 “{name}” 的指标，也没有指标读取该列。{hint}请填写指标或其数据列的名称。",
};

export const notAValue: Problem = {
  code: "what-if.not-a-value",
  en: 'The value of "{name}" is {found}. Write a finite number, or null for a missing value.',
  zh: "“{name}” 的取值为 {found}。请填写有限数字，缺失填 null。",
};

export const notAMean: Problem = {
  code: "what-if.not-a-mean",
  en: '"{node}" has no children with weights. Change weights of a mean.',
  zh: "“{node}” 没有带权重的子节点。请修改均值节点的权重。",
};

export const notAChild: Problem = {
  code: "what-if.not-a-child",
  en: '"{child}" is no child of "{node}".{hint} Name one of its children.',
  zh: "“{child}” 不是 “{node}” 的子节点。{hint}请填写其子节点。",
};

export const noChange: Problem = {
  code: "what-if.no-change",
  en: "Nothing is to be changed. Give values, weights or definitionPatch.",
  zh: "没有任何改动。请给出 values、weights 或 definitionPatch。",
};

export const badTarget: Problem = {
  code: "improvement.bad-target",
  en: "The target is {found}. Write { score: number } or { rank: whole number from 1 }.",
  zh: "目标为 {found}。请写成 { score: 数值 } 或 { rank: 从 1 起的整数 }。",
};

export const noBounds: Problem = {
  code: "improvement.no-bounds",
  en: '"{indicator}" has no goalposts that would bound its move. Give lower and upper.',
  zh: "“{indicator}” 没有可作为变动界限的阈值。请给出 lower 和 upper。",
};

export const emptyBounds: Problem = {
  code: "improvement.empty-bounds",
  en: 'The bounds {lower} and {upper} of "{indicator}" leave no way to move from {value}. Widen them.',
  zh: "“{indicator}” 的界限 {lower} 与 {upper} 使其无法从 {value} 变动。请放宽。",
};

export const noCost: Problem = {
  code: "improvement.no-cost",
  en: '"{indicator}" stands at 0, where a relative move has no size. Give its cost per unit.',
  zh: "“{indicator}” 当前为 0，无法计算相对变动。请给出其每单位成本。",
};

export const twiceOver: Problem = {
  code: "improvement.column-twice",
  en: 'The column "{column}" is to be moved twice. Name it once.',
  zh: "列 “{column}” 被重复列出。请只列一次。",
};
